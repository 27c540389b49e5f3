/** @import { Attribute, Feature, LayerType } from '../types.js' */

/**
 * @typedef {{name: string, label: string, kind: 'text' | 'phone' | 'table', text: string, table: Table | null}} Fact one line of a card
 * @typedef {{columns: {name: string, label: string, numeric: boolean, phone: boolean}[], rows: {text: string, value: unknown}[][]}} Table `phone`: its cells are numbers to call
 */

const PHONE = /(^|_)(phone|tel|telephone|mobile)(_|$)/;

/** A label with its unit. @param {Attribute} attribute @param {(unit: string) => string} unitName */
function withUnit({ label, unit }, unitName) {
  const name = unit ? unitName(unit) : '';
  return name ? `${label} (${name})` : label;
}

/**
 * A value as it is read out; '' when there is none.
 * @param {Attribute} attribute @param {unknown} value
 * @param {{yes: string, no: string, unit: (unit: string) => string}} words
 */
export function valueText(attribute, value, words) {
  if (value === null || value === undefined || value === '') return '';
  const known = attribute.values?.find((it) => it.code === value);
  if (known) return known.label;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return grouped(value);
  return String(value);
}

/** 1,234,567.8 with thin spaces, as figures are set in both languages. @param {number} value */
function grouped(value) {
  const [whole, share] = String(value).split('.');
  if (whole.includes('e')) return String(value);
  const spaced = whole.replace(/^-/, '').length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u2009') : whole;
  return share ? `${spaced}.${share}` : spaced;
}

/**
 * All that a feature says, by the schema of its layer in its order; what has no value is left out.
 * @param {LayerType | undefined} type @param {Feature} feature
 * @param {{yes: string, no: string, unit: (unit: string) => string}} words
 * @returns {Fact[]}
 */
export function factsOf(type, feature, words) {
  return (type?.attributes ?? []).flatMap((attribute) => factOf(attribute, feature, words));
}

/** One or none. @param {Attribute} attribute @param {Feature} feature @param {{yes: string, no: string, unit: (unit: string) => string}} words @returns {Fact[]} */
function factOf(attribute, feature, words) {
  const value = feature.properties[attribute.name];
  const { name, label } = attribute;
  if (attribute.type === 'table') {
    const table = tableOf(attribute, value, words);
    return table ? [{ name, label, kind: 'table', text: '', table }] : [];
  }
  const text = valueText(attribute, value, words);
  if (!text) return [];
  return [{ name, label, kind: PHONE.test(name) ? 'phone' : 'text', text: [text, attribute.unit && words.unit(attribute.unit)].filter(Boolean).join(' '), table: null }];
}

/** @param {Attribute} attribute @param {unknown} value @param {{yes: string, no: string, unit: (unit: string) => string}} words @returns {Table | null} */
function tableOf({ columns = [] }, value, words) {
  if (!Array.isArray(value) || !value.length) return null;
  return {
    columns: columns.map((column) => ({ name: column.name, label: withUnit(column, words.unit), numeric: column.type === 'number' || column.type === 'integer', phone: PHONE.test(column.name) })),
    rows: value.map((row) => columns.map((column) => ({ text: valueText(column, row?.[column.name], words), value: row?.[column.name] }))),
  };
}

/**
 * The lines a table draws when it is a function: its first column rises from row to row and stands for x, every other numeric
 * column is one line. Null when it is no such table.
 * @param {Table} table
 * @returns {{x: number[], lines: {label: string, y: number[]}[]} | null}
 */
export function curvesOf({ columns, rows }) {
  const numbers = (/** @type {number} */ i) => rows.map((row) => row[i].value);
  if (rows.length < 3 || columns.length < 2 || !columns.every((column) => column.numeric)) return null;
  const x = /** @type {number[]} */ (numbers(0));
  if (!x.every((value, i) => typeof value === 'number' && (i === 0 || value > x[i - 1]))) return null;
  const lines = columns.slice(1).map(({ label }, i) => ({ label, y: /** @type {number[]} */ (numbers(i + 1)) }));
  const whole = lines.filter(({ y }) => y.every((value) => typeof value === 'number'));
  return whole.length ? { x, lines: whole } : null;
}
