/** @import { Box, EventMessage, LoadedLayer } from '../../types.js' */
/** @import { Api } from '../../net/api.js' */
/** @import { Keeping } from '../../net/keeping.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { Store } from '../store.js' */
/** @import { Toasts } from './toasts.js' */
import { MOST_FEATURES, ROLE_PRESETS, askedFor, needsLoading, withFeature, withPreset } from '../layers.js';
import { told } from './problems.js';

const VISIBLE = 'layers';
const PRESETS = 'layerPresets';
const SETTLE_MS = 400;
const FEATURE_ACTS = ['feature.created', 'feature.changed', 'feature.restored'];

/** Layers of features: which there are, which are shown, what is loaded of them. */
export class LayerActs {
  /** @param {{store: Store, api: Api, keeping: Keeping, texts: Texts, toasts: Toasts}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.api;
    this.keeping = parts.keeping;
    this.texts = parts.texts;
    this.toasts = parts.toasts;
    /** What is in view. @type {Box | null} */
    this.view = null;
    /** The newest question by layer: an older one's answer is left. @type {Map<string, number>} */
    this.asked = new Map();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.soon = undefined;
    /** @type {Set<string>} */
    this.stale = new Set();
  }

  /** What this person has chosen to see. @param {Keeping} keeping */
  open(keeping) {
    this.keeping = keeping;
  }

  async load() {
    try {
      const types = (await this.api.layers()).results;
      this.store.layerTypes = types;
      this.store.presets = this.keeping.get(PRESETS, []);
      const wanted = this.keeping.get(VISIBLE, [...ROLE_PRESETS[0].layers]);
      this.store.visibleLayers = new Set(wanted.filter((id) => types.some((type) => type.id === id)));
      this.store.notify('layers');
    } catch (cause) {
      this.toasts.say(told(cause, this.texts).title, 'bad');
      return;
    }
    await Promise.all([...this.store.visibleLayers].map((id) => this.fetch(id)));
  }

  /** @param {string} id */
  async toggle(id) {
    const visible = new Set(this.store.visibleLayers);
    if (!visible.delete(id)) visible.add(id);
    await this.show([...visible]);
  }

  /** Just these. @param {readonly string[]} ids */
  async show(ids) {
    this.store.visibleLayers = new Set(ids.filter((id) => this.store.layerType(id)));
    this.keeping.put(VISIBLE, [...this.store.visibleLayers]);
    this.store.notify('layers');
    await this.fetchMissing();
  }

  /** What is shown now, under a name. @param {string} name */
  savePreset(name) {
    this.keepPresets(withPreset(this.store.presets, name, [...this.store.visibleLayers]));
  }

  /** @param {string} id */
  dropPreset(id) {
    this.keepPresets(this.store.presets.filter((it) => it.id !== id));
  }

  /** @param {import('../../types.js').Preset[]} presets */
  keepPresets(presets) {
    this.store.presets = presets;
    this.keeping.put(PRESETS, presets);
    this.store.notify('layers');
  }

  /** The map shows this now. @param {Box} view */
  look(view) {
    this.view = view;
    void this.fetchMissing();
  }

  async fetchMissing() {
    const missing = [...this.store.visibleLayers].filter((id) => {
      const loaded = this.store.loadedLayers.get(id);
      return !loaded || (this.view !== null && loaded.state !== 'failed' && needsLoading(loaded, this.view));
    });
    await Promise.all(missing.map((id) => this.fetch(id)));
  }

  /** A small layer whole; of a large one what is in view, as much as can be drawn. @param {string} id */
  async fetch(id) {
    const type = this.store.layerType(id);
    if (!type) return;
    const box = type.count > MOST_FEATURES && this.view ? askedFor(this.view) : null;
    const turn = (this.asked.get(id) ?? 0) + 1;
    this.asked.set(id, turn);
    const before = this.store.loadedLayers.get(id);
    this.keep(id, { features: before?.features ?? [], box, complete: before?.complete ?? true, state: 'loading', problem: '' });
    /** @type {LoadedLayer} */
    let loaded;
    try {
      const { features, next } = await this.api.features(id, { box, limit: MOST_FEATURES });
      loaded = { features, box, complete: !next, state: 'ready', problem: '' };
    } catch (cause) {
      loaded = { features: before?.features ?? [], box, complete: false, state: 'failed', problem: told(cause, this.texts).title };
    }
    if (this.asked.get(id) === turn) this.keep(id, loaded);
  }

  /** @param {string} id @param {LoadedLayer} loaded */
  keep(id, loaded) {
    this.store.loadedLayers.set(id, loaded);
    this.store.notify('layers');
  }

  /** Somebody changed a layer. @param {EventMessage} message */
  heard({ event, payload }) {
    const { layer, id, feature } = payload;
    if (event.startsWith('layer.')) this.again(layer);
    if (!event.startsWith('feature.') || !layer) return;
    const loaded = this.store.loadedLayers.get(layer);
    if (loaded && event === 'feature.removed') this.keep(layer, { ...loaded, features: loaded.features.filter((it) => it.id !== id) });
    else if (loaded && feature && FEATURE_ACTS.includes(event)) this.keep(layer, { ...loaded, features: withFeature(loaded.features, feature) });
    this.again(feature || event === 'feature.removed' ? undefined : layer);
  }

  /** Counts and dates are other ones now; with a layer, all its features too. Many acts are one question. @param {string | undefined} layer */
  again(layer) {
    if (layer) this.stale.add(layer);
    clearTimeout(this.soon);
    this.soon = setTimeout(() => void this.refresh(), SETTLE_MS);
  }

  async refresh() {
    const stale = [...this.stale];
    this.stale.clear();
    try {
      this.store.layerTypes = (await this.api.layers()).results;
      this.store.notify('layers');
    } catch (cause) {
      this.toasts.say(told(cause, this.texts).title, 'bad');
    }
    for (const id of stale) {
      if (this.store.visibleLayers.has(id)) await this.fetch(id);
      else this.store.loadedLayers.delete(id);
    }
  }
}
