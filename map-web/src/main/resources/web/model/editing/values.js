/** @import { Attribute, LayerType } from '../../layer-types.js' */
/** @import { FieldValue } from '../../editing-types.js' */

const INTEGER = /^[-+]?\d+$/;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** How a value stands in its field: '' for none. @param {Attribute} attribute @param {unknown} value @returns {FieldValue} */
export function fieldOf(attribute, value) {
  if (attribute.type !== 'table') return value === null || value === undefined ? '' : String(value);
  const rows = Array.isArray(value) ? value : [];
  return rows.map((row) => Object.fromEntries((attribute.columns ?? []).map((column) => [column.name, String(fieldOf(column, row?.[column.name]))])));
}

/**
 * The typed value of a field.
 * @param {Attribute} attribute
 * @param {FieldValue} field
 * @returns {{value: unknown, problem: '' | 'integer' | 'number' | 'date' | 'row', row?: number, column?: string}} null for an empty field
 */
export function valueOf(attribute, field) {
  if (typeof field !== 'string') return rowsOf(attribute, field);
  const text = field.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).trim();
  if (!text) return { value: null, problem: '' };
  switch (attribute.type) {
    case 'integer':
      return INTEGER.test(text) && Number.isSafeInteger(Number(text)) ? { value: Number(text), problem: '' } : { value: null, problem: 'integer' };
    case 'number':
      return NUMBER.test(text) ? { value: Number(text), problem: '' } : { value: null, problem: 'number' };
    case 'boolean':
      return { value: text === 'true', problem: '' };
    case 'date':
      return isDate(text) ? { value: text, problem: '' } : { value: null, problem: 'date' };
    default:
      return { value: field.trim(), problem: '' };
  }
}

/** Rows in which nothing stands are left out. @param {Attribute} attribute @param {Record<string, string>[]} rows @returns {ReturnType<typeof valueOf>} */
function rowsOf({ columns = [] }, rows) {
  /** @type {Record<string, unknown>[]} */
  const values = [];
  for (const [row, cells] of rows.entries()) {
    /** @type {Record<string, unknown>} */
    const value = {};
    for (const column of columns) {
      const cell = valueOf(column, cells[column.name] ?? '');
      if (cell.problem) return { value: null, problem: cell.problem, row, column: column.name };
      if (cell.value !== null) value[column.name] = cell.value;
    }
    if (!Object.keys(value).length) continue;
    const empty = columns.find((column) => column.required && !(column.name in value));
    if (empty) return { value: null, problem: 'row', row, column: empty.name };
    values.push(value);
  }
  return { value: values.length ? values : null, problem: '' };
}

/** @param {string} text */
function isDate(text) {
  if (!DATE.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** @param {LayerType | undefined} type @param {string} name @returns {Attribute | undefined} */
export function attributeOf(type, name) {
  return type?.attributes?.find((attribute) => attribute.name === name);
}
