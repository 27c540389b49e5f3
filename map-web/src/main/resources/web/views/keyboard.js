/** @import { App } from '../ui/app.js' */
import { commandOf } from '../model/shortcuts.js';
import { openIncidents } from '../model/selectors.js';

/** @param {EventTarget | null} target */
function writes(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'button', 'radio'].includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** @param {EventTarget | null} target */
function isControl(target) {
  return target instanceof HTMLElement && ['BUTTON', 'A', 'SUMMARY', 'INPUT'].includes(target.tagName);
}

const OWN_ENTER = 'a, button, summary, select, textarea, input:not([type="checkbox"], [type="radio"], [type="range"]), [role="button"], [role="option"], [contenteditable]';

/** Enter that nothing under the focus wants for itself. @param {KeyboardEvent} event */
function isFreeEnter(event) {
  if (event.key !== 'Enter' || event.isComposing || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return false;
  return !(event.target instanceof Element && event.target.closest(OWN_ENTER));
}

/** A dialog or menu takes the keys itself. */
export function overlaid() {
  if (document.querySelector('dialog[open]')) return true;
  return 'popover' in HTMLElement.prototype && document.querySelector('[popover]:popover-open') !== null;
}

/**
 * Keys anywhere on the page become commands.
 * @param {App} app
 * @returns {() => void} to stop
 */
export function listenToKeys(app) {
  const commands = commandsOf(app);
  const listener = (/** @type {KeyboardEvent} */ event) => {
    if (event.defaultPrevented || overlaid()) return;
    // The focus may be on the map: who reports clicks the place and sends.
    if (app.store.mode === 'report' && isFreeEnter(event)) {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (document.querySelector('[data-testid="report-submit"]'))?.click();
      return;
    }
    const found = commandOf(event, writes(event.target), isControl(event.target));
    if (!found) return;
    event.preventDefault();
    commands[found.command](found.digit);
  };
  document.addEventListener('keydown', listener);
  return () => document.removeEventListener('keydown', listener);
}

/** @param {App} app @returns {Record<string, (digit: number) => void>} */
function commandsOf(app) {
  const { store } = app;
  const toMode = (/** @type {import('../types.js').Mode} */ mode) => {
    store.mode = mode;
    store.notify('mode');
  };
  const step = (/** @type {number} */ by) => {
    const open = openIncidents(store.picture);
    if (!open.length) return;
    const i = open.findIndex((incident) => incident.id === store.incidentId);
    const next = open[(i + by + open.length) % open.length] ?? open[0];
    app.incidents.select(next.id);
    app.stage.reveal(next.location.coordinates);
  };
  return {
    report: () => store.may('report') && toMode('report'),
    search: () => focus('[data-testid="search"]'),
    previous: () => step(-1),
    next: () => step(1),
    toggle: (digit) => app.dispatch.toggleNumber(digit),
    dispatch: () => app.dispatch.openSheet(),
    area: () => toMode(store.mode === 'area' ? 'incident' : 'area'),
    terrain: () => toMode(store.mode === 'terrain' ? 'incident' : 'terrain'),
    closures: () => toMode(store.mode === 'closures' ? 'incident' : 'closures'),
    editing: () => store.may('editFeature') && app.editing.start(),
    centre() {
      const unit = store.unitId ? store.picture.units.get(store.unitId) : undefined;
      const incident = store.incident();
      if (incident) app.stage.centre(incident.location.coordinates);
      else if (unit) app.stage.centreUnit(unit);
    },
    county: () => app.stage.county(),
    layers() {
      store.layersOpen = !store.layersOpen;
      store.notify('mode');
    },
    units: () => focus('[data-testid="unit-list"] button'),
    timeline: () => focus('.timeline'),
    leave() {
      if (store.mode !== 'incident') {
        app.closures.clear();
        toMode('incident');
      } else if (store.unitId) {
        store.unitId = null;
        store.notify('selection');
      } else if (store.selectedFeature) {
        app.features.deselect();
      } else if (store.layersOpen) {
        store.layersOpen = false;
        store.notify('mode');
      } else {
        app.incidents.select(null);
      }
    },
    help() {
      store.helpOpen = true;
      store.notify('mode');
    },
  };
}

/** @param {string} selector */
function focus(selector) {
  /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus();
}
