/** @import { Feature } from '../../layer-types.js' */
/** @import { ImportState } from '../../import-types.js' */
/** @import { AnyGeometry, LonLat } from '../../types.js' */
import { shapeOf } from '../editing/shape.js';

/** @typedef {'brought' | 'rejected' | 'outside' | 'before' | 'after' | 'shown'} PreviewLook */
/** @typedef {{geometry: AnyGeometry, look: PreviewLook, name: string}} Previewed */

/**
 * What the map shows of a file: what it brings, what of it is rejected or lies outside the county, and of repaired shapes both states.
 * @param {ImportState} state
 * @returns {Previewed[]} the later ones on top
 */
export function previewed({ preview, report, shown }) {
  const outside = new Map((report?.flagged ?? []).map((finding) => [finding.row, finding]));
  const repaired = new Set((report?.repaired ?? []).map(({ row }) => row));
  const rejected = new Set((report?.rejected ?? []).map(({ row }) => row));
  const features = preview?.features ?? [];
  const rows = new Set(features.map(rowOf));
  /** @type {Previewed[]} */
  const all = [];
  const add = (/** @type {AnyGeometry | null | undefined} */ geometry, /** @type {PreviewLook} */ look, /** @type {string} */ name) => {
    if (geometry && shapeOf(geometry)) all.push({ geometry, look, name });
  };
  for (const feature of features) {
    const row = rowOf(feature);
    const look = rejected.has(row) ? 'rejected' : outside.has(row) ? 'outside' : 'brought';
    if (!repaired.has(row)) add(feature.geometry, look, String(feature.properties.name ?? ''));
  }
  for (const { row, location, name } of outside.values()) if (!rows.has(row)) add(location, 'outside', name ?? '');
  for (const { before, after, name } of report?.repaired ?? []) {
    add(before, 'before', '');
    add(after, 'after', name ?? '');
  }
  if (shown) add(placeOfFinding(shown, features), 'shown', shown.name ?? '');
  return all;
}

/** Where a finding is on the map. @param {import('../../import-types.js').ImportFinding} finding @param {readonly Feature[]} features */
export function placeOfFinding({ row, location, before, after }, features) {
  return after ?? before ?? location ?? features.find((feature) => rowOf(feature) === row)?.geometry ?? null;
}

/** A feature that covers all, for the map to go to. @param {readonly Previewed[]} shapes @returns {Feature | null} */
export function coverOf(shapes) {
  const coordinates = shapes.flatMap(({ geometry }) => (shapeOf(geometry)?.parts ?? []).flat(2));
  return coordinates.length ? { type: 'Feature', geometry: { type: 'MultiPoint', coordinates: /** @type {LonLat[]} */ (coordinates) }, properties: {} } : null;
}

/** @param {Feature} feature */
function rowOf({ properties }) {
  return Number(properties.row);
}
