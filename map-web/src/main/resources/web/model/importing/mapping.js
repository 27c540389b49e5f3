/** @import { LayerType } from '../../layer-types.js' */
/** @import { FieldMapping, SavedMapping, SourceLayer } from '../../import-types.js' */

/** What a feature of any layer has. */
export const COMMON = /** @type {const} */ (['name', 'external_id', 'provenance', 'source', 'accuracy_m', 'valid_from', 'valid_to']);
/** Ways to say in a table where a row is. */
export const PLACES = /** @type {const} */ (['lon', 'lat', 'x', 'y', 'wkt', 'place']);

/** What a field can become; in a file with shapes of its own no column is a place. @param {LayerType | undefined} type @param {SourceLayer | null} layer */
export function targetsOf(type, layer) {
  return {
    common: [...COMMON],
    places: layer?.geometry_type ? [] : [...PLACES],
    attributes: (type?.attributes ?? []).map(({ name }) => name),
  };
}

/** Whether a row's place is told. @param {FieldMapping} mapping */
export function hasPlace(mapping) {
  const has = (/** @type {string} */ target) => Object.values(mapping).includes(target);
  return (has('lon') && has('lat')) || (has('x') && has('y')) || has('wkt') || has('place');
}

/** Place names alone: no coordinates, so no coordinate system. @param {FieldMapping} mapping */
export function hasPlaceNamesOnly(mapping) {
  const targets = Object.values(mapping);
  return targets.includes('place') && !['lon', 'lat', 'x', 'y', 'wkt'].some((target) => targets.includes(target));
}

/** Targets that several fields want; only a place may be put together from several. @param {FieldMapping} mapping @returns {string[]} */
export function takenTwice(mapping) {
  const targets = Object.values(mapping).filter((target) => target !== null && target !== 'place');
  return [...new Set(targets.filter((target, i) => targets.indexOf(target) !== i))].map(String);
}

/** @param {FieldMapping} mapping @param {string} target @returns {boolean} */
export function maps(mapping, target) {
  return Object.values(mapping).includes(target);
}

/** What a person wrote stays as long as the file has those fields; what they did not see comes as it is proposed. @param {FieldMapping} own @param {SourceLayer} layer @returns {FieldMapping} */
export function carriedOver(own, layer) {
  return Object.fromEntries(layer.fields.map(({ name }) => [name, name in own ? own[name] : layer.suggested_mapping[name] ?? null]));
}

/** Of the saved ones, those whose every used field is in the file. @param {readonly SavedMapping[]} saved @param {SourceLayer | null} layer @returns {SavedMapping[]} */
export function fitting(saved, layer) {
  const fields = new Set((layer?.fields ?? []).map(({ name }) => name));
  return saved.filter(({ mapping }) => Object.entries(mapping).every(([field, target]) => target === null || fields.has(field)));
}
