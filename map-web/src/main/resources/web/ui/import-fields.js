/** @import { SourceField } from '../import-types.js' */
import { html, nothing } from 'lit';
import { fitting, maps, targetsOf } from '../model/importing/mapping.js';
import { chosenLayer } from '../model/importing/state.js';
import { ImportStepPanel } from './import-step.js';

const PROVENANCES = ['SURVEYED', 'IMPORTED', 'REPORTED', 'SYNTHETIC'];
const SAMPLES = 2;

/** Which field of the file becomes what; from whom the data is and how exact. */
export class ImportFields extends ImportStepPanel {
  /** @override */
  render() {
    const { state } = this;
    const layer = chosenLayer(state);
    const type = this.store.layerType(state.layer);
    const problem = this.problem('fields', 'mapping');
    const lacking = (type?.attributes ?? []).filter(({ name, required }) => required && !maps(state.mapping, name));
    return html`${this.saved()}
      ${this.problemLine('mapping', problem)}
      <div class="import-scroll tall"><table class="import-table mapping" data-testid="import-mapping"><thead><tr><th>${this.t('importing.field')}</th><th>${this.t('importing.example')}</th><th>${this.t('importing.becomes')}</th></tr></thead>
        <tbody>${(layer?.fields ?? []).map((field) => this.row(field, Boolean(problem)))}</tbody></table></div>
      ${lacking.length ? html`<p class="note" data-testid="import-lacking">${this.t('importing.lacking', { names: this.app.texts.list(lacking.map((it) => this.app.texts.label(it))) })}</p>` : nothing}
      ${maps(state.mapping, 'external_id') ? nothing : html`<p class="hint">${this.t('importing.noIdHint')}</p>`}
      <div class="pair even">${this.input('source', 'source', this.problem('fields', 'source'), this.t('importing.sourceHint'))} ${this.input('accuracy_m', 'accuracyM', this.problem('fields', 'accuracy_m'))}</div>
      <datalist id="import-sources">${this.store.importing.saved.map(({ source }) => html`<option value=${source}></option>`)}</datalist>
      ${this.provenance(PROVENANCES)} ${this.progress(this.t('importing.looking'))}`;
  }

  /** Mappings that were used before and fit this file. */
  saved() {
    const fit = fitting(this.store.importing.saved, chosenLayer(this.state));
    if (!fit.length) return nothing;
    return html`<div class="chips" role="group" aria-label=${this.t('importing.saved')}><span class="mute">${this.t('importing.saved')}</span>${fit.map((it) => html`<button class="chip" data-testid="saved-mapping" @click=${() => this.app.importing.useSaved(it)}>${it.source} · ${this.app.texts.date(Date.parse(it.saved_at))}</button>`)}</div>`;
  }

  /** @param {SourceField} field @param {boolean} wrong */
  row(field, wrong) {
    const type = this.store.layerType(this.state.layer);
    const { common, places, attributes } = targetsOf(type, chosenLayer(this.state));
    const target = this.state.mapping[field.name] ?? '';
    const option = (/** @type {string} */ code, /** @type {string} */ label) => html`<option value=${code} ?selected=${code === target}>${label}</option>`;
    const named = (/** @type {string} */ name) => {
      const attribute = type?.attributes?.find((it) => it.name === name);
      return attribute ? `${this.app.texts.label(attribute)}${attribute.unit ? ` (${this.app.texts.code('measure', attribute.unit)})` : ''}` : name;
    };
    return html`<tr class=${target ? '' : 'is-out'}><th scope="row">${field.name}</th><td>${field.samples.slice(0, SAMPLES).join(' / ')}</td>
      <td><select name="import-map" data-field=${field.name} aria-label=${this.t('importing.mapOf', { field: field.name })} aria-invalid=${wrong ? 'true' : 'false'} @change=${(/** @type {Event} */ event) => this.app.importing.map(field.name, /** @type {HTMLSelectElement} */ (event.target).value)}>
        ${option('', this.t('importing.leaveOut'))}
        <optgroup label=${this.t('importing.common')}>${common.map((code) => option(code, this.t(`importTarget.${code}`)))}</optgroup>
        ${places.length ? html`<optgroup label=${this.t('importing.places')}>${places.map((code) => option(code, this.t(`importTarget.${code}`)))}</optgroup>` : nothing}
        ${attributes.length ? html`<optgroup label=${this.t('importing.attributes')}>${attributes.map((code) => option(code, named(code)))}</optgroup>` : nothing}</select></td></tr>`;
  }
}
customElements.define('wl-import-fields', ImportFields);
