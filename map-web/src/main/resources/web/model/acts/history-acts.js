/** @import { Feature } from '../../layer-types.js' */
/** @import { EventMessage } from '../../types.js' */
/** @import { FeatureHistory, FeatureVersion } from '../../editing-types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { EditingApi } from '../../net/editing-api.js' */
/** @import { Store } from '../store.js' */
/** @import { Toasts } from './toasts.js' */
import { ApiError } from '../../net/api.js';
import { told } from './problems.js';

/** What a feature was, who changed it and why; bringing a state back; deleting, which is a state as well. */
export class HistoryActs {
  /** @param {{store: Store, editingApi: EditingApi, texts: Texts, toasts: Toasts, onSaved: (layer: string, feature: Feature) => void, onRemoved: () => void}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.editingApi;
    this.texts = parts.texts;
    this.toasts = parts.toasts;
    this.onSaved = parts.onSaved;
    this.onRemoved = parts.onRemoved;
  }

  get editing() {
    return this.store.editing;
  }

  /** @param {string} layer @param {string} id */
  async open(layer, id) {
    this.editing.history = { layer, id, versions: null, chosen: null, restoring: false, reason: '', busy: false, problem: '' };
    this.store.mode = 'history';
    this.store.notify('mode', 'history');
    await this.load(layer, id);
  }

  /** @param {string} layer @param {string} id */
  async load(layer, id) {
    try {
      const versions = (await this.api.featureHistory(layer, id)).map(versionOf).sort((a, b) => b.revision - a.revision);
      if (this.isOpen(layer, id)) this.change({ versions, problem: '' });
    } catch (cause) {
      if (this.isOpen(layer, id)) this.change({ problem: told(cause, this.texts).title });
    }
  }

  /** @param {string} layer @param {string} id */
  isOpen(layer, id) {
    return this.editing.history?.layer === layer && this.editing.history.id === id;
  }

  close() {
    this.editing.history = null;
    this.store.mode = 'incident';
    this.store.notify('mode', 'history');
  }

  /** Shows a state, or no longer. @param {number} revision */
  choose(revision) {
    const { history } = this.editing;
    if (history) this.change({ chosen: history.chosen === revision ? null : revision, restoring: false, problem: '' });
  }

  /** @param {Partial<FeatureHistory>} change */
  change(change) {
    if (!this.editing.history) return;
    this.editing.history = { ...this.editing.history, ...change };
    this.store.notify('history');
  }

  /** The state that is chosen becomes the newest. */
  async restore() {
    const { history } = this.editing;
    if (!history || history.busy || history.chosen === null || !history.reason.trim()) return;
    this.change({ busy: true, problem: '' });
    try {
      const feature = await this.api.restoreFeature(history.layer, history.id, history.chosen, history.reason.trim());
      this.toasts.say(this.texts.t('history.restored', { name: String(feature.properties.name ?? ''), revision: history.chosen }), 'good');
      this.change({ busy: false, restoring: false, reason: '', chosen: null });
      this.onSaved(history.layer, feature);
      await this.load(history.layer, history.id);
    } catch (cause) {
      const { title, detail } = told(cause, this.texts);
      this.change({ busy: false, problem: [title, detail].filter(Boolean).join(' ') });
    }
  }

  /** Asks why. @param {string} layer @param {Feature} feature */
  askRemoval(layer, feature) {
    this.editing.removal = { layer, id: feature.id ?? '', revision: Number(feature.properties.revision), reason: '', busy: false, problem: '' };
    this.store.notify('history');
  }

  keepIt() {
    this.editing.removal = null;
    this.store.notify('history');
  }

  /** @param {Partial<NonNullable<HistoryActs['editing']['removal']>>} change */
  changeRemoval(change) {
    if (!this.editing.removal) return;
    this.editing.removal = { ...this.editing.removal, ...change };
    this.store.notify('history');
  }

  /** Its history stays, and from there it can be brought back. */
  async remove() {
    const { removal } = this.editing;
    if (!removal || removal.busy || !removal.reason.trim()) return;
    this.changeRemoval({ busy: true, problem: '' });
    try {
      await this.api.removeFeature(removal.layer, removal.id, removal.reason.trim(), removal.revision);
      this.editing.removal = null;
      this.toasts.say(this.texts.t('history.removed'), 'good');
      this.onRemoved();
      await this.open(removal.layer, removal.id);
    } catch (cause) {
      const { title, detail } = told(cause, this.texts);
      this.changeRemoval({ busy: false, problem: [title, detail].filter(Boolean).join(' ') });
      // Somebody changed it first: whoever has read that and still wants it gone presses once more.
      const current = /** @type {Feature | null} */ (cause instanceof ApiError ? cause.current : null);
      if (current) this.changeRemoval({ revision: Number(current.properties.revision) });
    }
  }

  /** What the live link tells: the history grows. @param {EventMessage} message */
  heard({ event, payload: { layer, id } }) {
    if (layer && id && event.startsWith('feature.') && this.isOpen(layer, id) && !this.editing.history?.busy) void this.load(layer, id);
  }
}

/** @param {Feature} feature @returns {FeatureVersion} */
function versionOf(feature) {
  const { revision, act, changed_at: at, reason } = feature.properties;
  return { revision: Number(revision), act: String(act ?? '').toLowerCase(), at: String(at ?? ''), reason: reason ?? null, feature };
}
