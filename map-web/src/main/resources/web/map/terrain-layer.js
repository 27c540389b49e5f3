/** @import { LonLat, MultiPolygon } from '../types.js' */
/** @import { Store } from '../model/store.js' */
import { DivIcon, LayerGroup, Map as LeafletMap, Marker, Polygon, Polyline } from 'leaflet';

/** What is asked of the ground: places, line, and what a lookout sees; ground of which nothing is known is hatched. */
export class TerrainLayer {
  /** @param {LeafletMap} map @param {Store} store */
  constructor(map, store) {
    this.store = store;
    this.group = new LayerGroup().addTo(map);
  }

  update() {
    this.group.clearLayers();
    if (this.store.mode !== 'terrain') return;
    const { viewshed } = this.store.terrainState;
    if (viewshed) {
      this.areas(viewshed.visible, 'terrain-visible');
      this.areas(viewshed.unknown, 'terrain-unknown');
    }
    const { kind, points } = this.store.terrain;
    if (kind === 'profile' && points.length > 1) this.group.addLayer(new Polyline(points.map(latLng), { className: 'asked-line', weight: 2.4, pane: 'drawing', interactive: false, smoothFactor: 0, fill: false }));
    points.forEach((at) => this.corner(at));
  }

  /** @param {MultiPolygon} areas @param {string} className */
  areas({ coordinates }, className) {
    coordinates.forEach((rings) => this.group.addLayer(new Polygon(rings.map((ring) => ring.map(latLng)), { className, weight: 1, pane: 'drawing', interactive: false })));
  }

  /** @param {LonLat} at */
  corner(at) {
    this.group.addLayer(new Marker(latLng(at), { icon: new DivIcon({ html: false, className: 'asked-corner', iconSize: [10, 10] }), interactive: false, keyboard: false, pane: 'handles' }));
  }
}

/** @param {LonLat} at @returns {[number, number]} */
function latLng([lon, lat]) {
  return [lat, lon];
}
