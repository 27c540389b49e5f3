/** @import { Unit } from '../../types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { Api } from '../../net/api.js' */
/** @import { Store } from '../store.js' */
import { told } from './problems.js';

/** Taking units out of service and back in. */
export class UnitActs {
  /** @param {{store: Store, api: Api, texts: Texts}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.api;
    this.texts = parts.texts;
  }

  /**
   * @param {Unit} unit
   * @param {'available' | 'out_of_service'} status
   * @param {string} reason
   * @returns {Promise<string>} why not, or nothing
   */
  async setStatus(unit, status, reason) {
    try {
      const changed = await this.api.setUnitStatus(unit.id, status, reason);
      this.store.notify(...this.store.picture.takeUnits([changed]));
      return '';
    } catch (cause) {
      const { title, detail } = told(cause, this.texts);
      return this.texts.clauses([title, detail].filter(Boolean));
    }
  }
}
