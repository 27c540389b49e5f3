/** @import { EventMessage, Feature, Selected } from '../../types.js' */
/** @import { Api } from '../../net/api.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { Store } from '../store.js' */
import { told } from './problems.js';

/** The feature that somebody looks at: chosen on the map, in a list or by search. */
export class FeatureActs {
  /** @param {{store: Store, api: Api, texts: Texts}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.api;
    this.texts = parts.texts;
  }

  /** Opens its card: at once with what is known, then whole. @param {string} layer @param {string} id @param {Selected['others']} [others] */
  async select(layer, id, others = []) {
    const known = this.store.loadedLayers.get(layer)?.features.find((it) => it.id === id) ?? null;
    this.put({ layer, id, feature: known, others, problem: '' });
    try {
      this.update(layer, await this.api.feature(layer, id));
    } catch (cause) {
      const selected = this.store.selectedFeature;
      if (selected?.id === id) this.put({ ...selected, problem: told(cause, this.texts).title });
    }
  }

  deselect() {
    this.put(null);
  }

  /** A newer state of a feature, if it is the one looked at. @param {string} layer @param {Feature} feature */
  update(layer, feature) {
    const selected = this.store.selectedFeature;
    if (selected && selected.layer === layer && selected.id === feature.id) this.put({ ...selected, feature, problem: '' });
  }

  /** @param {EventMessage} message */
  heard({ event, payload: { layer, id, feature } }) {
    const selected = this.store.selectedFeature;
    if (!selected || !layer || selected.layer !== layer) return;
    if (event === 'feature.removed' && selected.id === id) this.put({ ...selected, problem: this.texts.t('feature.removed') });
    else if (feature) this.update(layer, feature);
    else if (selected.id === id || event === 'layer.imported') void this.select(layer, selected.id, selected.others);
  }

  /** @param {Selected | null} selected */
  put(selected) {
    this.store.selectedFeature = selected;
    if (selected) this.store.unitId = null;
    this.store.notify('feature', 'selection');
  }
}
