/** @import { TerrainDraft, TerrainKind } from '../../terrain-types.js' */
/** @import { LonLat } from '../../types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { Api } from '../../net/api.js' */
/** @import { Store } from '../store.js' */
import { ApiError } from '../../net/api.js';
import { TerrainApi } from '../../net/terrain-api.js';
import { emptyTerrain, noTerrainAnswer, terrainWanting, withPlace } from '../terrain.js';
import { told } from './problems.js';

const METRES_PER_KM = 1000;

/** Height and slope at a place, profile along a line, what a lookout sees. */
export class TerrainActs {
  /** @param {{store: Store, api: Api, texts: Texts}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = new TerrainApi(parts.api);
    this.texts = parts.texts;
    this.turn = 0;
  }

  /** Changed, its answer is no longer of this place. @param {Partial<TerrainDraft>} change */
  write(change) {
    this.turn++;
    this.store.terrain = { ...this.store.terrain, ...change };
    this.store.terrainState = noTerrainAnswer();
    this.store.notify('terrain');
  }

  /** @param {TerrainKind} kind */
  choose(kind) {
    this.write({ kind, points: [] });
  }

  /** A place is answered at once; a line and a lookout when they are complete. @param {LonLat} at */
  place(at) {
    this.write({ points: withPlace(this.store.terrain, at) });
    if (this.store.terrain.kind === 'point') void this.ask();
  }

  stepBack() {
    this.write({ points: this.store.terrain.points.slice(0, -1) });
  }

  clear() {
    this.write({ ...emptyTerrain(), kind: this.store.terrain.kind });
  }

  async ask() {
    const missing = terrainWanting(this.store.terrain);
    if (missing) {
      this.say(this.texts.t(missing), '');
      return;
    }
    const turn = ++this.turn;
    this.store.terrainState = { ...noTerrainAnswer(), busy: true };
    this.store.notify('terrain');
    try {
      const answer = await this.answer();
      if (turn !== this.turn) return;
      this.store.terrainState = { ...noTerrainAnswer(), ...answer };
      this.store.notify('terrain');
    } catch (cause) {
      const { title, detail } = told(cause, this.texts);
      if (turn === this.turn) this.say(title, detail);
    }
  }

  /** Of a place in passing; null where no height is known, or when there is no answer: whoever asks for it by a click is told why. @param {LonLat} at @returns {Promise<number | null>} */
  async heightAt(at) {
    if (!this.store.setup?.terrain) return null;
    try {
      return (await this.api.point(at)).results[0].elevation_m;
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      return null;
    }
  }

  async answer() {
    const { kind, points, heightM, targetM, radiusKm } = this.store.terrain;
    if (kind === 'point') return { point: await this.api.point(points[0]) };
    if (kind === 'profile') return { profile: await this.api.profile(points) };
    return { viewshed: await this.api.viewshed(points[0], Number(heightM), Number(targetM), Number(radiusKm) * METRES_PER_KM) };
  }

  /** @param {string} problem @param {string} detail */
  say(problem, detail) {
    this.store.terrainState = { ...noTerrainAnswer(), problem, detail };
    this.store.notify('terrain');
  }
}
