/** @import { Feature, LayerType } from '../../layer-types.js' */
/** @import { Difference, FeatureVersion } from '../../editing-types.js' */
import { attributeField, GEOMETRY, shapeOfFeature } from './draft.js';
import { distanceM } from './measures.js';
import { isSameShape, middleOf } from './shape.js';

/** What a feature has beside its attributes, and whether a reader wants to hear that it changed. */
const OWN = /** @type {Record<string, boolean>} */ ({
  name: true, external_id: true, provenance: true, source: true, accuracy_m: true, valid_from: true, valid_to: true,
  layer: false, revision: false, changed_at: false, changed_by: false, changed_by_name: false, reason: false, act: false, id: false, ended_at: false, synthetic: false,
});

/** What changed from one state of a feature to the next, in the order of its form. @param {Feature} before @param {Feature} after @param {LayerType | undefined} type @returns {Difference[]} */
export function differences(before, after, type) {
  const [old, now] = [before.properties, after.properties];
  const ordered = (type?.attributes ?? []).map(({ name }) => name);
  const others = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => !(name in OWN) && !ordered.includes(name)).sort();
  const found = [...Object.keys(OWN).filter((name) => OWN[name]), ...ordered, ...others]
    .filter((name) => canonical(old[name]) !== canonical(now[name]))
    .map((name) => ({ field: name in OWN ? name : attributeField(name), before: old[name] ?? null, after: now[name] ?? null }));
  const moved = !isSameShape(shapeOfFeature(before), shapeOfFeature(after));
  return moved ? [{ field: GEOMETRY, before: before.geometry, after: after.geometry }, ...found] : found;
}

/** How far the middle of its extent went. @param {Feature} before @param {Feature} after @returns {number | null} m */
export function shiftM(before, after) {
  const [a, b] = [before, after].map((feature) => {
    const shape = shapeOfFeature(feature);
    return shape ? middleOf(shape) : null;
  });
  return a && b ? distanceM(a, b) : null;
}

/** The state before a version, if there is one. @param {readonly FeatureVersion[]} versions newest first @param {FeatureVersion} version */
export function before(versions, version) {
  return versions[versions.indexOf(version) + 1] ?? null;
}

/** Rows of a table that only one state has. @param {unknown} before @param {unknown} after @returns {{gone: Record<string, unknown>[], came: Record<string, unknown>[]}} */
export function rowDifferences(before, after) {
  const [old, now] = [before, after].map((rows) => (Array.isArray(rows) ? rows : []));
  const without = (/** @type {Record<string, unknown>[]} */ rows, /** @type {Record<string, unknown>[]} */ others) => {
    const left = others.map(canonical);
    return rows.filter((row) => {
      const i = left.indexOf(canonical(row));
      if (i >= 0) left.splice(i, 1);
      return i < 0;
    });
  };
  return { gone: without(old, now), came: without(now, old) };
}

/** The same text for the same value, however its keys are ordered; nothing is the same as null. @param {unknown} value @returns {string} */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value === 'object' && value !== null) return `{${Object.entries(value).filter(([, it]) => it !== null).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, it]) => `${key}:${canonical(it)}`).join()}}`;
  return JSON.stringify(value ?? null);
}
