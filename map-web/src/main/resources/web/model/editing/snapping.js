/** @import { LonLat } from '../../types.js' */

/** @typedef {{x: number, y: number}} Pixel */
/** @typedef {{at: LonLat, kind: 'vertex' | 'edge'}} Snap */

/**
 * What the pointer is drawn to: the nearest vertex within reach, otherwise the nearest edge. Vertices come first, so that lines that are to
 * meet do meet. Only what touches the box is looked at more closely.
 * @param {Pixel} pointer
 * @param {Iterable<LonLat[]>} paths
 * @param {(at: LonLat) => Pixel} project
 * @param {number} reachPx
 * @param {readonly number[]} box west, south, east, north of what can be in reach
 * @returns {Snap | null}
 */
export function snap(pointer, paths, project, reachPx, box) {
  let [nearestVertex, nearestEdge] = [reachPx, reachPx];
  /** @type {Snap | null} */
  let vertex = null;
  /** @type {Snap | null} */
  let edge = null;
  for (const path of paths) {
    for (const [i, at] of path.entries()) {
      const from = i ? path[i - 1] : at;
      if (!touches(box, from, at)) continue;
      const [before, here] = [project(from), project(at)];
      for (const [place, pixel] of /** @type {[LonLat, Pixel][]} */ ([[from, before], [at, here]])) {
        const far = Math.hypot(pixel.x - pointer.x, pixel.y - pointer.y);
        if (far > nearestVertex || (far === nearestVertex && vertex)) continue;
        nearestVertex = far;
        vertex = { at: place, kind: 'vertex' };
      }
      const { share, px } = foot(pointer, before, here);
      if (i && px <= nearestEdge) {
        nearestEdge = px;
        edge = { at: between(from, at, share), kind: 'edge' };
      }
    }
  }
  return vertex ?? edge;
}

/** Whether the box of two places touches another. @param {readonly number[]} box @param {LonLat} a @param {LonLat} b */
export function touches([west, south, east, north], a, b) {
  return Math.max(a[0], b[0]) >= west && Math.min(a[0], b[0]) <= east && Math.max(a[1], b[1]) >= south && Math.min(a[1], b[1]) <= north;
}

/** @param {Pixel} at @param {Pixel} from @param {Pixel} to */
function foot(at, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const long = dx * dx + dy * dy;
  const share = long ? Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / long)) : 0;
  return { share, px: Math.hypot(from.x + share * dx - at.x, from.y + share * dy - at.y) };
}

/** @param {LonLat} from @param {LonLat} to @param {number} share @returns {LonLat} */
export function between(from, to, share) {
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
}
