/** @import { AttributeForm, ValueForm } from '../editing-types.js' */
import { html, nothing } from 'lit';
import { ATTRIBUTE_TYPES, emptyAttribute, emptyValue, withRemoved } from '../model/editing/type-form.js';
import { Panel } from './panel.js';

/** @typedef {{list: readonly AttributeForm[], at: string, put: (list: AttributeForm[]) => void, inTable: boolean}} Place where attributes stand: in the layer, or as columns of a table */

/** Attributes of a layer type: new ones, their values, columns of tables, words for all of it. */
export class CatalogueAttributes extends Panel {
  static properties = { ...Panel.properties, forms: { attribute: false }, problems: { attribute: false }, written: { attribute: false } };

  constructor() {
    super();
    /** @type {AttributeForm[]} */
    this.forms = [];
    /** @type {Record<string, string>} */
    this.problems = {};
    /** @type {(attributes: AttributeForm[]) => void} */
    this.written = () => undefined;
  }

  /** @override */
  render() {
    return html`<fieldset class="attributes"><legend>${this.t('catalogue.attributes')}</legend>
      ${this.list({ list: this.forms, at: 'attributes', put: (list) => this.written(list), inTable: false })}</fieldset>`;
  }

  /** @param {Place} place @returns {unknown} */
  list(place) {
    const { list, at, put, inTable } = place;
    return html`${list.map((attribute, i) => this.attribute(attribute, i, place))}
      <p><button type="button" class="small" data-testid=${inTable ? 'add-column' : 'add-attribute'} @click=${() => put([...list, emptyAttribute()])}>${this.t(inTable ? 'catalogue.addColumn' : 'catalogue.addAttribute')}</button>${this.said(`${at}`)}</p>`;
  }

  /** @param {AttributeForm} attribute @param {number} i @param {Place} place */
  attribute(attribute, i, place) {
    const here = `${place.at}/${i}`;
    const open = !attribute.known || Object.keys(this.problems).some((at) => at.startsWith(`${here}/`));
    const change = (/** @type {Partial<AttributeForm>} */ part) => place.put(place.list.map((it, j) => (i === j ? { ...it, ...part } : it)));
    return html`<details class="attribute ${attribute.removed ? 'is-removed' : ''}" ?open=${open} data-testid="attribute" data-name=${attribute.name}>
      <summary><b>${this.app.texts.label({ label: attribute.name, label_zh: attribute.zh, label_en: attribute.en }) || this.t('catalogue.newAttribute')}</b> <span class="mute">${[attribute.name, this.t(`attributeType.${attribute.type}`), attribute.unit].filter(Boolean).join(' · ')}</span>
        <button type="button" class="quiet small" data-testid="remove-attribute" @click=${(/** @type {Event} */ event) => this.taken(event, place, i)}>${this.t(attribute.removed ? 'catalogue.keep' : 'catalogue.remove')}</button></summary>
      ${this.said(here)}${this.said(`${place.at}/${attribute.name}`)}
      ${attribute.removed ? nothing : this.fields(attribute, here, place, change)}</details>`;
  }

