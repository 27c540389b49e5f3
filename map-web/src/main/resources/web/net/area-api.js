/** @import { AreaWish, Exposure, Selection, Statistics } from '../area-types.js' */
/** @import { Api } from './api.js' */

/** What lies in an area, and figures by township. */
export class AreaApi {
  /** @param {Api} api */
  constructor(api) {
    this.api = api;
  }

  /** @param {AreaWish} area @returns {Promise<Exposure>} */
  exposure(area) {
    return this.api.call('POST', '/api/v1/exposure', { body: { area } });
  }

  /** @param {string[]} layers @param {AreaWish} area @param {string} filter ECQL, may be empty @returns {Promise<Selection>} */
  select(layers, area, filter) {
    return this.api.call('POST', '/api/v1/selections', { body: filter ? { layers, area, filter } : { layers, area } });
  }

  /** @param {string} layer @param {string} attribute a number of it, may be empty @returns {Promise<Statistics>} */
  byTownship(layer, attribute) {
    return this.api.call('GET', `/api/v1/layers/${layer}/statistics?by=township${attribute ? `&attribute=${encodeURIComponent(attribute)}` : ''}`);
  }
}
