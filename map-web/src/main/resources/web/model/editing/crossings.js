/** @import { Shape } from '../../editing-types.js' */
/** @import { LonLat } from '../../types.js' */

/** @typedef {{from: LonLat, to: LonLat, part: number, ring: number, i: number, n: number}} Edge an edge that is longer than nothing, `i` of the `n` of its ring */
/** @typedef {{at: LonLat, overlaps: boolean, crosses: boolean}} Meeting */

/** A shape never changes, and several parts of the screen ask. @type {WeakMap<Shape, LonLat[]>} */
const judged = new WeakMap();

/**
 * Where an area breaks the rules of simple features: rings that cross or touch themselves, that cross each other, holes outside, parts
 * over parts. A hole may touch its outer ring, and a part another, in single points. A sweep over the edges by longitude:
 * O(n log n) for the narrow shapes of a map, O(n²) at worst.
 * @param {Shape} shape
 * @returns {LonLat[]} empty: the server takes it as well
 */
export function faults(shape) {
  const known = judged.get(shape);
  if (known) return known;
  const found = shape.kind === 'polygon' ? faultsOf(ringsOf(shape)) : [];
  judged.set(shape, found);
  return found;
}

/** @param {ReturnType<typeof ringsOf>} rings @returns {LonLat[]} */
function faultsOf(rings) {
  const found = meetings(rings.flatMap((ring) => ring.edges));
  return found.length ? found : nesting(rings);
}

/** @param {Shape} shape */
function ringsOf({ parts }) {
  return parts.flatMap((paths, part) => paths.map((path, ring) => {
    const real = path.filter((at, i) => String(at) !== String(path[(i + 1) % path.length]));
    const edges = real.map((from, i) => /** @type {Edge} */ ({ from, to: real[(i + 1) % real.length], part, ring, i, n: real.length }));
    return { part, ring, path: real, edges };
  }));
}

/** @param {Edge[]} edges @returns {LonLat[]} */
function meetings(edges) {
  const sorted = edges.map((edge) => ({ edge, west: Math.min(edge.from[0], edge.to[0]), east: Math.max(edge.from[0], edge.to[0]) })).sort((a, b) => a.west - b.west);
  /** @type {LonLat[]} */
  const found = [];
  /** Single touches of two rings of a part: a second one would cut the area in two. @type {Map<string, LonLat>} */
  const touches = new Map();
  /** @type {typeof sorted} */
  let open = [];
  for (const next of sorted) {
    open = open.filter(({ east }) => east >= next.west);
    for (const { edge } of open) {
      const at = wrongMeeting(edge, next.edge, touches);
      if (at && !found.some((known) => String(known) === String(at))) found.push(at);
    }
    open.push(next);
  }
  return found;
}

/** @param {Edge} a @param {Edge} b @param {Map<string, LonLat>} touches @returns {LonLat | null} */
function wrongMeeting(a, b, touches) {
  const meeting = meet(a, b);
  if (!meeting) return null;
  const { at, overlaps, crosses } = meeting;
  if (overlaps || crosses) return at;
  if (a.part !== b.part) return null;
  if (a.ring === b.ring) return Math.abs(a.i - b.i) === 1 || Math.abs(a.i - b.i) === a.n - 1 ? null : at;
  const pair = [a.part, Math.min(a.ring, b.ring), Math.max(a.ring, b.ring)].join();
  const known = touches.get(pair);
  touches.set(pair, known ?? at);
  return known && String(known) !== String(at) ? at : null;
}

/** How two edges meet. @param {Edge} a @param {Edge} b @returns {Meeting | null} */
function meet(a, b) {
  if (Math.max(a.from[1], a.to[1]) < Math.min(b.from[1], b.to[1]) || Math.max(b.from[1], b.to[1]) < Math.min(a.from[1], a.to[1])) return null;
  const [b1, b2] = [side(a.from, a.to, b.from), side(a.from, a.to, b.to)];
  const [a1, a2] = [side(b.from, b.to, a.from), side(b.from, b.to, a.to)];
  if (b1 === 0 && b2 === 0) return along(a, b);
  if (b1 * b2 > 0 || a1 * a2 > 0) return null;
  if (b1 === 0) return touch(b.from);
  if (b2 === 0) return touch(b.to);
  if (a1 === 0) return touch(a.from);
  if (a2 === 0) return touch(a.to);
  return { at: crossing(a, b), overlaps: false, crosses: true };
}

