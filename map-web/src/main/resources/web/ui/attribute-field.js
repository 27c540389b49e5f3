/** @import { Attribute } from '../layer-types.js' */
/** @import { FieldValue } from '../editing-types.js' */
/** @import { App } from './app.js' */
import { html, nothing } from 'lit';
import { attributeField } from '../model/editing/draft.js';
import './attribute-table.js';

const LONG = 48;
const INPUT_MODES = /** @type {Record<string, string>} */ ({ integer: 'numeric', number: 'decimal' });

/**
 * A field made from the layer's schema.
 * @param {App} app
 * @param {Attribute} attribute
 * @param {FieldValue} value
 * @param {string} problem
 * @param {(field: string, value: FieldValue) => void} written
 */
export function attributeInput(app, attribute, value, problem, written) {
  const field = attributeField(attribute.name);
  const label = html`${app.texts.label(attribute)}${attribute.required ? html` <b class="required" title=${app.texts.t('editing.required')}>*</b>` : nothing}`;
  const below = html`<p class="field-problem" id="problem-${field}" data-testid="problem-${field}">${problem}</p>`;
  if (attribute.type === 'table') {
    return html`<div class="table-field"><span class="table-label">${label}</span><wl-attribute-table .app=${app} .attribute=${attribute} .rows=${typeof value === 'string' ? [] : value} .written=${(/** @type {FieldValue} */ rows) => written(field, rows)}></wl-attribute-table>${below}</div>`;
  }
  const typed = (/** @type {Event} */ event) => written(field, /** @type {HTMLInputElement} */ (event.target).value);
  return html`<div><label class="field">${label}<span class="with-unit">${control(app, attribute, { name: field, value: String(value), problem, typed })}${unit(app, attribute)}</span></label>${below}</div>`;
}

/** @param {App} app @param {Attribute} attribute */
export function unit(app, { unit }) {
  return unit ? html`<span class="unit">${app.texts.code('measure', unit)}</span>` : nothing;
}

/**
 * @param {App} app
 * @param {Attribute} attribute
 * @param {{name: string, value: string, problem: string, typed: (event: Event) => void, label?: string}} at
 */
export function control(app, attribute, { name, value, problem, typed, label }) {
  const choices = choicesOf(app, attribute);
  const invalid = problem ? 'true' : 'false';
  if (choices) {
    const known = !value || choices.some(([code]) => code === value);
    return html`<select name=${name} aria-label=${label ?? nothing} aria-invalid=${invalid} aria-describedby="problem-${name}" @change=${typed}>
      <option value="" ?selected=${!value}></option>${choices.map(([code, text]) => html`<option value=${code} ?selected=${code === value}>${text}</option>`)}
      ${known ? nothing : html`<option value=${value} selected>${value}</option>`}</select>`;
  }
  if (attribute.type === 'text' && value.length > LONG && !label) return html`<textarea name=${name} rows="3" .value=${value} maxlength="4000" aria-invalid=${invalid} aria-describedby="problem-${name}" @input=${typed}></textarea>`;
  return html`<input name=${name} aria-label=${label ?? nothing} type=${attribute.type === 'date' ? 'date' : 'text'} inputmode=${INPUT_MODES[attribute.type] ?? 'text'} .value=${value} maxlength="4000" autocomplete="off" spellcheck="false"
    aria-invalid=${invalid} aria-describedby="problem-${name}" @input=${typed}>`;
}

/** Codes with their words. @param {App} app @param {Attribute} attribute @returns {[string, string][] | null} null: any value will do */
function choicesOf(app, { type, values = [] }) {
  if (type === 'boolean') return [['true', app.texts.t('editing.yes')], ['false', app.texts.t('editing.no')]];
  return values.length ? values.map((value) => [value.code, app.texts.label(value)]) : null;
}
