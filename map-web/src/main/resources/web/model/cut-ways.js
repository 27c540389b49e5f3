/** @import { Closure, LonLat, Order } from '../types.js' */
/** @import { Picture } from './picture.js' */
import { isActive } from './selectors.js';

/** Some 0.1 m: a route is made of the very coordinates of its edges, cut at its two ends. */
const SAME_DEG = 1e-6;
/** Some 200 m: farther off it drives another way, and nothing of this one is behind it. */
const OFF_DEG = 2e-3;

/** Segments of a route that lie on a closed road: `segments` are the numbers of their first vertices. @typedef {{closure: Closure, segments: number[]}} Cut */

/** What was found for a route while the closures were these; both are replaced, never changed. @type {WeakMap<LonLat[], {closures: ReadonlyMap<string, Closure>, cuts: Cut[]}>} */
const found = new WeakMap();

/**
 * The active orders whose way ahead is closed, with the closures. Follows from the picture alone, so that every screen
 * says the same, also after a reload.
 * @param {Picture} picture
 * @returns {Map<string, Closure[]>} by order
 */
export function cutWays(picture) {
  /** @type {Map<string, Closure[]>} */
  const cut = new Map();
  if (!picture.closures.size) return cut;
  for (const order of picture.orders.values()) {
    const closures = closuresAhead(picture, order);
    if (closures.length) cut.set(order.id, closures);
  }
  return cut;
}

/** @param {Picture} picture @param {Order} order @returns {Closure[]} */
export function closuresAhead(picture, order) {
  const line = order.route?.coordinates;
  if (!line || line.length < 2 || !isActive(order) || order.state === 'on_scene') return [];
  const cuts = cutsOf(line, picture.closures).filter((cut) => !isKnownEnd(cut, line, order));
  if (!cuts.length) return [];
  const from = segmentAt(line, picture.fixes.get(order.unit_id));
  return cuts.filter(({ segments }) => segments.some((segment) => segment >= from)).map(({ closure }) => closure);
}

/** Orders to an incident whose way ahead is closed. @param {Picture} picture @param {ReadonlyMap<string, Closure[]>} cut @returns {Map<string, number>} by incident */
export function cutByIncident(picture, cut) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const id of cut.keys()) {
    const incident = picture.orders.get(id)?.incident_id;
    if (incident) sums.set(incident, (sums.get(incident) ?? 0) + 1);
  }
  return sums;
}

/** @param {LonLat[]} line @param {ReadonlyMap<string, Closure>} closures @returns {Cut[]} */
function cutsOf(line, closures) {
  const known = found.get(line);
  if (known?.closures === closures) return known.cuts;
  const cuts = [...closures.values()].map((closure) => ({ closure, segments: segmentsOn(line, closure) })).filter(({ segments }) => segments.length);
  found.set(line, { closures, cuts });
  return cuts;
}

/** @param {LonLat[]} line @param {Closure} closure @returns {number[]} */
function segmentsOn(line, closure) {
  const edges = (closure.stretches?.coordinates ?? []).flatMap((edge) => edge.slice(1).map((to, i) => /** @type {[LonLat, LonLat]} */ ([edge[i], to])));
  const [west, south, east, north] = edges.flat().reduce(([w, s, e, n], [x, y]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)], [Infinity, Infinity, -Infinity, -Infinity]);
  const near = ([x, y] = /** @type {LonLat} */ ([0, 0])) => x >= west - SAME_DEG && x <= east + SAME_DEG && y >= south - SAME_DEG && y <= north + SAME_DEG;
  const segments = [];
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [line[i], line[i + 1]];
    if (!near(a) || !near(b) || Math.hypot(b[0] - a[0], b[1] - a[1]) <= SAME_DEG) continue;
    if (edges.some((edge) => distance(a, edge) <= SAME_DEG && distance(b, edge) <= SAME_DEG)) segments.push(i);
  }
  return segments;
}

/**
 * Whoever starts or ends on a closed road still drives to its end: a way that was found when the closure stood already
 * may run on it there.
 * @param {Cut} cut @param {LonLat[]} line @param {Order} order
 */
function isKnownEnd({ closure, segments }, line, order) {
  if (Date.parse(closure.from) > Date.parse(order.ordered_at)) return false;
  return segments.every((segment, i) => segment === i || line.length - 2 - segment === segments.length - 1 - i);
}

/** The segment a unit is on; the first one when it is unknown or far off. @param {LonLat[]} line @param {{lon: number, lat: number} | undefined} fix */
function segmentAt(line, fix) {
  if (!fix) return 0;
  let nearest = 0;
  let least = OFF_DEG;
  for (let i = 0; i + 1 < line.length; i++) {
    const off = distance([fix.lon, fix.lat], [line[i], line[i + 1]]);
    if (off < least) [nearest, least] = [i, off];
  }
  return nearest;
}

/** From a place to a segment, in degrees; good for comparing on one line. @param {LonLat} at @param {[LonLat, LonLat]} segment */
function distance([x, y], [[ax, ay], [bx, by]]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const share = length2 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length2)) : 0;
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
