/** @import { Box, Feature, LayerType, LoadedLayer, LonLat, Preset } from '../types.js' */

/** Groups in the order of the panel. */
export const GROUPS = /** @type {const} */ (['base', 'people', 'hazard', 'flood', 'forest', 'force', 'supply', 'safety', 'own']);

/** Up to so many features a layer is loaded whole, and no more are shown of any. */
export const MOST_FEATURES = 5_000;

const MARGIN = 0.2;

/** What each role looks at; `all` is what a county wants to see when nothing is wrong. @type {readonly {id: string, layers: readonly string[]}[]} */
export const ROLE_PRESETS = [
  { id: 'all', layers: ['fire_station', 'police', 'ambulance_station', 'hospital', 'team', 'depot', 'shelter'] },
  { id: 'flood', layers: ['river', 'reservoir', 'dam', 'flood_work', 'monitoring_station', 'geohazard_point', 'shelter', 'depot'] },
  { id: 'forest', layers: ['forest_compartment', 'fire_lane', 'fire_break', 'cistern', 'lookout_tower', 'fire_station', 'team', 'helipad', 'depot'] },
  { id: 'safety', layers: ['enterprise', 'mine', 'gas_pipeline', 'gas_station', 'hidden_danger', 'risk_area', 'fire_station', 'hospital'] },
];

/** One letter for its symbols: the agreed one, or the label's first. @param {{codes: (group: string) => string[], t: (key: string) => string}} texts @param {LayerType} type */
export function glyphOf(texts, type) {
  const agreed = texts.codes('layerGlyph').includes(type.symbol);
  return (agreed ? texts.t(`layerGlyph.${type.symbol}`) : type.label).slice(0, 1);
}

/** @param {LayerType} type @returns {string} */
export function groupOf({ group }) {
  return GROUPS.some((it) => it === group) ? String(group) : 'own';
}

/**
 * The layers whose label as it is read, or its group's, has the wanted text in it, or a word of whose id begins with it; by group in the panel's order.
 * @param {readonly LayerType[]} types @param {string} wanted @param {(group: string) => string} groupName
 * @returns {{group: string, types: LayerType[]}[]}
 */
export function grouped(types, wanted, groupName) {
  const text = wanted.trim().toLowerCase();
  const has = (/** @type {string | undefined} */ it) => (it ?? '').toLowerCase().includes(text);
  const begins = (/** @type {string} */ id) => id.startsWith(text) || id.split('_').some((word) => word.startsWith(text));
  return GROUPS.map((group) => ({
    group,
    types: types.filter((type) => groupOf(type) === group && (has(type.label) || begins(type.id) || has(groupName(group)))),
  })).filter((it) => it.types.length);
}

/** Whether a set of layers is just what is shown, as far as the layers exist. @param {readonly string[]} layers @param {ReadonlySet<string>} visible @param {readonly LayerType[]} types */
export function isShown(layers, visible, types) {
  const there = layers.filter((id) => types.some((type) => type.id === id));
  return there.length === visible.size && there.every((id) => visible.has(id));
}

/** With the preset put in by its name; the same name replaces. @param {readonly Preset[]} presets @param {string} name @param {string[]} layers @returns {Preset[]} */
export function withPreset(presets, name, layers) {
  return [...presets.filter((it) => it.name !== name), { id: name, name, layers }];
}

/** @param {Box} outer @param {Box} inner */
function covers([west, south, east, north], [w, s, e, n]) {
  return west <= w && south <= s && east >= e && north >= n;
}

/** @param {Box} box @param {number} share of its size on each side @returns {Box} */
function widened([west, south, east, north], share) {
  const [x, y] = [(east - west) * share, (north - south) * share];
  return [west - x, south - y, east + x, north + y];
}

/** What is asked for when the view is this: some more around it, so that a small move needs no new answer. @param {Box} view @returns {Box} */
export function askedFor(view) {
  return widened(view, MARGIN);
}

/** Whether a layer must be asked for again when the view is this. @param {LoadedLayer | undefined} loaded @param {Box} view */
export function needsLoading(loaded, view) {
  if (!loaded) return true;
  if (!loaded.box) return false;
  return !covers(loaded.box, view) || (!loaded.complete && String(loaded.box) !== String(askedFor(view)));
}

/** With the feature put in, in place of what had its id. @param {readonly Feature[]} features @param {Feature} feature @returns {Feature[]} */
export function withFeature(features, feature) {
  const at = features.findIndex((it) => it.id === feature.id);
  return at < 0 ? [...features, feature] : features.map((it, i) => (i === at ? feature : it));
}

/** A place on it to go to: the middle of its longest row of corners. @param {Feature} feature @returns {LonLat | null} */
export function anchorOf({ geometry }) {
  let part = /** @type {any} */ (geometry?.coordinates);
  if (!part) return null;
  while (Array.isArray(part[0])) {
    const longest = part.reduce((/** @type {any} */ a, /** @type {any} */ b) => (b.length > a.length ? b : a));
    part = typeof longest[0] === 'number' ? part[Math.floor((part.length - 1) / 2)] : longest;
  }
  return part;
}

/** Corners' box, or null without geometry. @param {Feature} feature @returns {Box | null} */
export function boxOf({ geometry }) {
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (/** @type {any} */ part) => {
    if (typeof part[0] !== 'number') return part.forEach(visit);
    box[0] = Math.min(box[0], part[0]);
    box[1] = Math.min(box[1], part[1]);
    box[2] = Math.max(box[2], part[0]);
    box[3] = Math.max(box[3], part[1]);
  };
  if (geometry) visit(geometry.coordinates);
  return box[0] === Infinity ? null : box;
}
