/** @import { LonLat } from '../types.js' */
/** @import { OpenPath, Shape, VertexAddress } from '../editing-types.js' */
/** @import { Texts } from '../i18n/texts.js' */
import { DivIcon, Map as LeafletMap, Marker } from 'leaflet';
import { between } from '../model/editing/snapping.js';
import { edges, gripOf, vertexCount, vertices } from '../model/editing/shape.js';

const LIKELY_MOST = 300;
const APART_PX = 9;
const ROOM_FOR_A_MIDDLE_PX = 30;
const STEP_PX = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });
const LARGE_STEP = 10;

/**
 * @typedef {'vertex' | 'middle' | 'whole'} HandleKind
 * @typedef {{kind: HandleKind, address: VertexAddress, at: LonLat}} Handle
 * @typedef {object} Grip what becomes of a handle in somebody's hand
 * @property {(handle: Handle, pointer: {x: number, y: number}, free: boolean) => void} drag
 * @property {(handle: Handle, moved: boolean) => void} drop
 * @property {() => void} abort
 * @property {(handle: Handle, x: number, y: number) => void} nudge by so many pixels
 * @property {(handle: Handle) => void} remove
 */

/** What a shape is held by: its vertices, the middles of its edges, and the middle of it all. Only as many as can be told apart. */
export class Handles {
  /** @param {LeafletMap} map @param {Texts} texts @param {Grip} grip */
  constructor(map, texts, grip) {
    this.map = map;
    this.texts = texts;
    this.grip = grip;
    /** @type {Map<string, {marker: Marker, handle: Handle, box: HTMLElement}>} */
    this.shown = new Map();
    /** The one being dragged. @type {string | null} */
    this.held = null;
  }

  /** @param {Shape | null} shape @param {OpenPath | null} drawing only what is being drawn: nothing else may be in the way of a click */
  show(shape, drawing) {
    const wanted = new Map(shape ? this.wanted(shape, drawing).map((handle) => [keyOf(handle), handle]) : []);
    for (const [key, { marker }] of this.shown) {
      if (wanted.has(key) || key === this.held) continue;
      marker.remove();
      this.shown.delete(key);
    }
    wanted.forEach((handle, key) => this.put(key, handle));
  }

  /** @param {Shape} shape @param {OpenPath | null} drawing @returns {Handle[]} */
  wanted(shape, drawing) {
    const view = this.map.getBounds().pad(0.1);
    const seen = vertices(shape).filter(({ at: [lon, lat] }) => view.contains([lat, lon]));
    const all = seen.length > LIKELY_MOST ? this.thinned(seen) : seen;
    /** @type {Handle[]} */
    const found = all.map(({ at, address }) => ({ kind: 'vertex', at, address }));
    if (drawing) return found.filter(({ address }) => address.part === drawing.part && address.ring === drawing.ring);
    if (all.length === seen.length) found.push(...this.middles(shape, view));
    const grip = vertexCount(shape) > 1 ? gripOf(shape) : null;
    if (grip) found.push({ kind: 'whole', at: grip, address: { part: -1, ring: 0, vertex: 0 } });
    return found;
  }

  /** @param {{at: LonLat, address: VertexAddress}[]} seen */
  thinned(seen) {
    let last = { x: -1e6, y: 0 };
    return seen.filter(({ at }) => {
      const here = this.pixel(at);
      if (Math.hypot(here.x - last.x, here.y - last.y) < APART_PX) return false;
      last = here;
      return true;
    });
  }

  /** @param {Shape} shape @param {import('leaflet').LatLngBounds} view @returns {Handle[]} */
  middles(shape, view) {
    return edges(shape).flatMap(({ from, to, address }) => {
      const at = between(from, to, 0.5);
      if (!view.contains([at[1], at[0]])) return [];
      const [a, b] = [this.pixel(from), this.pixel(to)];
      return Math.hypot(a.x - b.x, a.y - b.y) < ROOM_FOR_A_MIDDLE_PX ? [] : [{ kind: /** @type {HandleKind} */ ('middle'), at, address }];
    });
  }

