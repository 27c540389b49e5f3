/** @import { LonLat } from '../types.js' */
/** @import { Shape } from '../editing-types.js' */
/** @import { Texts } from '../i18n/texts.js' */
/** @import { Store } from '../model/store.js' */
/** @import { Handle } from './handles.js' */
import { DivIcon, LayerGroup, Map as LeafletMap, Marker, Polygon, Polyline } from 'leaflet';
import { faults } from '../model/editing/crossings.js';
import { LEAST, moved, vertexAt, withVertexAdded, withVertexMoved } from '../model/editing/shape.js';
import { Handles } from './handles.js';
import { Snapper } from './snapper.js';

const SAME_PLACE_PX = 6;

/**
 * @typedef {object} Drawer who takes what is drawn
 * @property {(shape: Shape) => void} draw one step
 * @property {(shape: Shape | null) => void} drag no step yet
 * @property {(at: LonLat) => void} place the next vertex
 * @property {() => void} finishPath
 * @property {(address: Handle['address']) => void} removeVertex
 * @property {(box: number[]) => Iterable<LonLat[]>} near what can be snapped to
 * @property {(at: LonLat) => void} approach the pointer is there now
 */

/** The shape in hand on the map: drawn by clicks, held by its handles. */
export class DrawingLayer {
  /** @param {LeafletMap} map @param {Store} store @param {Texts} texts @param {Drawer} drawer */
  constructor(map, store, texts, drawer) {
    this.map = map;
    this.store = store;
    this.drawer = drawer;
    map.createPane('drawing');
    map.createPane('handles');
    this.group = new LayerGroup().addTo(map);
    this.wrong = new LayerGroup().addTo(map);
    this.band = new Polyline([], { className: 'drawing-band', pane: 'drawing', interactive: false, weight: 2 });
    this.snapper = new Snapper(map, (box) => drawer.near(box));
    this.handles = new Handles(map, texts, {
      drag: (handle, pointer, free) => drawer.drag(this.dragged(handle, pointer, free)),
      drop: (handle, hasMoved) => this.drop(handle, hasMoved),
      abort: () => drawer.drag(null),
      nudge: (handle, x, y) => this.nudge(handle, x, y),
      remove: (handle) => drawer.removeVertex(handle.address),
    });
    /** @type {Shape | null} */
    this.drawn = null;
  }

  /** The draft that is drawn on; none while something else is in hand. */
  draft() {
    return this.store.mode === 'edit' ? this.store.editing.draft() : null;
  }

  update() {
    const draft = this.draft();
    const shape = draft ? this.store.editing.shape() : null;
    if (shape !== this.drawn) this.paint(shape);
    this.handles.show(shape, draft?.drawing ?? null);
    this.map.getContainer().classList.toggle('is-drawing', Boolean(draft?.drawing));
    if (draft?.drawing) this.map.doubleClickZoom.disable();
    else {
      this.map.doubleClickZoom.enable();
      this.band.remove();
      if (!this.handles.held) this.snapper.hide();
    }
  }

  /** @param {Shape | null} shape */
  paint(shape) {
    this.drawn = shape;
    this.group.clearLayers();
    this.wrong.clearLayers();
    if (!shape || shape.kind === 'point') return;
    const crossed = faults(shape);
    for (const rings of shape.parts) {
      const paths = rings.filter((path) => path.length > 1).map((path) => path.map(latLng));
      if (!paths.length) continue;
      const closed = shape.kind === 'polygon' && rings[0].length >= LEAST.polygon;
      this.group.addLayer(area(paths, closed, 'drawing-casing', 6));
      this.group.addLayer(area(paths, closed, `drawing-line${closed ? ' is-area' : ''}${crossed.length ? ' is-crossed' : ''}`, 3));
    }
    for (const at of crossed) {
      const cross = document.createElement('div');
      cross.dataset.testid = 'crossing';
      const icon = new DivIcon({ html: cross, className: 'crossing-mark', iconSize: [22, 22] });
      this.wrong.addLayer(new Marker(latLng(at), { icon, interactive: false, keyboard: false, pane: 'handles' }));
    }
  }

  /** A click on the map; true when it was for drawing. @param {import('leaflet').MouseEvent} event */
  click(event) {
    const draft = this.draft();
    if (!draft) return false;
    const path = this.openPath();
    const last = path?.[path.length - 1];
    if (last && this.isAt(last, event.containerPoint)) this.drawer.finishPath();
    else this.drawer.place(this.snapper.at(event.containerPoint, event.originalEvent.altKey, this.own()).at);
    return true;
  }

