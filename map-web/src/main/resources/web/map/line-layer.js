/** @import { Closure, LineString, LonLat } from '../types.js' */
/** @import { Texts } from '../i18n/texts.js' */
/** @import { Store } from '../model/store.js' */
import { DivIcon, LayerGroup, Map as LeafletMap, Marker, Polyline } from 'leaflet';
import { cutWays } from '../model/cut-ways.js';
import { isActive } from '../model/selectors.js';

const SVG = 'http://www.w3.org/2000/svg';

/** @param {LonLat[]} line @returns {[number, number][]} */
const latLngs = (line) => line.map(([lon, lat]) => [lat, lon]);

/** Lines on the roads: closed stretches, routes of those under way, the route being looked at, the stretch to close. */
export class LineLayer {
  /** @param {LeafletMap} map @param {Store} store @param {Texts} texts */
  constructor(map, store, texts) {
    this.store = store;
    this.texts = texts;
    const group = () => new LayerGroup().addTo(map);
    this.underway = group();
    this.closed = group();
    this.wished = group();
    this.looked = group();
  }

  closures() {
    this.closed.clearLayers();
    for (const closure of this.store.picture.closures.values()) this.closure(closure);
  }

  /** @param {Closure} closure */
  closure(closure) {
    const lines = closure.stretches?.coordinates ?? [];
    if (!lines.length) return;
    line(this.closed, lines.map(latLngs), 'closure-casing', 9);
    line(this.closed, lines.map(latLngs), 'closure-line', 5);
    const longest = lines.reduce((a, b) => (b.length > a.length ? b : a));
    const [lon, lat] = middle(longest);
    const icon = new DivIcon({ html: sign(closure, this.texts), className: 'closure-sign', iconSize: [22, 22] });
    this.closed.addLayer(new Marker([lat, lon], { icon, interactive: false, keyboard: false, zIndexOffset: 500 }));
  }

  /** Thin, for orientation: whose unit is on its way to an incident. */
  routes() {
    this.underway.clearLayers();
    const cut = cutWays(this.store.picture);
    this.drawnCut = [...cut.keys()].join();
    for (const order of this.store.picture.orders.values()) {
      if (!isActive(order) || order.state === 'on_scene' || !order.route) continue;
      const mine = order.incident_id === this.store.incidentId;
      const name = ['route-underway', mine ? 'is-mine' : '', cut.has(order.id) ? 'is-cut' : ''].join(' ').trim();
      line(this.underway, [latLngs(order.route.coordinates)], name, mine ? 3.5 : 2.5);
    }
  }

  /** Again only when other ways are closed than drawn: units pass the place, closures come and go. */
  cuts() {
    if ([...cutWays(this.store.picture).keys()].join() !== this.drawnCut) this.routes();
  }

  preview() {
    this.looked.clearLayers();
    const route = this.store.preview?.route;
    if (route) this.route(route);
  }

  /** @param {LineString} route */
  route(route) {
    const path = [latLngs(route.coordinates)];
    line(this.looked, path, 'route-casing', 8);
    line(this.looked, path, 'route-line', 5);
    line(this.looked, path, 'route-dots', 1.6);
  }

  /** The stretch that is about to be closed. */
  wish() {
    this.wished.clearLayers();
    const stretch = this.store.closure.stretch;
    if (this.store.mode !== 'closures' || !stretch) return;
    const path = [latLngs(stretch.geometry.coordinates)];
    line(this.wished, path, 'closure-glow', 24);
    line(this.wished, path, 'closure-casing', 13);
    line(this.wished, path, 'closure-line', 9);
    line(this.wished, path, 'closure-wish', 3);
  }
}

/** @param {LayerGroup} group @param {[number, number][][]} path @param {string} className @param {number} weight */
function line(group, path, className, weight) {
  group.addLayer(new Polyline(path, { className, weight, interactive: false, smoothFactor: 0.8 }));
}

/** Half way along. @param {LonLat[]} points @returns {LonLat} */
function middle(points) {
  const lengths = points.slice(1).map(([lon, lat], i) => Math.hypot(lon - points[i][0], lat - points[i][1]));
  let left = lengths.reduce((a, b) => a + b, 0) / 2;
  for (let i = 0; i < lengths.length; i++) {
    if (left <= lengths[i]) {
      const share = lengths[i] ? left / lengths[i] : 0;
      return [points[i][0] + (points[i + 1][0] - points[i][0]) * share, points[i][1] + (points[i + 1][1] - points[i][1]) * share];
    }
    left -= lengths[i];
  }
  return points[0];
}

/** @param {Closure} closure @param {Texts} texts */
function sign(closure, texts) {
  const box = document.createElement('div');
  box.dataset.testid = 'closure-sign';
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '-11 -11 22 22');
  svg.setAttribute('width', '22');
  svg.setAttribute('height', '22');
  const disc = document.createElementNS(SVG, 'circle');
  disc.setAttribute('r', '8.6');
  const bar = document.createElementNS(SVG, 'path');
  bar.setAttribute('d', 'M-4.600 0h9.200');
  svg.append(disc, bar);
  const text = document.createElement('span');
  text.textContent = closure.reason.length > 10 ? `${closure.reason.slice(0, 9)}…` : closure.reason;
  box.setAttribute('aria-label', `${texts.t('layers.closed')} ${closure.reason}`);
  box.append(svg, text);
  return box;
}
