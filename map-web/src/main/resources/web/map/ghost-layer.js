/** @import { Ghost } from '../editing-types.js' */
/** @import { LonLat } from '../types.js' */
import { DivIcon, LayerGroup, Map as LeafletMap, Marker, Polygon, Polyline } from 'leaflet';

/** Shapes to compare with: what was, what became of it, what somebody else made of it. */
export class GhostLayer {
  /** @param {LeafletMap} map */
  constructor(map) {
    this.group = new LayerGroup().addTo(map);
    this.shown = '';
  }

  /** @param {Ghost[]} ghosts the later ones on top */
  show(ghosts) {
    const wanted = JSON.stringify(ghosts);
    if (wanted === this.shown) return;
    this.shown = wanted;
    this.group.clearLayers();
    ghosts.forEach((ghost) => this.draw(ghost));
  }

  /** @param {Ghost} ghost */
  draw({ shape, look }) {
    for (const rings of shape.parts) {
      const paths = rings.map((path) => path.map(latLng));
      const options = { className: `ghost is-${look}${shape.kind === 'polygon' ? ' is-area' : ''}`, weight: 4, pane: 'drawing', interactive: false };
      if (shape.kind === 'polygon') this.group.addLayer(new Polygon(paths, options));
      else if (shape.kind === 'line') this.group.addLayer(new Polyline(paths, { ...options, fill: false }));
      else this.group.addLayer(new Marker(paths[0][0], { icon: new DivIcon({ html: false, className: `ghost-point is-${look}`, iconSize: [16, 16] }), interactive: false, keyboard: false, pane: 'handles' }));
    }
  }
}

/** @param {LonLat} at @returns {[number, number]} */
function latLng([lon, lat]) {
  return [lat, lon];
}