  /** @param {LonLat} at */
  pixel([lon, lat]) {
    return this.map.latLngToContainerPoint([lat, lon]);
  }

  /** @param {string} key @param {Handle} handle */
  put(key, handle) {
    const known = this.shown.get(key);
    if (known) {
      known.handle = handle;
      known.marker.setLatLng([handle.at[1], handle.at[0]]);
      return;
    }
    const box = this.element(key, handle);
    const icon = new DivIcon({ html: box, className: 'handle-anchor', iconSize: [0, 0] });
    const marker = new Marker([handle.at[1], handle.at[0]], { icon, keyboard: false, interactive: false, pane: 'handles', zIndexOffset: handle.kind === 'vertex' ? 100 : 0 });
    marker.addTo(this.map);
    this.shown.set(key, { marker, handle, box });
  }

  /** @param {string} key @param {Handle} handle */
  element(key, { kind, address }) {
    const box = document.createElement('div');
    box.className = `handle is-${kind}`;
    box.dataset.testid = kind === 'whole' ? 'move-whole' : kind;
    box.dataset.at = [address.part, address.ring, address.vertex].join('/');
    box.setAttribute('role', 'button');
    box.setAttribute('aria-label', this.texts.t(`drawing.${kind}`, { n: address.vertex + 1 }));
    box.tabIndex = kind === 'vertex' ? 0 : -1;
    for (const type of ['mousedown', 'touchstart', 'click', 'dblclick']) box.addEventListener(type, (event) => event.stopPropagation());
    box.addEventListener('pointerdown', (event) => this.hold(key, box, event));
    box.addEventListener('keydown', (event) => this.press(key, event));
    box.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      event.stopPropagation();
      if (kind === 'vertex') this.remove(key);
    });
    return box;
  }

  /** @param {string} key @param {HTMLElement} box @param {PointerEvent} down */
  hold(key, box, down) {
    if (down.button !== 0) return;
    down.stopPropagation();
    const known = this.shown.get(key);
    if (!known) return;
    const start = { ...known.handle };
    // Whoever grasps it at its rim does not want it to jump.
    const [held, at] = [this.map.mouseEventToContainerPoint(down), this.pixel(start.at)];
    let moved = false;
    this.held = key;
    box.setPointerCapture(down.pointerId);
    const move = (/** @type {PointerEvent} */ event) => {
      moved ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 3;
      const now = this.map.mouseEventToContainerPoint(event);
      if (moved) this.grip.drag(start, { x: now.x + at.x - held.x, y: now.y + at.y - held.y }, event.altKey);
    };
    const end = (/** @type {PointerEvent} */ event) => {
      ['pointermove', 'pointerup', 'pointercancel'].forEach((type) => box.removeEventListener(type, /** @type {EventListener} */ (type === 'pointermove' ? move : end)));
      this.held = null;
      if (event.type === 'pointercancel') this.grip.abort();
      else this.grip.drop(start, moved);
    };
    box.addEventListener('pointermove', move);
    box.addEventListener('pointerup', end);
    box.addEventListener('pointercancel', end);
  }

  /** @param {string} key @param {KeyboardEvent} event */
  press(key, event) {
    const handle = this.shown.get(key)?.handle;
    if (!handle || event.ctrlKey || event.metaKey) return;
    const step = STEP_PX[event.key];
    if (step) {
      const by = event.shiftKey ? LARGE_STEP : 1;
      this.grip.nudge(handle, step[0] * by, step[1] * by);
    } else if (['Delete', 'Backspace'].includes(event.key) && handle.kind === 'vertex') this.remove(key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The focus goes to the one that takes its place. @param {string} key */
  remove(key) {
    const handle = this.shown.get(key)?.handle;
    if (!handle) return;
    this.grip.remove(handle);
    const { part, ring, vertex } = handle.address;
    const next = this.shown.get(keyOf(handle)) ?? this.shown.get(keyOf({ ...handle, address: { part, ring, vertex: vertex - 1 } }));
    next?.box.focus();
  }
}

/** @param {Handle} handle */
function keyOf({ kind, address: { part, ring, vertex } }) {
  return `${kind} ${part}/${ring}/${vertex}`;
}
