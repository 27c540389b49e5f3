/** @import { LonLat, ReportDraft, Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { isBegun, isOld, messagesByField } from '../model/report.js';
import './location-field.js';
import './place-field.js';
import { Panel } from './panel.js';
import { levelChip } from './signs.js';

const SOURCES = ['phone', 'patrol', 'sensor', 'other'];

/** The intake: one line, what it says by itself, a click for the place, Enter. */
export class ReportForm extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['report', 'setup', 'session'];

  constructor() {
    super();
    /** Where somebody wrote last. @type {HTMLElement | null} */
    this.field = null;
  }

  /** @override */
  firstUpdated() {
    this.resume();
  }

  /** Writing goes on where it was, after a click on the map. */
  resume() {
    (this.field?.isConnected ? this.field : this.querySelector('input'))?.focus({ preventScroll: true });
  }

  /** @param {FocusEvent} event */
  entered({ target }) {
    if (target instanceof HTMLElement && target.matches('input:not([type="radio"]), textarea')) this.field = target;
  }

  /** @override */
  render() {
    const { report, reportState } = this.store;
    const errors = messagesByField(reportState.errors);
    const error = (/** @type {string} */ field) => errors[field] ?? (reportState.missing.includes(field) ? this.t(`report.missing.${field}`) : '');
    return html`
      <form class="report-form" aria-label=${this.t('report.title')} data-testid="report-form" @submit=${this.submit} @focusin=${this.entered} novalidate>
        <h2>${this.t('report.title')}<span class="spring"></span><span class="draft" data-testid="draft-state">${this.draftState()}</span></h2>
        ${isOld(report, this.store.now()) ? this.oldNote() : nothing}
        <div class="form-body">
          ${this.input('title', this.t('report.line'), report.title, error('title'), { placeholder: this.t('report.linePlaceholder'), big: true })}
          ${this.kinds(error('kind'))} ${this.levels(error('level'))} 
          <wl-location-field .app=${this.app} .at=${report.location} .problem=${error('location')} .written=${this.written}></wl-location-field>
          <wl-place-field .app=${this.app} .problem=${error('place')}></wl-place-field>
          <div class="pair">
            ${this.input('people', this.t('report.people'), report.people, error('people'), { mode: 'numeric' })}
            ${this.input('phone', this.t('report.phone'), report.phone, error('phone'), { mode: 'tel' })}
          </div>
          <label class="field">${this.t('report.description')}
            <textarea name="description" rows="2" .value=${report.description} @input=${this.typed} @keydown=${this.sendFromText}></textarea></label>
          ${this.errorLine('description', error('description'))}
          <label class="field inline">${this.t('report.source')}
            <select name="source" .value=${report.source} @change=${this.typed}>${SOURCES.map((code) => html`<option value=${code} ?selected=${code === report.source}>${this.t(`source.${code}`)}</option>`)}</select></label>
          <p class="form-problem" role="alert" data-testid="report-problem">${reportState.problem}${errors[''] ? ` ${errors['']}` : ''}</p>
        </div>
        <div class="form-foot">
          <button class="primary" data-testid="report-submit" ?disabled=${reportState.busy}>${this.t(reportState.busy ? 'report.busy' : 'report.submit')} <kbd>Enter</kbd></button>
          <button type="button" @click=${this.leave}>${this.t('report.cancel')} <kbd>Esc</kbd></button><span class="spring"></span>
          ${isBegun(report) ? html`<button type="button" class="quiet" @click=${() => this.app.incidents.clear()}>${this.t('report.clear')}</button>` : nothing}
        </div>
      </form>`;
  }

  oldNote() {
    const { report } = this.store;
    return html`<p class="note old-draft" data-testid="old-draft"><span>${this.t('report.old', { age: this.app.texts.age(this.store.now() - Date.parse(report.startedAt ?? '')) })}</span>
      <button type="button" class="small" data-testid="discard-draft" @click=${() => this.app.incidents.clear()}>${this.t('report.discard')}</button></p>`;
  }

  draftState() {
    const { report, reportState } = this.store;
    if (!report.startedAt) return '';
    return reportState.kept ? this.t('report.kept', { time: this.app.texts.clock(Date.parse(report.startedAt)) }) : this.t('report.notKept');
  }

  /** @param {keyof ReportDraft} name @param {string} label @param {string} value @param {string} problem @param {{placeholder?: string, mode?: string, big?: boolean}} how */
  input(name, label, value, problem, how) {
    return html`<div><label class="field ${how.big ? 'big' : ''}">${label}
      <input name=${name} .value=${value} placeholder=${how.placeholder ?? ''} inputmode=${how.mode ?? 'text'} autocomplete="off" spellcheck="false"
        aria-invalid=${problem ? 'true' : 'false'} aria-describedby="problem-${name}" @input=${this.typed}></label>${this.errorLine(name, problem)}</div>`;
  }

  /** @param {string} name @param {string} problem */
  errorLine(name, problem) {
    return html`<p class="field-problem" id="problem-${name}" data-testid="problem-${name}">${problem}</p>`;
  }

  /** @param {string} problem */
  kinds(problem) {
    const kinds = this.store.setup?.incident_kinds ?? [];
    return html`<fieldset class="choices" aria-describedby="problem-kind"><legend>${this.t('report.kind')}</legend>
      ${kinds.map((kind) => html`<label class="choice"><input type="radio" name="kind" value=${kind} .checked=${kind === this.store.report.kind} @change=${this.typed}><span>${this.app.texts.code('kind', kind)}</span></label>`)}
      </fieldset>${this.errorLine('kind', problem)}`;
  }

  /** @param {string} problem */
  levels(problem) {
    return html`<fieldset class="choices levels" aria-describedby="problem-level"><legend>${this.t('report.level')}</legend>
      ${[1, 2, 3, 4].map((level) => html`<label class="choice" title=${this.t(`level.${level}`)}><input type="radio" name="level" value=${level} aria-label=${this.t(`level.${level}`)}
        .checked=${String(level) === this.store.report.level} @change=${this.typed}>${levelChip(/** @type {1} */ (level), this.t(`level.${level}`))}</label>`)}
      <label class="choice"><input type="radio" name="level" value="" .checked=${this.store.report.level === ''} @change=${this.typed}><span>${this.t('report.levelLater')}</span></label>
      </fieldset>${this.errorLine('level', problem)}`;
  }

  written = (/** @type {LonLat | null} */ location) => this.app.incidents.write({ location });

  /** @param {InputEvent} event */
  typed(event) {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    this.app.incidents.write({ [name]: value });
  }

  /** @param {KeyboardEvent} event */
  sendFromText(event) {
    if (event.key === 'Enter' && event.ctrlKey && !event.isComposing) void this.submit(event);
  }

  /** @param {Event} event */
  async submit(event) {
    event.preventDefault();
    /** @type {import('./location-field.js').LocationField | null} */ (this.querySelector('wl-location-field'))?.leave();
    await this.app.incidents.report();
    await this.updateComplete;
    /** @type {HTMLInputElement | null} */ (this.querySelector('[aria-invalid="true"]'))?.focus();
  }

  leave() {
    this.store.mode = 'incident';
    this.store.notify('mode');
  }
}
customElements.define('wl-report-form', ReportForm);