  /** The pointer, on its way to the next vertex. @param {import('leaflet').MouseEvent} event */
  hover(event) {
    const draft = this.draft();
    if (!draft) return;
    this.drawer.approach([event.latlng.lng, event.latlng.lat]);
    if (!draft.drawing || this.handles.held) return;
    const { at } = this.snapper.at(event.containerPoint, event.originalEvent.altKey, this.own());
    const path = this.openPath() ?? [];
    const ahead = path.length ? [path[path.length - 1], at] : [];
    const back = draft.journal.now.kind === 'polygon' && path.length > 1 ? [path[0]] : [];
    this.band.setLatLngs([...ahead, ...back].map(latLng));
    this.band.addTo(this.map);
  }

  openPath() {
    const draft = this.draft();
    return draft?.drawing ? draft.journal.now.parts[draft.drawing.part]?.[draft.drawing.ring] : undefined;
  }

  /** Its own other paths, and the ends of the one being drawn. @returns {LonLat[][]} */
  own() {
    const draft = this.draft();
    if (!draft) return [];
    const open = this.openPath();
    return draft.journal.now.parts.flat().flatMap((path) => (path !== open ? [path] : path.length > 2 ? [[path[0]]] : []));
  }

  /** @param {LonLat} at @param {{x: number, y: number}} pointer */
  isAt([lon, lat], pointer) {
    const here = this.map.latLngToContainerPoint([lat, lon]);
    return Math.hypot(here.x - pointer.x, here.y - pointer.y) <= SAME_PLACE_PX;
  }

  /** @param {Handle} handle @param {{x: number, y: number}} pointer @param {boolean} free @returns {Shape | null} */
  dragged({ kind, address, at: from }, pointer, free) {
    const now = this.draft()?.journal.now;
    if (!now) return null;
    if (kind === 'whole') {
      const { lat, lng } = this.map.containerPointToLatLng(/** @type {any} */ (pointer));
      return moved(now, lng - from[0], lat - from[1]);
    }
    const others = now.parts.flat().filter((path) => path !== now.parts[address.part]?.[address.ring]);
    const { at } = this.snapper.at(pointer, free, others);
    return kind === 'middle' ? withVertexAdded(now, address, at) : withVertexMoved(now, address, at);
  }

  /** @param {Handle} handle @param {boolean} hasMoved */
  drop({ kind, address, at }, hasMoved) {
    this.snapper.hide();
    const draft = this.draft();
    if (!draft) return;
    const { dragged } = this.store.editing;
    if (hasMoved && dragged) this.drawer.draw(dragged);
    else if (kind === 'middle') this.drawer.draw(withVertexAdded(draft.journal.now, address, at));
    else if (kind === 'vertex' && this.endsPath(address)) this.drawer.finishPath();
  }

  /** A click on the first corner closes an area, one on the last vertex ends any path. @param {Handle['address']} address */
  endsPath({ part, ring, vertex }) {
    const drawing = this.draft()?.drawing;
    const path = this.openPath();
    if (!drawing || !path || drawing.part !== part || drawing.ring !== ring) return false;
    return vertex === path.length - 1 || (vertex === 0 && this.draft()?.journal.now.kind === 'polygon');
  }

  /** @param {Handle} handle @param {number} x @param {number} y */
  nudge({ kind, address }, x, y) {
    const now = this.draft()?.journal.now;
    const at = now && vertexAt(now, address);
    if (!now || !at || kind !== 'vertex') return;
    const here = this.map.latLngToContainerPoint([at[1], at[0]]);
    const { lat, lng } = this.map.containerPointToLatLng(/** @type {any} */ ({ x: here.x + x, y: here.y + y }));
    this.drawer.draw(withVertexMoved(now, address, [Number(lng.toFixed(7)), Number(lat.toFixed(7))]));
  }
}

/** @param {[number, number][][]} paths @param {boolean} closed @param {string} className @param {number} weight */
function area(paths, closed, className, weight) {
  const options = { className, weight, pane: 'drawing', interactive: false, smoothFactor: 0 };
  return closed ? new Polygon(paths, options) : new Polyline(paths, { ...options, fill: false });
}

/** @param {LonLat} at @returns {[number, number]} */
function latLng([lon, lat]) {
  return [lat, lon];
}
