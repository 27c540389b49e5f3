/** @import { Feature } from '../../layer-types.js' */
/** @import { RemovedList } from '../../editing-types.js' */
/** @import { EventMessage } from '../../types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { EditingApi } from '../../net/editing-api.js' */
/** @import { Store } from '../store.js' */
/** @import { Toasts } from './toasts.js' */
import { told } from './problems.js';

/** What was deleted from a layer, and bringing it back: it lies on no map, so nothing else leads to it. */
export class RemovedActs {
  /** @param {{store: Store, editingApi: EditingApi, texts: Texts, toasts: Toasts, onSaved: (layer: string, feature: Feature) => void}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.editingApi;
    this.texts = parts.texts;
    this.toasts = parts.toasts;
    this.onSaved = parts.onSaved;
  }

  get list() {
    return this.store.editing.removed;
  }

  /** Opens or closes the list of a layer. @param {string} layer */
  async toggle(layer) {
    if (this.list?.layer === layer) {
      this.show(null);
      return;
    }
    this.show({ layer, features: null, next: null, chosen: null, reason: '', busy: false, problem: '' });
    await this.load(layer);
  }

  /** From the newest, or what follows a page. @param {string} layer @param {string | null} [after] */
  async load(layer, after = null) {
    try {
      const { results, next } = await this.api.removedFeatures(layer, after);
      if (this.list?.layer === layer) this.change({ features: [...(after ? this.list.features ?? [] : []), ...results], next, problem: '' });
    } catch (cause) {
      if (this.list?.layer === layer) this.change({ problem: sentence(told(cause, this.texts)) });
    }
  }

  /** Asks why this one is brought back, or no longer. @param {string} id */
  choose(id) {
    this.change({ chosen: this.list?.chosen === id ? null : id, reason: '', problem: '' });
  }

  /** The chosen one lies on the map again as it was. */
  async restore() {
    const list = this.list;
    const feature = list?.features?.find(({ id }) => id === list.chosen);
    if (!list || !feature || list.busy || !list.reason.trim()) return;
    this.change({ busy: true, problem: '' });
    try {
      const restored = await this.api.restoreFeature(list.layer, feature.id ?? '', Number(feature.properties.revision), list.reason.trim());
      this.toasts.say(this.texts.t('removed.restored', { name: String(restored.properties.name ?? '') }), 'good');
      this.onSaved(list.layer, restored);
      if (this.list?.layer === list.layer) this.change({ busy: false, chosen: null, reason: '', features: (this.list.features ?? []).filter(({ id }) => id !== feature.id) });
    } catch (cause) {
      if (this.list?.layer === list.layer) this.change({ busy: false, problem: sentence(told(cause, this.texts)) });
    }
  }

  /** What the live link tells: somebody deleted or restored. @param {EventMessage} message */
  heard({ event, payload: { layer } }) {
    const changes = event === 'feature.removed' || event === 'feature.restored' || event === 'layer.imported';
    if (changes && layer && this.list?.layer === layer && !this.list.busy) void this.load(layer);
  }

  /** @param {Partial<RemovedList>} change */
  change(change) {
    if (this.list) this.show({ ...this.list, ...change });
  }

  /** @param {RemovedList | null} list */
  show(list) {
    this.store.editing.removed = list;
    this.store.notify('history');
  }
}

/** @param {{title: string, detail?: string}} problem */
function sentence({ title, detail }) {
  return [title, detail].filter(Boolean).join(' ');
}
