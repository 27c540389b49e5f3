/** @import { Feature } from '../../layer-types.js' */
/** @import { LonLat, RoadStretch } from '../../types.js' */
/** @import { Api } from '../../net/api.js' */
/** @import { Store } from '../store.js' */
import { ApiError } from '../../net/api.js';
import { shapeOfFeature } from '../editing/draft.js';
import { touches } from '../editing/snapping.js';

const PAUSE_MS = 200;
const MOST_ROADS = 400;

/** @typedef {{paths: LonLat[][], low: LonLat, high: LonLat}} Lines */

/** What drawing can be joined to: features of the layers that are shown, and the roads the pointer came near. */
export class SnapActs {
  /** @param {{store: Store, api: Pick<Api, 'nearestRoad'>}} parts */
  constructor({ store, api }) {
    this.store = store;
    this.api = api;
    /** @type {WeakMap<Feature, Lines>} */
    this.known = new WeakMap();
    /** By edge, the newest last. @type {Map<number, Lines>} */
    this.roads = new Map();
    this.asking = false;
    /** @type {LonLat | null} */
    this.next = null;
  }

  /** @param {number[]} box west, south, east, north @returns {Iterable<LonLat[]>} */
  *near(box) {
    for (const lines of this.all()) {
      if (touches(box, lines.low, lines.high)) yield* lines.paths;
    }
  }

  /** @returns {Iterable<Lines>} */
  *all() {
    yield* this.roads.values();
    const edited = this.store.editing.draft()?.id;
    for (const layer of this.store.visibleLayers) {
      for (const feature of this.store.loadedLayers.get(layer)?.features ?? []) {
        if (feature.id === undefined || feature.id !== edited) yield this.linesOf(feature);
      }
    }
  }

  /** @param {Feature} feature @returns {Lines} */
  linesOf(feature) {
    let lines = this.known.get(feature);
    if (!lines) {
      const shape = shapeOfFeature(feature);
      const closed = shape?.kind === 'polygon';
      lines = boxed((shape?.parts ?? []).flatMap((rings) => rings.map((path) => (closed ? [...path, path[0]] : path))));
      this.known.set(feature, lines);
    }
    return lines;
  }

  /** The pointer is there: asks for the road, one question at a time, the newest place next. @param {LonLat} at */
  approach(at) {
    this.next = at;
    if (!this.asking) void this.ask();
  }

  async ask() {
    this.asking = true;
    while (this.next) {
      const at = this.next;
      this.next = null;
      try {
        this.take(await this.api.nearestRoad(at));
      } catch (cause) {
        // No road near, or no answer: then there is nothing to be drawn to, and the link says so itself.
        if (!(cause instanceof ApiError)) throw cause;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    this.asking = false;
  }

  /** @param {RoadStretch} stretch */
  take({ edge_id: id, geometry }) {
    this.roads.delete(id);
    this.roads.set(id, boxed([geometry.coordinates]));
    if (this.roads.size > MOST_ROADS) this.roads.delete([...this.roads.keys()][0]);
  }
}

/** @param {LonLat[][]} paths @returns {Lines} */
function boxed(paths) {
  const low = /** @type {LonLat} */ ([Infinity, Infinity]);
  const high = /** @type {LonLat} */ ([-Infinity, -Infinity]);
  for (const [lon, lat] of paths.flat()) {
    low[0] = Math.min(low[0], lon);
    low[1] = Math.min(low[1], lat);
    high[0] = Math.max(high[0], lon);
    high[1] = Math.max(high[1], lat);
  }
  return { paths, low, high };
}
