/** @import { Feature, LayerType } from '../../layer-types.js' */
/** @import { FeatureDraft, FeatureWish, FieldValue, GeoGeometry, Shape, ShapeKind } from '../../editing-types.js' */
import { begunJournal, stepped } from './journal.js';
import { emptyShape, geometryOf, isSameShape, LEAST, shapeOf, unfinished, withPathRemoved } from './shape.js';
import { attributeOf, fieldOf, valueOf } from './values.js';

/** Fields beside the attributes, which stand as `attributes/<name>`. */
export const OWN_FIELDS = /** @type {const} */ (['name', 'external_id', 'provenance', 'source', 'accuracy_m']);
export const GEOMETRY = 'geometry';
const ATTRIBUTE = 'attributes/';

/** @param {string} name */
export const attributeField = (name) => `${ATTRIBUTE}${name}`;

/** @param {string} field @returns {string | null} the attribute's name */
export const attributeName = (field) => (field.startsWith(ATTRIBUTE) ? field.slice(ATTRIBUTE.length) : null);

/** @param {Feature | null} feature @param {LayerType} type @returns {Record<string, FieldValue>} */
export function fieldsOf(feature, type) {
  const properties = feature?.properties ?? {};
  const own = OWN_FIELDS.map((field) => [field, properties[field] === null || properties[field] === undefined ? '' : String(properties[field])]);
  const attributes = (type.attributes ?? []).map((attribute) => [attributeField(attribute.name), fieldOf(attribute, properties[attribute.name])]);
  return Object.fromEntries([...own, ...attributes]);
}

/** @param {LayerType} type @param {Feature} feature @param {Shape} shape @param {number} now @returns {FeatureDraft} */
export function draftOf(type, feature, shape, now) {
  const id = feature.id ?? '';
  return { ...blank(type, feature, now), key: draftKey(type.id, id), id, journal: begunJournal(shape) };
}

/** @param {LayerType} type @param {ShapeKind} kind @param {string} key of the request, so that a repeat makes no second one @param {number} now @returns {FeatureDraft} */
export function newDraft(type, kind, key, now) {
  return { ...blank(type, null, now), key, id: null, journal: begunJournal(emptyShape(kind)), drawing: { part: 0, ring: 0 } };
}

/** @param {LayerType} type @param {Feature | null} feature @param {number} now */
function blank(type, feature, now) {
  const fields = fieldsOf(feature, type);
  if (!feature) fields.provenance = 'REPORTED';
  return {
    layer: type.id, base: feature, seen: feature, startedAt: new Date(now).toISOString(), fields, touched: /** @type {string[]} */ ([]), drawing: null, reason: '', settled: {},
  };
}

/** @param {string} layer @param {string} id */
export function draftKey(layer, id) {
  return `${layer}/${id}`;
}

/** @param {FeatureDraft} draft @param {string} field @param {FieldValue} value @returns {FeatureDraft} */
export function written(draft, field, value) {
  return { ...draft, fields: { ...draft.fields, [field]: value }, touched: [...new Set([...draft.touched, field])] };
}

/** @param {FeatureDraft} draft @param {Shape} shape @returns {FeatureDraft} */
export function drawn(draft, shape) {
  if (shape === draft.journal.now) return draft;
  return { ...draft, journal: stepped(draft.journal, shape), touched: [...new Set([...draft.touched, GEOMETRY])] };
}

/** Without the path being drawn if it is too short to be any. @param {FeatureDraft} draft @returns {FeatureDraft} the same when none is drawn */
export function withoutShortPath(draft) {
  const { drawing, journal } = draft;
  if (!drawing) return draft;
  const path = journal.now.parts[drawing.part]?.[drawing.ring];
  if (!path || path.length >= LEAST[journal.now.kind]) return { ...draft, drawing: null };
  return { ...draft, journal: { ...journal, now: withPathRemoved(journal.now, drawing.part, drawing.ring) }, drawing: null };
}

/** @param {FeatureDraft} draft */
export function isBegun({ touched, reason }) {
  return touched.length > 0 || reason !== '';
}

/** @param {Feature | null} feature @returns {Shape | null} */
export function shapeOfFeature(feature) {
  return shapeOf(/** @type {GeoGeometry | null} */ (feature?.geometry ?? null));
}

/**
 * Somebody was faster: what this person touched stays theirs, the rest is as it is now.
 * @param {FeatureDraft} draft @param {Feature} latest @param {LayerType} type @returns {FeatureDraft}
 */
