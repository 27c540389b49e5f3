/** @import { LonLat } from '../types.js' */
/** @import { Store } from '../model/store.js' */
import { DivIcon, LayerGroup, Map as LeafletMap, Marker, Polygon, Polyline } from 'leaflet';
import { circleAround } from '../model/area.js';
import { metresPerPixel } from './mercator.js';

/** The area that is being chosen; once it is answered, just as the server took it. */
export class AreaLayer {
  /** @param {LeafletMap} map @param {Store} store */
  constructor(map, store) {
    this.map = map;
    this.store = store;
    this.group = new LayerGroup().addTo(map);
  }

  update() {
    this.group.clearLayers();
    if (this.store.mode !== 'area') return;
    const asked = this.store.areaAnswer?.exposure.area.geometry;
    if (asked) (asked.type === 'Polygon' ? [asked.coordinates] : asked.coordinates).forEach((rings) => this.area(rings));
    else this.chosen();
    this.store.area.points.forEach((at) => this.corner(at));
  }

  chosen() {
    const { kind, points, radiusM } = this.store.area;
    if (kind === 'circle' && points.length) this.area([circleAround(points[0], Number(radiusM) || 0)]);
    else if (kind === 'polygon' && points.length > 2) this.area([points]);
    else if (kind === 'corridor') this.corridor(points);
    else if (kind === 'polygon') this.line(points, 'asked-line', 2.4);
  }

  /** @param {LonLat[][]} rings */
  area(rings) {
    this.group.addLayer(new Polygon(rings.map((ring) => ring.map(latLng)), { className: 'asked-area', weight: 2.4, pane: 'drawing', interactive: false }));
  }

  /** As wide as it is on the ground at this zoom. @param {LonLat[]} points */
  corridor(points) {
    if (points.length < 2) return;
    const distance = Number(this.store.area.distanceM) || 0;
    this.line(points, 'asked-corridor', Math.max(3, (2 * distance) / metresPerPixel(points[0][1], this.map.getZoom())));
    this.line(points, 'asked-line', 2.4);
  }

  /** @param {LonLat[]} points @param {string} className @param {number} weight */
  line(points, className, weight) {
    this.group.addLayer(new Polyline(points.map(latLng), { className, weight, pane: 'drawing', interactive: false, smoothFactor: 0, fill: false }));
  }

  /** @param {LonLat} at */
  corner(at) {
    const icon = new DivIcon({ html: false, className: 'asked-corner', iconSize: [10, 10] });
    this.group.addLayer(new Marker(latLng(at), { icon, interactive: false, keyboard: false, pane: 'handles' }));
  }
}

/** @param {LonLat} at @returns {[number, number]} */
function latLng([lon, lat]) {
  return [lat, lon];
}
