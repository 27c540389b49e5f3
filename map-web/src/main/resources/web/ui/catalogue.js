/** @import { LayerType } from '../layer-types.js' */
/** @import { Catalogue, TypeForm } from '../editing-types.js' */
/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { SYMBOLS } from '../map/symbols.js';
import { GROUPS, placeOf } from '../model/editing/type-form.js';
import './catalogue-attributes.js';
import { Panel } from './panel.js';

const GEOMETRIES = ['point', 'line', 'polygon', 'any'];

/** The layer catalogue: which types there are, a new one, their attributes and words. */
export class CatalogueSheet extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['catalogue', 'layers'];

  /** @override */
  updated() {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    const form = this.store.editing.catalogue?.form;
    if (form && !this.hadForm) /** @type {HTMLElement | null} */ (this.querySelector('.type-form input:not(:disabled)'))?.focus();
    this.hadForm = Boolean(form);
  }

  /** @override */
  render() {
    const { catalogue } = this.store.editing;
    if (!catalogue) return nothing;
    return html`<dialog class="sheet catalogue" aria-labelledby="catalogue-title" data-testid="catalogue-sheet" @keydown=${this.key} @cancel=${this.cancel} @close=${() => this.app.catalogue.close()}>
      <h2 id="catalogue-title">${this.t('catalogue.title')}<span class="mute">${this.store.layerTypes.length}</span><span class="spring"></span>
        <button class="small" data-testid="type-new" @click=${() => this.app.catalogue.begin(null)}>${this.t('catalogue.new')}</button></h2>
      ${catalogue.note ? html`<p class="note" role="status" data-testid="catalogue-note">${catalogue.note}</p>` : nothing}
      <div class="people-parts">${this.list(catalogue)}${catalogue.form ? this.form(catalogue.form) : html`<p class="empty">${this.t('catalogue.choose')}</p>`}</div>
      <div class="form-foot"><span class="spring"></span><button data-testid="catalogue-close" @click=${() => this.app.catalogue.close()}>${this.t('people.close')}</button></div></dialog>`;
  }

  /** @param {Catalogue} catalogue */
  list({ form }) {
    const types = (/** @type {string} */ group) => this.store.layerTypes.filter((type) => (type.group ?? 'own') === group);
    return html`<div class="rows type-list">${GROUPS.filter((group) => types(group).length).map((group) => html`<h3>${this.app.texts.code('layerGroup', group)}</h3>
      <ul>${types(group).map((type) => html`<li><button class="person" data-testid="type" data-layer=${type.id} aria-current=${form?.base?.id === type.id} @click=${() => this.app.catalogue.begin(type)}>
        <b>${this.app.texts.label(type)}</b> <span class="mute">${type.id}</span><span class="marks">${type.built_in ? html`<span>${this.t('catalogue.builtIn')}</span>` : nothing}</span>
        <span class="roles">${this.t('catalogue.facts', { geometry: this.t(`geometry.${type.geometry_type}`), attributes: type.attributes?.length ?? 0, count: type.count })}</span></button></li>`)}</ul>`)}</div>`;
  }

  /** @param {TypeForm} form */
  form(form) {
    const isNew = !form.base;
    return html`<form class="person-form type-form" data-testid="type-form" data-layer=${form.base?.id ?? ''} aria-label=${form.base ? this.labelOf(form.base) : this.t('catalogue.new')} @submit=${this.submit} novalidate>
      ${isNew ? this.input(form, 'id', 'id', this.t('catalogue.idHint')) : nothing}
      <div class="pair even">${this.input(form, 'zh', 'label_zh')} ${this.input(form, 'en', 'label_en')}</div>
      <div class="pair even">${this.select('geometry', form.geometry, GEOMETRIES.map((code) => [code, this.t(`geometry.${code}`)]), !isNew)}
        ${this.select('group', form.group, GROUPS.map((code) => [code, this.app.texts.code('layerGroup', code)]))}</div>
      <div class="pair even">${this.select('symbol', form.symbol, this.symbols(form))} ${this.input(form, 'accuracyM', 'accuracy_m')}</div>
      <div class="pair even">${this.input(form, 'source', 'source')} ${this.input(form, 'updateRule', 'update_rule')}</div>
      <wl-catalogue-attributes .app=${this.app} .forms=${form.attributes} .problems=${this.problems(form)} .written=${this.attributesWritten}></wl-catalogue-attributes>
      <p class="form-problem" role="alert" data-testid="type-problem">${form.problem || (Object.keys(form.wanting).length ? this.t('catalogue.mend') : '')}</p>
      <div class="person-foot"><button class="primary" data-testid="type-save" ?disabled=${form.busy}>${this.t(form.busy ? 'people.busy' : 'people.save')}</button>
        <button type="button" @click=${() => this.app.catalogue.leave()}>${this.t('people.cancel')} <kbd>Esc</kbd></button></div></form>`;
  }

  /** @param {LayerType} type */
  labelOf(type) {
    return this.app.texts.label(type);
  }

  /** The registry's, and whatever types already use. @param {TypeForm} form @returns {[string, string][]} */
  symbols(form) {
    const known = new Set([...Object.keys(SYMBOLS), ...this.store.layerTypes.map(({ symbol }) => symbol), form.symbol]);
    return [...known].sort().map((code) => [code, this.app.texts.code('symbol', code)]);
  }

  /** By place in the form. @param {TypeForm} form @returns {Record<string, string>} */
  problems(form) {
    const found = Object.fromEntries(Object.entries(form.wanting).map(([at, why]) => [at, this.t(`catalogue.wanting.${why}`)]));
    for (const { pointer, message } of form.errors) {
      const at = placeOf(form, pointer);
      found[at] = found[at] ? `${found[at]} ${message}` : message;
    }
    return found;
  }

  /** @param {TypeForm} form @param {'id' | 'zh' | 'en' | 'source' | 'accuracyM' | 'updateRule'} name @param {string} pointer @param {string} [hint] */
  input(form, name, pointer, hint = '') {
    const problem = this.problems(form)[pointer] ?? '';
    return html`<div><label class="field">${this.t(`catalogue.${name}`)}<input name=${pointer} .value=${form[name]} maxlength="200" autocomplete="off" spellcheck="false" aria-invalid=${problem ? 'true' : 'false'} aria-describedby="problem-type-${pointer}"
      @input=${(/** @type {InputEvent} */ event) => this.app.catalogue.write({ [name]: /** @type {HTMLInputElement} */ (event.target).value })}></label>
      <p class=${problem ? 'field-problem' : 'hint'} id="problem-type-${pointer}" data-testid="problem-type-${pointer}">${problem || hint}</p></div>`;
  }

  /** @param {'geometry' | 'group' | 'symbol'} name @param {string} value @param {[string, string][]} options @param {boolean} [fixed] */
  select(name, value, options, fixed = false) {
    return html`<label class="field">${this.t(`catalogue.${name}`)}<select name=${name} ?disabled=${fixed} @change=${(/** @type {Event} */ event) => this.app.catalogue.write({ [name]: /** @type {HTMLSelectElement} */ (event.target).value })}>
      ${options.map(([code, text]) => html`<option value=${code} ?selected=${code === value}>${text}</option>`)}</select></label>`;
  }

  attributesWritten = (/** @type {TypeForm['attributes']} */ attributes) => this.app.catalogue.writeAttributes(attributes);

  /** @param {Event} event */
  async submit(event) {
    event.preventDefault();
    await this.app.catalogue.save();
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('[aria-invalid="true"]'))?.focus();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === 'Escape' && !event.isComposing) this.cancel(event);
  }

  /** @param {Event} event */
  cancel(event) {
    event.preventDefault();
    this.app.catalogue.leave();
  }
}
customElements.define('wl-catalogue', CatalogueSheet);