export function overtaken(draft, latest, type) {
  const [before, now] = [fieldsOf(draft.seen, type), fieldsOf(latest, type)];
  const mine = Object.fromEntries(draft.touched.filter((field) => field in draft.fields).map((field) => [field, draft.fields[field]]));
  const same = (/** @type {string} */ field) => (field === GEOMETRY ? isSameShape(shapeOfFeature(draft.seen), shapeOfFeature(latest)) : isSame(before[field], now[field]));
  const settled = Object.fromEntries(Object.entries(draft.settled).filter(([field]) => same(field)));
  const shape = shapeOfFeature(latest);
  const journal = draft.touched.includes(GEOMETRY) || !shape ? draft.journal : begunJournal(shape);
  return { ...draft, seen: latest, fields: { ...now, ...mine }, journal, settled };
}

/** Fields that this person and somebody else changed differently. @param {FeatureDraft} draft @param {LayerType} type @returns {string[]} */
export function clashes(draft, type) {
  if (!draft.base || draft.base === draft.seen) return [];
  const [before, now] = [fieldsOf(draft.base, type), fieldsOf(draft.seen, type)];
  return draft.touched.filter((field) => {
    if (field !== GEOMETRY) return !isSame(before[field], now[field]) && !isSame(now[field], draft.fields[field]);
    const theirs = shapeOfFeature(draft.seen);
    return !isSameShape(shapeOfFeature(draft.base), theirs) && !isSameShape(theirs, draft.journal.now);
  });
}

/** @param {FeatureDraft} draft @param {LayerType} type */
export function unsettled(draft, type) {
  return clashes(draft, type).filter((field) => !(field in draft.settled));
}

/** What is to be different, by field. @param {FeatureDraft} draft @param {LayerType} type @returns {string[]} */
export function changed(draft, type) {
  const now = fieldsOf(draft.seen, type);
  return draft.touched.filter((field) => {
    if (draft.settled[field] === 'theirs' && clashes(draft, type).includes(field)) return false;
    return field === GEOMETRY ? !isSameShape(shapeOfFeature(draft.seen), draft.journal.now) : !isSame(now[field], draft.fields[field]);
  });
}

/**
 * What keeps it from being sent, by field: `empty`, `short` for a path with too few vertices, or why a value cannot be read.
 * @param {FeatureDraft} draft @param {LayerType} type @returns {Record<string, string>}
 */
export function wanting(draft, type) {
  /** @type {Record<string, string>} */
  const found = {};
  const shape = draft.journal.now;
  if (!shape.parts.length) found[GEOMETRY] = 'empty';
  else if (unfinished(shape).length) found[GEOMETRY] = 'short';
  // Of something new the server takes who draws it for the source.
  for (const field of draft.id === null ? ['name'] : ['name', 'source']) if (!String(draft.fields[field]).trim()) found[field] = 'empty';
  if (valueOf({ name: '', label: '', type: 'number' }, draft.fields.accuracy_m).problem) found.accuracy_m = 'number';
  for (const attribute of type.attributes ?? []) {
    const field = attributeField(attribute.name);
    const { value, problem } = valueOf(attribute, draft.fields[field] ?? '');
    if (problem) found[field] = problem;
    else if (attribute.required && value === null) found[field] = 'empty';
  }
  if (!draft.reason.trim()) found.reason = 'empty';
  return found;
}

/** The request; of a known feature only what is different. @param {FeatureDraft} draft @param {LayerType} type @returns {FeatureWish} */
export function asWish(draft, type) {
  const fields = draft.id === null ? [GEOMETRY, ...Object.keys(draft.fields).filter((field) => hasValue(draft.fields[field]))] : changed(draft, type);
  /** @type {FeatureWish} */
  const wish = { reason: draft.reason.trim() };
  for (const field of fields) {
    const name = attributeName(field);
    const attribute = name === null ? undefined : attributeOf(type, name);
    if (field === GEOMETRY) wish.geometry = geometryOf(draft.journal.now) ?? undefined;
    else if (attribute && name !== null) wish.attributes = { ...wish.attributes, [name]: valueOf(attribute, draft.fields[field]).value };
    else if (name === null) Object.assign(wish, { [field]: ownValue(field, String(draft.fields[field]).trim()) });
  }
  return wish;
}

/** @param {string} field @param {string} text */
function ownValue(field, text) {
  if (!text) return null;
  return field === 'accuracy_m' ? Number(text) : text;
}

/** @param {FieldValue} value */
function hasValue(value) {
  return typeof value === 'string' ? value.trim() !== '' : value.length > 0;
}

/** @param {FieldValue | undefined} a @param {FieldValue | undefined} b */
export function isSame(a, b) {
  return JSON.stringify(a ?? '') === JSON.stringify(b ?? '');
}
