/** @import { Feature } from '../layer-types.js' */
/** @import { App } from '../ui/app.js' */
/** @import { Drawer } from '../map/drawing-layer.js' */
import { CatalogueActs } from '../model/acts/catalogue-acts.js';
import { DrawingActs } from '../model/acts/drawing-acts.js';
import { EditingActs } from '../model/acts/editing-acts.js';
import { HistoryActs } from '../model/acts/history-acts.js';
import { RemovedActs } from '../model/acts/removed-acts.js';
import { SnapActs } from '../model/acts/snap-acts.js';
import { EditingApi } from '../net/editing-api.js';
import { overlaid } from './keyboard.js';

/**
 * What edits the county's map.
 * @param {Pick<App, 'store' | 'api' | 'texts' | 'toasts'>} parts
 * @param {{onTaken: (layer: string) => void, onSaved: (layer: string, feature: Feature) => void, onRemoved: () => void}} told what came of it
 * @returns {Pick<App, 'editing' | 'drawing' | 'snapping' | 'history' | 'removed' | 'catalogue'>}
 */
export function editingActs(parts, told) {
  const wiring = { ...parts, editingApi: new EditingApi(parts.api), ...told };
  const editing = new EditingActs(wiring);
  return {
    editing,
    drawing: new DrawingActs({ store: parts.store, put: (draft) => editing.put(draft) }),
    snapping: new SnapActs(parts),
    history: new HistoryActs(wiring),
    removed: new RemovedActs(wiring),
    catalogue: new CatalogueActs(wiring),
  };
}

/** Who takes what is drawn on the map. @param {App} app @returns {Drawer} */
export function drawerOf({ drawing, snapping }) {
  return {
    draw: (shape) => drawing.draw(shape),
    drag: (shape) => drawing.drag(shape),
    place: (at) => drawing.place(at),
    finishPath: () => drawing.finishPath(),
    removeVertex: (address) => drawing.removeVertex(address),
    near: (box) => snapping.near(box),
    approach: (at) => snapping.approach(at),
  };
}

/**
 * Keys of drawing, before those of the page: steps back and forth, the end of a path, the vertex drawn last. In a field Ctrl+Z is the field's own.
 * @param {App} app
 * @returns {() => void} to stop
 */
export function listenWhileDrawing(app) {
  const listener = (/** @type {KeyboardEvent} */ event) => {
    const { mode } = app.store;
    if ((mode !== 'edit' && mode !== 'history') || event.isComposing || isElsewhere(event.target)) return;
    const act = mode === 'edit' ? drawingKey(app, event) : event.key === 'Escape' ? () => app.history.close() : null;
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  document.addEventListener('keydown', listener, true);
  return () => document.removeEventListener('keydown', listener, true);
}

/** Dialogs, menus and the search take their keys themselves. @param {EventTarget | null} target */
function isElsewhere(target) {
  return overlaid() || (target instanceof Element && target.closest('wl-search-box, wl-layers-panel') !== null);
}

/** @param {App} app @param {KeyboardEvent} event @returns {(() => void) | null} */
function drawingKey({ store, editing, drawing }, event) {
  const draft = store.editing.draft();
  const field = event.target instanceof HTMLElement && event.target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select');
  const key = event.key.toLowerCase();
  if (key === 'escape') {
    if (store.editing.dragged) return () => drawing.drag(null);
    return draft?.drawing && draft.journal.now.parts.length ? () => drawing.finishPath() : () => editing.leave();
  }
  if (!draft || field) return null;
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z') return () => (event.shiftKey ? drawing.redo() : drawing.undo());
    return key === 'y' ? () => drawing.redo() : null;
  }
  const on = (/** @type {string} */ selector) => event.target instanceof HTMLElement && event.target.matches(selector);
  if (!draft.drawing || on('button, summary')) return null;
  if (key === 'enter') return () => drawing.finishPath();
  return key === 'backspace' && !on('.handle') ? () => drawing.stepBack() : null;
}
