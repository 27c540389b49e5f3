/** @import { Attribute, LayerType } from '../../layer-types.js' */
/** @import { AttributeForm, AttributeWish, LayerWish, TypeForm, ValueForm } from '../../editing-types.js' */

/** Groups of the catalogue, as the server has them. */
export const GROUPS = /** @type {const} */ (['base', 'people', 'hazard', 'flood', 'forest', 'force', 'supply', 'safety', 'own']);
export const ATTRIBUTE_TYPES = /** @type {const} */ (['text', 'integer', 'number', 'boolean', 'date', 'table']);

/** What can be changed of a known type beside its attributes. */
const WORDS = /** @type {const} */ (['group', 'symbol', 'zh', 'en', 'source', 'accuracyM', 'updateRule']);
const NAME = /^[a-z][a-z0-9_]{0,59}$/;
/** What every feature has; an attribute of that name would hide it. */
const TAKEN = new Set(['id', 'layer', 'name', 'external_id', 'provenance', 'source', 'accuracy_m', 'valid_from', 'valid_to', 'revision', 'changed_at', 'changed_by', 'changed_by_name', 'reason', 'act', 'geometry', 'geom', 'attributes']);

/** @returns {TypeForm} */
export function emptyType() {
  return { base: null, id: '', geometry: 'point', group: 'own', symbol: 'facility', zh: '', en: '', source: '', accuracyM: '', updateRule: '', attributes: [], ...untried() };
}

/** @param {LayerType} type @returns {TypeForm} */
export function formOfType(type) {
  return {
    base: type, id: type.id, geometry: type.geometry_type, group: type.group ?? 'own', symbol: type.symbol, zh: type.label_zh ?? type.label, en: type.label_en ?? type.label,
    source: type.source ?? '', accuracyM: type.accuracy_m === null || type.accuracy_m === undefined ? '' : String(type.accuracy_m), updateRule: type.update_rule ?? '',
    attributes: (type.attributes ?? []).map(formOfAttribute), ...untried(),
  };
}

function untried() {
  return { busy: false, problem: '', errors: [], wanting: {} };
}

/** @param {Attribute} attribute @returns {AttributeForm} */
function formOfAttribute(attribute) {
  return {
    known: true, removed: false, name: attribute.name, type: attribute.type, unit: attribute.unit ?? '', zh: attribute.label_zh ?? attribute.label, en: attribute.label_en ?? attribute.label,
    required: attribute.required ?? false, columns: (attribute.columns ?? []).map(formOfAttribute),
    values: (attribute.values ?? []).map((value) => ({ known: true, removed: false, code: value.code, zh: value.label_zh ?? value.label, en: value.label_en ?? value.label })),
  };
}

/** @returns {AttributeForm} */
export function emptyAttribute() {
  return { known: false, removed: false, name: '', type: 'text', unit: '', zh: '', en: '', required: false, values: [], columns: [] };
}

/** @returns {ValueForm} */
export function emptyValue() {
  return { known: false, removed: false, code: '', zh: '', en: '' };
}

/**
 * Another administrator was faster: what this one changed stays, the rest is as it is now; attributes and values of both are there.
 * @param {TypeForm} form @param {LayerType} latest @returns {TypeForm}
 */
export function rebased(form, latest) {
  const [old, now] = [form.base ? formOfType(form.base) : emptyType(), formOfType(latest)];
  const words = WORDS.map((field) => [field, form[field] === old[field] ? now[field] : form[field]]);
  const attributes = now.attributes.map((theirs) => {
    const [own, before] = [form, old].map(({ attributes: list }) => list.find(({ name, known }) => known && name === theirs.name));
    if (!own || JSON.stringify(own) === JSON.stringify(before)) return theirs;
    return { ...own, values: [...own.values, ...theirs.values.filter(({ code }) => !own.values.some((value) => value.code === code))] };
  });
  const added = form.attributes.filter(({ known, name }) => !known && !attributes.some((it) => it.name === name));
  return { ...form, ...Object.fromEntries(words), base: latest, attributes: [...attributes, ...added] };
}

