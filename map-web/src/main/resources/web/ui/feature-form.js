/** @import { LayerType } from '../layer-types.js' */
/** @import { FeatureDraft, FieldValue } from '../editing-types.js' */
/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { attributeField } from '../model/editing/draft.js';
import { problemsByField } from '../model/editing/problems.js';
import { attributeInput } from './attribute-field.js';
import './clashes.js';
import './geometry-field.js';
import { Panel } from './panel.js';

const PROVENANCES = ['SURVEYED', 'REPORTED', 'IMPORTED', 'SYNTHETIC'];

/** One feature being drawn or changed: its shape in figures, its attributes as the layer wants them, and why. */
export class FeatureForm extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['editing', 'layers'];

  /** @override */
  render() {
    const hand = this.app.editing.hand();
    if (!hand) return nothing;
    const { draft, type } = hand;
    const { state } = this.store.editing;
    const problems = problemsByField(state, type, (why) => this.t(`editing.wanting.${why}`));
    const title = this.t(draft.id === null ? 'editing.new' : 'editing.change', { layer: this.app.texts.label(type) });
    return html`<form class="report-form feature-form" aria-label=${title} data-testid="feature-form" data-layer=${type.id} data-feature=${draft.id ?? ''} @submit=${this.submit} novalidate>
      <h2><span>${title}</span>${state.kept ? nothing : html`<span class="draft">${this.t('editing.notKept')}</span>`}</h2>
      <div class="form-body">${state.gone ? this.gone(draft) : nothing}<wl-clashes .app=${this.app}></wl-clashes>
        <wl-geometry-field .app=${this.app} .problem=${problems.geometry ?? ''}></wl-geometry-field>
        ${this.own(draft, 'name', problems, true)} ${this.schema(draft, type, problems)}
        <details class="about-data" ?open=${['external_id', 'provenance', 'source', 'accuracy_m'].some((field) => problems[field])}><summary data-testid="about-data">${this.t('editing.about')}</summary>
          <div class="form-body">${this.own(draft, 'source', problems, draft.id !== null)} ${this.provenance(draft)} ${this.own(draft, 'accuracy_m', problems)} ${this.own(draft, 'external_id', problems)}</div></details>
        <div class="reason-field"><label class="field">${this.t('editing.reason')} <b class="required">*</b><input name="reason" .value=${draft.reason} maxlength="500" autocomplete="off" placeholder=${this.t('editing.reasonHint')}
          aria-invalid=${problems.reason ? 'true' : 'false'} aria-describedby="problem-reason" @input=${(/** @type {InputEvent} */ event) => this.app.editing.explain(valueOf(event))}></label>
          <p class="field-problem" id="problem-reason" data-testid="problem-reason">${problems.reason ?? ''}</p></div>
        <p class="form-problem" role="alert" data-testid="feature-problem">${[state.problem, problems['']].filter(Boolean).join(' ')}</p></div>
      <div class="form-foot"><button class="primary" data-testid="feature-send" ?disabled=${state.busy || state.gone}>${this.t(state.busy ? 'editing.sending' : 'editing.send')}</button>
        <button type="button" data-testid="feature-aside" @click=${() => this.app.editing.leave()}>${this.t('editing.aside')} <kbd>Esc</kbd></button><span class="spring"></span>
        <button type="button" class="quiet" data-testid="feature-drop" @click=${() => this.app.editing.drop(draft.key)}>${this.t('editing.drop')}</button></div></form>`;
  }

  /** @param {FeatureDraft} draft */
  gone({ layer, id }) {
    return html`<p class="offer" role="alert" data-testid="feature-gone"><span>${this.t('editing.gone')}</span>
      <button type="button" class="small" @click=${() => this.app.history.open(layer, id ?? '')}>${this.t('history.title')}</button></p>`;
  }

  /** @param {FeatureDraft} draft @param {string} field @param {Record<string, string>} problems @param {boolean} [required] */
  own(draft, field, problems, required = false) {
    const problem = problems[field] ?? '';
    return html`<div><label class="field">${this.t(`field.${field}`)}${required ? html` <b class="required">*</b>` : nothing}<input name=${field} .value=${String(draft.fields[field] ?? '')} maxlength="200" autocomplete="off" spellcheck="false"
      inputmode=${field === 'accuracy_m' ? 'decimal' : 'text'} aria-invalid=${problem ? 'true' : 'false'} aria-describedby="problem-${field}" @input=${(/** @type {InputEvent} */ event) => this.written(field, valueOf(event))}></label>
      <p class="field-problem" id="problem-${field}" data-testid="problem-${field}">${problem}</p></div>`;
  }

  /** @param {FeatureDraft} draft */
  provenance(draft) {
    const now = String(draft.fields.provenance);
    return html`<label class="field">${this.t('field.provenance')}<select name="provenance" @change=${(/** @type {Event} */ event) => this.written('provenance', valueOf(event))}>
      ${PROVENANCES.map((code) => html`<option value=${code} ?selected=${code === now}>${this.app.texts.code('provenance', code)}</option>`)}</select></label>`;
  }

  /** @param {FeatureDraft} draft @param {LayerType} type @param {Record<string, string>} problems */
  schema(draft, type, problems) {
    return (type.attributes ?? []).map((attribute) => {
      const field = attributeField(attribute.name);
      return attributeInput(this.app, attribute, draft.fields[field] ?? '', problems[field] ?? '', this.written);
    });
  }

  written = (/** @type {string} */ field, /** @type {FieldValue} */ value) => this.app.editing.write(field, value);

  /** @param {Event} event */
  async submit(event) {
    event.preventDefault();
    await this.app.editing.send();
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('[aria-invalid="true"], .clash.is-open input'))?.focus();
  }
}
customElements.define('wl-feature-form', FeatureForm);

/** @param {Event} event */
function valueOf(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}