/** @param {LonLat} at @returns {Meeting} */
function touch(at) {
  return { at, overlaps: false, crosses: false };
}

/** Both on one line. @param {Edge} a @param {Edge} b @returns {Meeting | null} */
function along(a, b) {
  const axis = Math.abs(a.to[0] - a.from[0]) >= Math.abs(a.to[1] - a.from[1]) ? 0 : 1;
  const ordered = (/** @type {Edge} */ { from, to }) => (from[axis] < to[axis] ? [from, to] : [to, from]);
  const [[aLow, aHigh], [bLow, bHigh]] = [ordered(a), ordered(b)];
  const low = aLow[axis] > bLow[axis] ? aLow : bLow;
  const high = aHigh[axis] < bHigh[axis] ? aHigh : bHigh;
  if (low[axis] > high[axis]) return null;
  return { at: low, overlaps: low[axis] < high[axis], crosses: false };
}

/** @param {Edge} a @param {Edge} b @returns {LonLat} */
function crossing(a, b) {
  const [ax, ay] = [a.to[0] - a.from[0], a.to[1] - a.from[1]];
  const [bx, by] = [b.to[0] - b.from[0], b.to[1] - b.from[1]];
  const share = ((b.from[0] - a.from[0]) * by - (b.from[1] - a.from[1]) * bx) / (ax * by - ay * bx);
  return [a.from[0] + share * ax, a.from[1] + share * ay];
}

/** 1 left of the line, -1 right of it, 0 on it. @param {LonLat} from @param {LonLat} to @param {LonLat} at */
function side(from, to, at) {
  return Math.sign((to[0] - from[0]) * (at[1] - from[1]) - (to[1] - from[1]) * (at[0] - from[0]));
}

/** Rings that do not cross: holes must lie in their outer ring and in no other hole, parts beside each other. @param {ReturnType<typeof ringsOf>} rings @returns {LonLat[]} */
function nesting(rings) {
  /** @type {LonLat[]} */
  const found = [];
  for (const { part, ring, path } of rings) {
    const shell = rings.find((it) => it.part === part && it.ring === 0);
    const outside = ring && shell ? path.find((at) => within(shell.path, at) < 0) : undefined;
    if (outside) found.push(outside);
    for (const other of rings) {
      if (other.part === part ? !ring || !other.ring || other.ring === ring : ring || other.ring) continue;
      const inside = insideOf(path, other.path);
      const free = inside && other.part !== part && rings.some((hole) => hole.part === other.part && hole.ring && path.every((at) => within(hole.path, at) >= 0));
      if (inside && !free) found.push(inside);
    }
  }
  return found;
}

/** A corner or the middle of an edge that lies within the other ring. @param {LonLat[]} path @param {LonLat[]} other @returns {LonLat | undefined} */
function insideOf(path, other) {
  const middles = path.map(([x, y], i) => /** @type {LonLat} */ ([(x + path[(i + 1) % path.length][0]) / 2, (y + path[(i + 1) % path.length][1]) / 2]));
  return [...path, ...middles].find((at) => within(other, at) > 0);
}

/** 1 within the ring, 0 on it, -1 outside. @param {LonLat[]} ring @param {LonLat} at */
export function within(ring, at) {
  let inside = false;
  for (let i = 0; i < ring.length; i++) {
    const [from, to] = [ring[i], ring[(i + 1) % ring.length]];
    const spans = (from[1] > at[1]) !== (to[1] > at[1]);
    const on = side(from, to, at);
    const inBox = Math.min(from[0], to[0]) <= at[0] && at[0] <= Math.max(from[0], to[0]) && Math.min(from[1], to[1]) <= at[1] && at[1] <= Math.max(from[1], to[1]);
    if (on === 0 && inBox) return 0;
    if (spans && on > 0 === to[1] > from[1]) inside = !inside;
  }
  return inside ? 1 : -1;
}