  /** @param {AttributeForm} attribute @param {string} here @param {Place} place @param {(part: Partial<AttributeForm>) => void} change */
  fields(attribute, here, place, change) {
    const types = ATTRIBUTE_TYPES.filter((type) => !place.inTable || type !== 'table');
    return html`<div class="attribute-fields">
      <div class="pair even">${this.input(attribute.name, `${here}/name`, 'catalogue.name', (name) => change({ name }), attribute.known)}
        <label class="field">${this.t('catalogue.type')}<select name="${here}/type" ?disabled=${attribute.known} @change=${(/** @type {Event} */ event) => change({ type: /** @type {HTMLSelectElement} */ (event.target).value })}>
          ${types.map((type) => html`<option value=${type} ?selected=${type === attribute.type}>${this.t(`attributeType.${type}`)}</option>`)}</select></label></div>
      <div class="pair even">${this.input(attribute.zh, `${here}/label_zh`, 'catalogue.zh', (zh) => change({ zh }))} ${this.input(attribute.en, `${here}/label_en`, 'catalogue.en', (en) => change({ en }))}</div>${this.said(`${here}/label`)}
      <div class="pair even">${['integer', 'number'].includes(attribute.type) ? this.input(attribute.unit, `${here}/unit`, 'catalogue.unit', (unit) => change({ unit })) : nothing}
        <label class="person-disabled"><input type="checkbox" name="${here}/required" .checked=${attribute.required} @change=${(/** @type {Event} */ event) => change({ required: /** @type {HTMLInputElement} */ (event.target).checked })}><b>${this.t('catalogue.required')}</b></label></div>
      ${attribute.type === 'text' ? this.values(attribute.values, here, (values) => change({ values })) : nothing}
      ${attribute.type === 'table' ? html`<fieldset class="columns"><legend>${this.t('catalogue.columns')}</legend>${this.list({ list: attribute.columns, at: `${here}/columns`, put: (columns) => change({ columns }), inTable: true })}</fieldset>` : nothing}</div>`;
  }

  /** @param {ValueForm[]} values @param {string} here @param {(values: ValueForm[]) => void} put */
  values(values, here, put) {
    const cell = (/** @type {ValueForm} */ value, /** @type {number} */ i, /** @type {'code' | 'zh' | 'en'} */ part) => html`<td><input name="${here}/values/${i}/${part}" .value=${value[part]} ?disabled=${value.removed || (part === 'code' && value.known)} maxlength="100" autocomplete="off"
      aria-label="${this.t(part === 'code' ? 'catalogue.code' : `catalogue.${part}`)} ${i + 1}" @input=${(/** @type {InputEvent} */ event) => put(values.map((it, j) => (i === j ? { ...it, [part]: /** @type {HTMLInputElement} */ (event.target).value } : it)))}></td>`;
    return html`<div class="row-table values">${values.length ? html`<table><thead><tr><th>${this.t('catalogue.code')}</th><th>${this.t('catalogue.zh')}</th><th>${this.t('catalogue.en')}</th><th></th></tr></thead><tbody>
        ${values.map((value, i) => html`<tr class=${value.removed ? 'is-removed' : ''}>${cell(value, i, 'code')}${cell(value, i, 'zh')}${cell(value, i, 'en')}<td><button type="button" class="quiet small" data-testid="remove-value" @click=${() => put(withRemoved(values, i))}>${this.t(value.removed ? 'catalogue.keep' : 'catalogue.remove')}</button></td></tr>`)}</tbody></table>` : nothing}
      <button type="button" class="small" data-testid="add-value" @click=${() => put([...values, emptyValue()])}>${this.t('catalogue.addValue')}</button>${this.said(`${here}/values`)}</div>`;
  }

  /** @param {string} value @param {string} at @param {string} key of its label @param {(value: string) => void} put @param {boolean} [fixed] */
  input(value, at, key, put, fixed = false) {
    const problem = this.problems[at] ?? '';
    return html`<div><label class="field">${this.t(key)}<input name=${at} .value=${value} ?disabled=${fixed} maxlength="100" autocomplete="off" spellcheck="false" aria-invalid=${problem ? 'true' : 'false'}
      @input=${(/** @type {InputEvent} */ event) => put(/** @type {HTMLInputElement} */ (event.target).value)}></label>${this.said(at)}</div>`;
  }

  /** @param {string} at */
  said(at) {
    return this.problems[at] ? html`<p class="field-problem" data-testid="problem-at" data-at=${at}>${this.problems[at]}</p>` : nothing;
  }

  /** @param {Event} event @param {Place} place @param {number} i */
  taken(event, { list, put }, i) {
    event.preventDefault();
    put(withRemoved(list, i));
  }
}
customElements.define('wl-catalogue-attributes', CatalogueAttributes);
