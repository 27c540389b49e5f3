/** @import { TerrainPoints, TerrainProfile, Viewshed } from '../terrain-types.js' */
/** @import { LonLat } from '../types.js' */
/** @import { Api } from './api.js' */

/** Height, slope, profile and view from a tower. */
export class TerrainApi {
  /** @param {Api} api */
  constructor(api) {
    this.api = api;
  }

  /** @param {LonLat} at @returns {Promise<TerrainPoints>} */
  point(at) {
    return this.api.call('POST', '/api/v1/terrain/points', { body: { points: [{ type: 'Point', coordinates: at }] } });
  }

  /** @param {LonLat[]} line @returns {Promise<TerrainProfile>} */
  profile(line) {
    return this.api.call('POST', '/api/v1/terrain/profile', { body: { line: { type: 'LineString', coordinates: line } } });
  }

  /** @param {LonLat} from @param {number} heightM @param {number} targetM @param {number} radiusM @returns {Promise<Viewshed>} */
  viewshed(from, heightM, targetM, radiusM) {
    return this.api.call('POST', '/api/v1/terrain/viewshed', { body: { from: { type: 'Point', coordinates: from }, height_m: heightM, target_height_m: targetM, radius_m: radiusM } });
  }
}
