/** @import { LonLat } from '../types.js' */
/** @import { Snap } from '../model/editing/snapping.js' */
import { DivIcon, Map as LeafletMap, Marker } from 'leaflet';
import { snap } from '../model/editing/snapping.js';

const REACH_PX = 12;

/** Draws the pointer to vertices and edges near it, and shows which; with Alt it stays where it is. */
export class Snapper {
  /** @param {LeafletMap} map @param {(box: number[]) => Iterable<LonLat[]>} paths lines and points that touch a box of degrees */
  constructor(map, paths) {
    this.map = map;
    this.paths = paths;
    /** @type {Marker | null} */
    this.mark = null;
  }

  /**
   * @param {{x: number, y: number}} pointer from the map's corner
   * @param {boolean} off
   * @param {LonLat[][]} [own] further paths, of the shape itself
   * @returns {{at: LonLat, snap: Snap | null}}
   */
  at(pointer, off, own = []) {
    const ground = (/** @type {number} */ x, /** @type {number} */ y) => {
      const { lat, lng } = this.map.containerPointToLatLng(/** @type {any} */ ({ x, y }));
      return /** @type {LonLat} */ ([lng, lat]);
    };
    const at = ground(pointer.x, pointer.y);
    const [west, south] = ground(pointer.x - REACH_PX, pointer.y + REACH_PX);
    const [east, north] = ground(pointer.x + REACH_PX, pointer.y - REACH_PX);
    const box = [west, south, east, north];
    const found = off ? null : snap(pointer, [...this.paths(box), ...own], ([lon, lat]) => this.map.latLngToContainerPoint([lat, lon]), REACH_PX, box);
    this.show(found);
    return { at: rounded(found?.at ?? at, found !== null), snap: found };
  }

  /** @param {Snap | null} found */
  show(found) {
    this.mark?.remove();
    this.mark = null;
    if (!found) return;
    const icon = new DivIcon({ html: false, className: `snap-mark is-${found.kind}`, iconSize: [18, 18] });
    this.mark = new Marker([found.at[1], found.at[0]], { icon, interactive: false, keyboard: false, pane: 'handles' });
    this.mark.addTo(this.map);
  }

  hide() {
    this.show(null);
  }
}

/** A centimetre is enough for a hand; what was snapped to keeps all its figures. @param {LonLat} at @param {boolean} exact @returns {LonLat} */
function rounded([lon, lat], exact) {
  return exact ? [lon, lat] : [Number(lon.toFixed(7)), Number(lat.toFixed(7))];
}
