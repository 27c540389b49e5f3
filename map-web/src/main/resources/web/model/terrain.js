/** @import { ProfileSample, TerrainDraft, TerrainKind, TerrainState } from '../terrain-types.js' */
/** @import { LonLat } from '../types.js' */

/** The contract's own limits. */
const MOST_RADIUS_KM = 30;
const LEAST_RADIUS_KM = 0.1;
const MOST_HEIGHT_M = 1000;
const WINDS = 8;

/** Clicks that each question needs. @type {Record<TerrainKind, number>} */
const LEAST_POINTS = { point: 1, profile: 2, viewshed: 1 };

/** A lookout as they mostly are, looking for smoke that stands above the trees. @returns {TerrainDraft} */
export function emptyTerrain() {
  return { kind: 'point', points: [], heightM: '15', targetM: '20', radiusKm: '10' };
}

/** @returns {TerrainState} */
export function noTerrainAnswer() {
  return { busy: false, problem: '', detail: '', point: null, profile: null, viewshed: null };
}

/** A click: the next corner of a profile, else the place itself. @param {TerrainDraft} draft @param {LonLat} at @returns {LonLat[]} */
export function withPlace({ kind, points }, at) {
  return kind === 'profile' ? [...points, at] : [at];
}

/** What is still wrong, as a key of the texts; null when it can be asked. @param {TerrainDraft} draft @returns {string | null} */
export function terrainWanting({ kind, points, heightM, targetM, radiusKm }) {
  if (points.length < LEAST_POINTS[kind]) return `terrain.wanting.${kind}`;
  if (kind !== 'viewshed') return null;
  if (!within(heightM, 0, MOST_HEIGHT_M) || !within(targetM, 0, MOST_HEIGHT_M)) return 'terrain.wanting.height';
  return within(radiusKm, LEAST_RADIUS_KM, MOST_RADIUS_KM) ? null : 'terrain.wanting.radius';
}

/** @param {string} text @param {number} least @param {number} most */
function within(text, least, most) {
  const value = Number(text);
  return text.trim() !== '' && value >= least && value <= most;
}

/** One of eight winds from north clockwise, 0 to 7. @param {number} degrees */
export function windOf(degrees) {
  return Math.round((degrees * WINDS) / 360) % WINDS;
}

/** The stretches of a profile between its gaps. @param {readonly ProfileSample[]} samples @returns {{distance: number, elevation: number}[][]} */
export function stretches(samples) {
  /** @type {{distance: number, elevation: number}[][]} */
  const all = [[]];
  for (const { distance_m: distance, elevation_m: elevation } of samples) {
    if (elevation === null) all.push([]);
    else all[all.length - 1].push({ distance, elevation });
  }
  return all.filter((stretch) => stretch.length > 1);
}
