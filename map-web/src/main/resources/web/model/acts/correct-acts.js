/** @import { Correction, CorrectionFields } from '../../types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { Api } from '../../net/api.js' */
/** @import { Store } from '../store.js' */
import { ApiError } from '../../net/api.js';
import { asCorrection, begunFrom, overtaken, written } from '../correction.js';
import { told } from './problems.js';

/** Correcting what was taken down of the incident in hand. */
export class CorrectActs {
  /** @param {{store: Store, api: Api, texts: Texts}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.api;
    this.texts = parts.texts;
  }

  /** Goes on with what was begun before. */
  begin() {
    const incident = this.store.incident();
    if (!incident) return;
    if (!this.store.corrections.has(incident.id)) this.put(begunFrom(incident));
    this.store.mode = 'correct';
    this.store.notify('mode', 'correction');
  }

  /** @param {Correction} correction */
  put(correction) {
    this.store.corrections.set(correction.base.id, correction);
    this.store.notify('correction');
  }

  /** @param {Partial<CorrectionFields>} change */
  write(change) {
    const correction = this.store.correction();
    if (correction) this.put(written(correction, change));
  }

  /** @param {string} id */
  drop(id) {
    this.store.corrections.delete(id);
    this.store.mode = 'incident';
    this.store.notify('mode', 'correction');
  }

  async save() {
    const correction = this.store.correction();
    if (!correction || correction.busy || !correction.fields.location) return;
    const { id } = correction.base;
    const change = asCorrection(correction);
    if (!change) return this.drop(id);
    this.put({ ...correction, busy: true, problem: '', errors: [] });
    try {
      this.store.picture.takeIncident(await this.api.correctIncident(id, change, correction.seen.revision));
      this.store.notify('incidents');
      this.drop(id);
    } catch (cause) {
      await this.refused(id, cause);
    }
    return undefined;
  }

  /** @param {string} id @param {unknown} cause */
  async refused(id, cause) {
    const { title, detail } = told(cause, this.texts);
    const errors = cause instanceof ApiError ? cause.errors : [];
    const clash = cause instanceof ApiError && cause.status === 409;
    const problem = [title, detail].filter(Boolean).join(' ');
    const mine = this.store.corrections.get(id);
    if (mine) this.put({ ...mine, busy: false, problem, errors: clash ? [] : errors });
    if (clash) await this.lookAgain(id);
  }

  /** The newest state, beside which this person's stays. @param {string} id */
  async lookAgain(id) {
    try {
      const latest = await this.api.incident(id);
      this.store.picture.takeIncident(latest);
      this.store.notify('incidents');
      const mine = this.store.corrections.get(id);
      if (mine) this.put(overtaken(mine, latest));
    } catch (cause) {
      told(cause, this.texts); // the refusal stands there already; without an answer there is nothing to add
    }
  }
}
