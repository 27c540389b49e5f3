/** @import { Map as LeafletMap } from 'leaflet' */
/** @import { Imagery } from '../imagery-types.js' */
/** @import { Store } from '../model/store.js' */
import { LatLngBounds, TileLayer } from 'leaflet';
import { imageryShown } from '../model/imagery.js';

const LOWEST_ZOOM = 8;
const HIGHEST_ZOOM = 18;
const NOTHING = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** Imagery over the base map, and over it roads and names, so that a place is found on a picture too. */
export class ImageryLayer {
  /** @param {LeafletMap} map @param {Store} store @param {() => void} onMissed a picture did not come */
  constructor(map, store, onMissed) {
    this.map = map;
    this.store = store;
    this.onMissed = onMissed;
    /** What is shown, as text. */
    this.shown = '';
    /** @type {TileLayer | null} */
    this.pictures = null;
    /** @type {TileLayer | null} */
    this.names = null;
  }

  update() {
    const imagery = imageryShown(this.store);
    const wanted = imagery ? `${imagery.id} ${imagery.revision} ${this.store.setup?.base_revision ?? ''}` : '';
    if (wanted !== this.shown) {
      this.shown = wanted;
      this.pictures?.remove();
      this.names?.remove();
      this.pictures = this.names = null;
      if (imagery) this.show(imagery);
    }
    this.pictures?.setOpacity(this.store.background.opacity);
  }

  /** @param {Imagery} imagery */
  show(imagery) {
    const [west, south, east, north] = imagery.bounds ?? [-180, -85, 180, 85];
    this.pictures = new TileLayer(`/tiles/imagery/${imagery.id}/{z}/{x}/{y}?v=${imagery.revision}`, {
      minZoom: LOWEST_ZOOM, maxZoom: HIGHEST_ZOOM, minNativeZoom: imagery.min_zoom, maxNativeZoom: Math.max(imagery.min_zoom, imagery.max_zoom),
      bounds: new LatLngBounds([south, west], [north, east]), zIndex: 2, errorTileUrl: NOTHING, className: 'imagery',
    });
    this.pictures.on('tileerror', () => this.onMissed());
    this.names = new TileLayer(`/tiles/base/imagery/{z}/{x}/{y}{r}.png?v=${encodeURIComponent(this.store.setup?.base_revision ?? '')}`, { minZoom: LOWEST_ZOOM, maxZoom: HIGHEST_ZOOM, zIndex: 3 });
    this.pictures.addTo(this.map);
    this.names.addTo(this.map);
  }
}
