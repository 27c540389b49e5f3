/** @import { Attribute, LayerType } from '../layer-types.js' */
/** @import { GeoGeometry } from '../editing-types.js' */
/** @import { Texts } from '../i18n/texts.js' */
import { attributeName, GEOMETRY } from '../model/editing/draft.js';
import { areaM2, lengthM } from '../model/editing/measures.js';
import { shapeOf, vertexCount } from '../model/editing/shape.js';
import { attributeOf } from '../model/editing/values.js';

/** What a field is called. @param {Texts} texts @param {LayerType | undefined} type @param {string} field */
export function fieldLabel(texts, type, field) {
  const name = attributeName(field);
  if (name === null) return texts.t(`field.${field}`);
  const attribute = attributeOf(type, name);
  return attribute ? texts.label(attribute) : name;
}

/** A value of a field in words. @param {Texts} texts @param {LayerType | undefined} type @param {string} field @param {unknown} value */
export function fieldText(texts, type, field, value) {
  if (field === GEOMETRY) return geometryText(texts, /** @type {GeoGeometry | null} */ (value));
  const attribute = attributeOf(type, attributeName(field) ?? '');
  if (field === 'provenance') return texts.code('provenance', String(value ?? ''));
  if (field === 'accuracy_m' && isThere(value)) return `${String(value)} m`;
  return attribute ? valueText(texts, attribute, value) : plain(texts, value);
}

/** @param {Texts} texts @param {Attribute} attribute @param {unknown} value @returns {string} */
export function valueText(texts, attribute, value) {
  if (!isThere(value)) return texts.t('editing.none');
  if (Array.isArray(value)) return texts.t('editing.rows', { n: value.length });
  const known = attribute.values?.find(({ code }) => code === value);
  if (known) return texts.label(known);
  if (attribute.type === 'boolean') return texts.t(String(value) === 'true' ? 'editing.yes' : 'editing.no');
  return attribute.unit ? `${String(value)} ${texts.code('measure', attribute.unit)}` : String(value);
}

/** A row of a table in one line. @param {Texts} texts @param {Attribute | undefined} attribute @param {Record<string, unknown>} row */
export function rowText(texts, attribute, row) {
  return texts.list((attribute?.columns ?? []).filter(({ name }) => isThere(row[name])).map((column) => valueText(texts, column, row[column.name])));
}

/** How long or large, and of how many vertices. @param {Texts} texts @param {GeoGeometry | null} geometry */
function geometryText(texts, geometry) {
  const shape = shapeOf(geometry);
  if (!shape) return texts.t('editing.none');
  const vertices = texts.t('drawing.vertices', { n: vertexCount(shape) });
  if (shape.kind === 'point') return shape.parts.length > 1 ? vertices : shape.parts[0][0][0].map((n) => n.toFixed(5)).join(', ');
  return texts.list([shape.kind === 'line' ? texts.length(lengthM(shape)) : texts.area(areaM2(shape)), vertices]);
}

/** @param {Texts} texts @param {unknown} value */
function plain(texts, value) {
  if (!isThere(value)) return texts.t('editing.none');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** @param {unknown} value */
function isThere(value) {
  return value !== null && value !== undefined && value !== '';
}
