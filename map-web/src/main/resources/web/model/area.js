/** @import { AreaDraft, AreaKind, AreaWish, DataSource } from '../area-types.js' */
/** @import { LonLat, Point } from '../types.js' */

const METRES_PER_DEGREE = 111_195;
const CORNERS = 72;
/** The contract's own limits. */
const MOST_RADIUS_M = 200_000;
const MOST_DISTANCE_M = 50_000;

/** Clicks that make each kind. @type {Record<AreaKind, number>} */
const LEAST_POINTS = { circle: 1, polygon: 3, corridor: 2, road: 0, township: 0, feature: 0 };
/** @type {readonly AreaKind[]} */
const CLICKED = ['polygon', 'corridor'];

/** @returns {AreaDraft} */
export function emptyArea() {
  return { kind: 'circle', points: [], radiusM: '1000', distanceM: '200', road: '', township: '', feature: null, layers: null, filter: '' };
}

/** A click: the middle of a circle, the next corner of others, the ends of a piece of road. @param {AreaDraft} draft @param {LonLat} at @returns {AreaDraft} */
export function withPoint(draft, at) {
  const { kind, points } = draft;
  if (kind === 'circle') return { ...draft, points: [at] };
  if (kind === 'road') return { ...draft, points: points.length < 2 ? [...points, at] : [at] };
  return CLICKED.includes(kind) ? { ...draft, points: [...points, at] } : draft;
}

/** What is still wrong, as a key of the texts; null when it can be asked. @param {AreaDraft} draft @returns {string | null} */
export function wanting({ kind, points, radiusM, distanceM, road, township, feature }) {
  if (points.length < LEAST_POINTS[kind]) return `area.wanting.${kind}`;
  if (kind === 'circle' && !within(radiusM, MOST_RADIUS_M)) return 'area.wanting.radius';
  if ((kind === 'corridor' || kind === 'road') && !within(distanceM, MOST_DISTANCE_M)) return 'area.wanting.distance';
  if (kind === 'road' && (!road.trim() || points.length === 1)) return 'area.wanting.road';
  if (kind === 'township' && !township.trim()) return 'area.wanting.township';
  return kind === 'feature' && !feature ? 'area.wanting.feature' : null;
}

/** @param {string} text @param {number} most */
function within(text, most) {
  const value = Number(text);
  return text.trim() !== '' && value >= 1 && value <= most;
}

/** As the contract wants it. @param {AreaDraft} draft @returns {AreaWish} */
export function asWish({ kind, points, radiusM, distanceM, road, township, feature }) {
  switch (kind) {
    case 'circle':
      return { circle: { center: point(points[0]), radius_m: Number(radiusM) } };
    case 'polygon':
      return { polygon: { type: 'Polygon', coordinates: [[...points, points[0]]] } };
    case 'corridor':
      return { corridor: { line: { type: 'LineString', coordinates: points }, distance_m: Number(distanceM) } };
    case 'road':
      return { corridor: { road: road.trim(), ...(points.length ? { from: point(points[0]), to: point(points[1]) } : {}), distance_m: Number(distanceM) } };
    case 'township':
      return { township: township.trim() };
    default:
      return { feature: { layer: feature?.layer ?? '', id: feature?.feature.id ?? '' } };
  }
}

/** @param {LonLat} coordinates @returns {Point} */
function point(coordinates) {
  return { type: 'Point', coordinates };
}

/** Corners of a circle on the ground, to see it while it is chosen; what was asked is drawn as the server answers it. @param {LonLat} centre @param {number} radiusM @returns {LonLat[]} */
export function circleAround([lon, lat], radiusM) {
  const [x, y] = [radiusM / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)), radiusM / METRES_PER_DEGREE];
  return Array.from({ length: CORNERS }, (_, i) => {
    const angle = (i / CORNERS) * 2 * Math.PI;
    return [lon + x * Math.cos(angle), lat + y * Math.sin(angle)];
  });
}

/** Whether anything in the answer is invented. @param {readonly {sources: DataSource[]}[]} results */
export function isSynthetic(results) {
  return results.some(({ sources }) => sources.some((source) => source.synthetic));
}