/** A server's pointer counts only what was sent; the place in the form. @param {TypeForm} form @param {string} pointer */
export function placeOf({ attributes }, pointer) {
  const [list, i, ...rest] = pointer.replace(/^\//, '').split('/');
  const sent = attributes.flatMap(({ removed }, at) => (removed ? [] : [at]));
  const place = list === 'attributes' && /^\d+$/.test(i ?? '') ? String(sent[Number(i)] ?? i) : i;
  return [list, place, ...rest].filter((it) => it !== undefined).join('/');
}

/** What is not known to the server goes at once, the rest is marked until it is saved. @template {{known: boolean, removed: boolean}} T @param {readonly T[]} list @param {number} i @returns {T[]} */
export function withRemoved(list, i) {
  return list.flatMap((it, j) => (i !== j ? [it] : it.known ? [{ ...it, removed: !it.removed }] : []));
}

/** What must be mended, by its place in the form such as `attributes/2/name`. @param {TypeForm} form @returns {Record<string, string>} */
export function wantingOfType(form) {
  /** @type {Record<string, string>} */
  const found = {};
  if (!NAME.test(form.id)) found.id = 'name';
  if (!form.zh.trim()) found.label_zh = 'empty';
  if (!form.en.trim()) found.label_en = 'empty';
  if (form.accuracyM.trim() && !(Number(form.accuracyM) >= 0)) found.accuracy_m = 'number';
  wantingOfAttributes(form.attributes, 'attributes', TAKEN, found);
  return found;
}

/** @param {readonly AttributeForm[]} attributes @param {string} at @param {ReadonlySet<string>} taken @param {Record<string, string>} found */
function wantingOfAttributes(attributes, at, taken, found) {
  const names = new Set(taken);
  for (const [i, attribute] of attributes.entries()) {
    if (attribute.removed) continue;
    const { name, zh, en, type, values, columns } = attribute;
    const here = `${at}/${i}`;
    if (!NAME.test(name)) found[`${here}/name`] = 'name';
    else if (names.has(name)) found[`${here}/name`] = taken.has(name) ? 'taken' : 'twice';
    names.add(name);
    if (!zh.trim() || !en.trim()) found[`${here}/label`] = 'labels';
    if (type === 'table') {
      if (!columns.some(({ removed }) => !removed)) found[`${here}/columns`] = 'columns';
      wantingOfAttributes(columns, `${here}/columns`, new Set(), found);
    }
    const codes = values.filter(({ removed }) => !removed).map(({ code }) => code.trim());
    if (new Set(codes).size < codes.length) found[`${here}/values`] = 'twice';
    if (values.some((value) => !value.removed && (!value.code.trim() || !value.zh.trim() || !value.en.trim()))) found[`${here}/values`] = 'values';
  }
}

/** The request; of a known type only what is different. @param {TypeForm} form @returns {LayerWish} */
export function asLayerWish(form) {
  const wish = wishOf(form);
  if (!form.base) return { id: form.id, geometry_type: form.geometry, ...wish };
  const before = wishOf(formOfType(form.base));
  return Object.fromEntries(Object.entries(wish).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[/** @type {keyof LayerWish} */ (field)])));
}

/** @param {TypeForm} form @returns {LayerWish} */
function wishOf({ zh, en, group, symbol, source, accuracyM, updateRule, attributes }) {
  return {
    label_zh: zh.trim(), label_en: en.trim(), group, symbol, source: source.trim() || null, accuracy_m: accuracyM.trim() ? Number(accuracyM) : null, update_rule: updateRule.trim() || null,
    attributes: attributeWishes(attributes),
  };
}

/** @param {readonly AttributeForm[]} attributes @returns {AttributeWish[]} */
function attributeWishes(attributes) {
  return attributes.filter(({ removed }) => !removed).map(({ name, type, unit, zh, en, required, values, columns }) => {
    /** @type {AttributeWish} */
    const wish = { name, type, label_zh: zh.trim(), label_en: en.trim(), required };
    if (unit.trim()) wish.unit = unit.trim();
    const kept = values.filter(({ removed }) => !removed);
    if (type === 'text' && kept.length) wish.values = kept.map((value) => ({ code: value.code.trim(), label_zh: value.zh.trim(), label_en: value.en.trim() }));
    if (type === 'table') wish.columns = attributeWishes(columns);
    return wish;
  });
}
