/** @import { Previewed } from '../model/importing/preview.js' */
/** @import { LonLat } from '../types.js' */
/** @import { Store } from '../model/store.js' */
import { DivIcon, LayerGroup, Map as LeafletMap, Marker, Polygon, Polyline } from 'leaflet';
import { shapeOf } from '../model/editing/shape.js';
import { previewed } from '../model/importing/preview.js';

/** Where the things of a file come to lie, before they are in a layer. */
export class ImportLayer {
  /** @param {LeafletMap} map @param {Store} store */
  constructor(map, store) {
    this.store = store;
    this.group = new LayerGroup().addTo(map);
    /** What is drawn. @type {unknown[]} */
    this.drawn = [];
  }

  update() {
    const { state } = this.store.importing;
    const open = this.store.mode === 'import' && (state.step === 'check' || state.step === 'store');
    const wanted = open ? [state.preview, state.report, state.shown] : [];
    if (wanted.length === this.drawn.length && wanted.every((it, i) => it === this.drawn[i])) return;
    this.drawn = wanted;
    this.group.clearLayers();
    if (open) previewed(state).forEach((it) => this.draw(it));
  }

  /** @param {Previewed} shape */
  draw({ geometry, look, name }) {
    const shape = shapeOf(geometry);
    for (const rings of shape?.parts ?? []) {
      const paths = rings.map((path) => path.map(latLng));
      const options = { className: `brought is-${look}${shape?.kind === 'polygon' ? ' is-area' : ''}`, weight: 3, pane: 'drawing', interactive: false };
      if (shape?.kind === 'polygon') this.group.addLayer(new Polygon(paths, options));
      else if (shape?.kind === 'line') this.group.addLayer(new Polyline(paths, { ...options, fill: false }));
      else this.group.addLayer(pointAt(paths[0][0], look, name));
    }
  }
}

/** @param {[number, number]} at @param {string} look @param {string} name */
function pointAt(at, look, name) {
  const dot = document.createElement('i');
  dot.dataset.testid = 'brought';
  dot.dataset.look = look;
  dot.title = name;
  return new Marker(at, { icon: new DivIcon({ html: dot, className: `brought-point is-${look}`, iconSize: [10, 10] }), interactive: false, keyboard: false, pane: 'handles' });
}

/** @param {LonLat} at @returns {[number, number]} */
function latLng([lon, lat]) {
  return [lat, lon];
}
