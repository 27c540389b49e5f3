/** @import { Incident } from '../types.js' */
/** @import { Texts } from '../i18n/texts.js' */
/** @import { Store } from '../model/store.js' */
/** @import { Box } from './labels.js' */
import { DivIcon, Map as LeafletMap, Marker } from 'leaflet';
import { openIncidents } from '../model/selectors.js';
import { TakenSpace } from './labels.js';

const NUMERALS = ['?', '\u2160', '\u2161', '\u2162', '\u2163'];
const SVG = 'http://www.w3.org/2000/svg';

/** Incidents as triangles with their level; few enough to be elements, so that they can be read aloud and clicked. */
export class IncidentLayer {
  /** @param {LeafletMap} map @param {Store} store @param {Texts} texts @param {(id: string) => void} onPick */
  constructor(map, store, texts, onPick) {
    this.map = map;
    this.store = store;
    this.texts = texts;
    this.onPick = onPick;
    /** @type {Map<string, {marker: Marker, shown: string, box: HTMLElement}>} */
    this.markers = new Map();
  }

  update() {
    const open = openIncidents(this.store.picture);
    const ids = new Set(open.map((incident) => incident.id));
    for (const [id, { marker }] of this.markers) {
      if (!ids.has(id)) {
        marker.remove();
        this.markers.delete(id);
      }
    }
    open.forEach((incident) => this.show(incident));
    this.untangle();
  }

  /** Titles that would lie on a more important one are left out; to be called again when the view has moved. */
  untangle() {
    const taken = new TakenSpace();
    const selectedFirst = openIncidents(this.store.picture).sort((a, b) => Number(b.id === this.store.incidentId) - Number(a.id === this.store.incidentId));
    for (const incident of selectedFirst) {
      const mark = this.markers.get(incident.id)?.box;
      if (!mark) continue;
      mark.classList.remove('is-crowded');
      const title = this.box(incident);
      title.left += 36; // triangles may touch, titles may not
      mark.classList.toggle('is-crowded', !taken.isFree(title));
      taken.take(this.box(incident));
    }
  }

  /** @param {Incident} incident */
  show(incident) {
    const selected = incident.id === this.store.incidentId;
    const shown = JSON.stringify([incident.level, incident.title, incident.location.coordinates, selected, this.texts.language()]);
    const known = this.markers.get(incident.id);
    if (known?.shown === shown) return;
    known?.marker.remove();
    const [lon, lat] = incident.location.coordinates;
    const box = this.element(incident, selected);
    const icon = new DivIcon({ html: box, className: 'incident-anchor', iconSize: [0, 0] });
    const marker = new Marker([lat, lon], { icon, keyboard: false, interactive: false, zIndexOffset: selected ? 2000 : 1000 - (incident.level ?? 5) });
    marker.addTo(this.map);
    this.markers.set(incident.id, { marker, shown, box });
  }

  /** @param {Incident} incident @param {boolean} selected */
  element(incident, selected) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `incident-mark level-${incident.level ?? 'none'}${selected ? ' is-selected' : ''}`;
    button.tabIndex = -1; // the list is the keyboard's way to it
    button.dataset.testid = 'incident-mark';
    button.dataset.incident = incident.id;
    const level = this.texts.code('level', String(incident.level ?? 'none'));
    button.setAttribute('aria-label', `${level} ${incident.title}`);
    button.append(triangle(incident.level ?? 0), label(incident.title));
    for (const type of ['click', 'mousedown', 'dblclick']) button.addEventListener(type, (event) => event.stopPropagation());
    button.addEventListener('click', () => this.onPick(incident.id));
    return button;
  }

  /** Space they take, for the labels of units, in layer pixels. @returns {Box[]} */
  boxes() {
    return openIncidents(this.store.picture).map((incident) => this.box(incident));
  }

  /** @param {Incident} incident @returns {Box} */
  box(incident) {
    const [lon, lat] = incident.location.coordinates;
    const { x, y } = this.map.latLngToLayerPoint([lat, lon]);
    const width = this.markers.get(incident.id)?.box.offsetWidth ?? 0;
    return { left: x - 18, right: x - 18 + width, top: y - 20, bottom: y + 14 };
  }

}

/** @param {number} level */
function triangle(level) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '-18 -20 36 32');
  svg.setAttribute('width', '36');
  svg.setAttribute('height', '32');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(SVG, 'path');
  shape.setAttribute('d', 'M0-17l15.5 26h-31z');
  const numeral = document.createElementNS(SVG, 'text');
  numeral.setAttribute('y', '5');
  numeral.textContent = NUMERALS[level];
  svg.append(shape, numeral);
  return svg;
}

/** @param {string} title */
function label(title) {
  const span = document.createElement('span');
  span.textContent = title.length > 14 ? `${title.slice(0, 13)}…` : title;
  return span;
}
