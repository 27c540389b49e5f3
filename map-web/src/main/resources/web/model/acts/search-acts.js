/** @import { Found, LonLat } from '../../types.js' */
/** @import { Api } from '../../net/api.js' */
/** @import { Store } from '../store.js' */
/** @import { FeatureActs } from './feature-acts.js' */
/** @import { IncidentActs } from './incident-acts.js' */
/** @import { CorrectActs } from './correct-acts.js' */

/** Finding a place or a thing by its name, its initials or coordinates, and what then happens with it. */
export class SearchActs {
  /** @param {{store: Store, api: Api, features: FeatureActs, incidents: IncidentActs, correct: CorrectActs, near: () => LonLat}} parts `near`: where the map is */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.api;
    this.features = parts.features;
    this.incidents = parts.incidents;
    this.correct = parts.correct;
    this.near = parts.near;
  }

  find = (/** @type {string} */ text, /** @type {number} */ limit) => this.api.search(text, limit, this.near());

  /** Only what the text can mean as coordinates. */
  readings = async (/** @type {string} */ text, /** @type {number} */ limit) => (await this.find(text, limit)).filter(({ kind }) => kind === 'coordinate');

  /** Its mark stands on the map; in a form being written it is the place, on the map its card opens. @param {Found} found */
  choose(found) {
    const at = found.location.coordinates;
    this.store.foundPlace = { name: found.name, at };
    this.store.notify('search');
    if (this.store.mode === 'report') this.place(found);
    else if (this.store.mode === 'correct') this.correct.write({ location: at });
    else this.open(found);
  }

  /** Its card. @param {Found} found */
  open({ kind, layer, id }) {
    if (layer && id) {
      void this.features.select(layer, id);
      return;
    }
    this.features.deselect();
    this.store.unitId = kind === 'unit' ? id ?? null : null;
    this.store.notify('selection');
  }

  /** The report's place: its name stays when one was written. @param {Found} found @param {boolean} [named] whether the name is wanted in any case */
  place({ name, location }, named = false) {
    const { place } = this.store.report;
    this.incidents.write({ location: location.coordinates, place: named || !place.trim() ? name : place });
  }

  forget() {
    this.store.foundPlace = null;
    this.store.notify('search');
  }
}
