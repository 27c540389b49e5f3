/** @import { Feature, LayerType } from '../layer-types.js' */
/** @import { FeatureWish, LayerWish } from '../editing-types.js' */
/** @import { Api } from './api.js' */

/** The part of the contract that changes layers and their features. */
export class EditingApi {
  /** @param {Api} api */
  constructor(api) {
    this.api = api;
  }

  /** @param {string} layer @param {string} id @returns {Promise<Feature>} */
  feature(layer, id) {
    return this.api.call('GET', at(layer, id));
  }

  /** @param {string} layer @param {FeatureWish} wish @param {string} key @returns {Promise<Feature>} */
  createFeature(layer, wish, key) {
    return this.api.call('POST', `/api/v1/layers/${layer}/features`, { body: wish, key });
  }

  /** @param {string} layer @param {string} id @param {FeatureWish} wish @param {number} revision @returns {Promise<Feature>} */
  changeFeature(layer, id, wish, revision) {
    return this.api.call('PATCH', at(layer, id), { body: wish, revision });
  }

  /** @param {string} layer @param {string} id @param {string} reason @param {number} revision @returns {Promise<void>} */
  removeFeature(layer, id, reason, revision) {
    return this.api.call('DELETE', at(layer, id), { body: { reason }, revision });
  }

  /** @param {string} layer @param {string} id @returns {Promise<Feature[]>} each state it had */
  async featureHistory(layer, id) {
    return (await this.api.call('GET', `${at(layer, id)}/history`)).results;
  }

  /** @param {string} layer @param {string} id @param {number} revision @param {string} reason @returns {Promise<Feature>} */
  restoreFeature(layer, id, revision, reason) {
    return this.api.call('POST', `${at(layer, id)}/restore`, { body: { revision, reason } });
  }

  /** Newest first, a page at a time. @param {string} layer @param {string | null} after @returns {Promise<{results: Feature[], next: string | null}>} */
  removedFeatures(layer, after) {
    return this.api.call('GET', `/api/v1/layers/${layer}/removed?limit=50${after ? `&cursor=${encodeURIComponent(after)}` : ''}`);
  }

  /** @param {string} id @returns {Promise<LayerType>} */
  layer(id) {
    return this.api.call('GET', `/api/v1/layers/${id}`);
  }

  /** @param {LayerWish} wish @returns {Promise<LayerType>} */
  createLayer(wish) {
    return this.api.call('POST', '/api/v1/layers', { body: wish });
  }

  /** @param {string} id @param {LayerWish} wish @param {number} revision @returns {Promise<LayerType>} */
  changeLayer(id, wish, revision) {
    return this.api.call('PATCH', `/api/v1/layers/${id}`, { body: wish, revision });
  }
}

/** @param {string} layer @param {string} id */
function at(layer, id) {
  return `/api/v1/layers/${layer}/features/${id}`;
}
