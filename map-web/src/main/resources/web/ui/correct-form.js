/** @import { CorrectionFields, LonLat, Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { theirs } from '../model/correction.js';
import { decimal } from '../model/degrees.js';
import { messagesByField } from '../model/report.js';
import './location-field.js';
import { Panel } from './panel.js';

/** Correcting an incident; when somebody else was faster both values stand there. */
export class CorrectForm extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['correction', 'selection', 'setup'];

  /** @override */
  firstUpdated() {
    this.querySelector('input')?.focus();
  }

  /** @override */
  render() {
    const correction = this.store.correction();
    if (!correction) return nothing;
    const { base, fields, problem, busy } = correction;
    const errors = messagesByField(correction.errors);
    const missing = fields.location ? '' : this.t('report.missing.location');
    return html`<form class="report-form" aria-label=${this.t('incident.correct')} data-testid="correct-form" @submit=${this.submit} novalidate>
      <h2>${this.t('incident.correct')} <span class="mute">#${base.number}</span></h2>
      <div class="form-body">
        ${this.field('title', this.t('incident.title'), errors)}
        <div><fieldset class="choices"><legend>${this.t('report.kind')}</legend>${(this.store.setup?.incident_kinds ?? []).map((kind) => html`<label class="choice"><input type="radio" name="kind" value=${kind}
          .checked=${kind === fields.kind} @change=${this.typed}><span>${this.app.texts.code('kind', kind)}</span></label>`)}</fieldset>${this.below('kind', errors)}</div>
        <div><wl-location-field .app=${this.app} .at=${fields.location} .problem=${errors.location ?? missing} .written=${this.written}></wl-location-field>${this.clash('location')}</div>
        ${this.field('place', this.t('report.place'), errors)} ${this.field('people', this.t('report.people'), errors)}
        <div><label class="field">${this.t('report.description')}<textarea name="description" rows="3" .value=${fields.description} @input=${this.typed}></textarea></label>${this.below('description', errors)}</div>
        <p class="form-problem" role="alert" data-testid="correct-problem">${[problem, errors['']].filter(Boolean).join(' ')}</p>
      </div>
      <div class="form-foot"><button class="primary" data-testid="correct-save" ?disabled=${busy}>${this.t('people.save')} <kbd>Enter</kbd></button>
        <button type="button" @click=${this.leave}>${this.t('report.cancel')} <kbd>Esc</kbd></button><span class="spring"></span>
        <button type="button" class="quiet" data-testid="correct-drop" @click=${() => this.app.correct.drop(base.id)}>${this.t('report.discard')}</button></div></form>`;
  }

  /** @param {'title' | 'place' | 'people'} name @param {string} label @param {Record<string, string>} errors */
  field(name, label, errors) {
    return html`<div><label class="field">${label}<input name=${name} .value=${this.store.correction()?.fields[name] ?? ''} inputmode=${name === 'people' ? 'numeric' : 'text'} autocomplete="off" spellcheck="false"
      aria-invalid=${errors[name] ? 'true' : 'false'} aria-describedby="problem-${name}" @input=${this.typed}></label>${this.below(name, errors)}</div>`;
  }

  /** @param {keyof CorrectionFields} name @param {Record<string, string>} errors */
  below(name, errors) {
    return html`<p class="field-problem" id="problem-${name}" data-testid="problem-${name}">${errors[name] ?? ''}</p>${this.clash(name)}`;
  }

  /** What somebody else wrote there meanwhile. @param {keyof CorrectionFields} name */
  clash(name) {
    const correction = this.store.correction();
    const other = correction ? theirs(correction) : {};
    if (!(name in other)) return nothing;
    const value = other[name] ?? '';
    const text = typeof value !== 'string' ? decimal(value) : name === 'kind' ? this.app.texts.code('kind', value) : value || this.t('incident.emptied');
    return html`<p class="offer" data-testid="theirs-${name}"><span>${this.t('incident.theirs', { value: text })}</span>
      <button type="button" class="small" @click=${() => this.app.correct.write({ [name]: value })}>${this.t('incident.takeTheirs')}</button></p>`;
  }

  written = (/** @type {LonLat | null} */ location) => this.app.correct.write({ location });

  /** @param {InputEvent} event */
  typed(event) {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    this.app.correct.write({ [name]: value });
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    void this.app.correct.save();
  }

  leave() {
    this.store.mode = 'incident';
    this.store.notify('mode');
  }
}
customElements.define('wl-correct-form', CorrectForm);
