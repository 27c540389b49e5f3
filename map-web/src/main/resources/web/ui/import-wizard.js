/** @import { ImportStep } from '../import-types.js' */
/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { isReachable, stepsOf, TERRAIN } from '../model/importing/state.js';
import './import-check.js';
import './import-content.js';
import './import-fields.js';
import './import-file.js';
import './import-report.js';
import { confirmButton } from './import-store.js';
import { Panel } from './panel.js';

const CONTROLS = 'input:not([type=file]), select, button, a[href]';

/** A file into a layer: what it is, where it lies, what of it is stored. */
export class ImportWizard extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['importing', 'layers', 'session'];

  constructor() {
    super();
    /** What was in front when it was last drawn. */
    this.was = '';
    this.wasRefused = false;
  }

  /** Who goes on with the keyboard stands at the first thing to do; after a refusal at its field. @override */
  updated() {
    const { state, opened } = this.store.importing;
    const at = opened ? 'report' : state.result || state.terrainStored ? 'result' : state.step;
    const refused = state.errors.length > 0;
    if (at === this.was && refused === this.wasRefused) return;
    this.was = at;
    this.wasRefused = refused;
    void Promise.resolve().then(() => {
      const wrong = refused && /** @type {HTMLElement | null} */ (this.querySelector('[aria-invalid="true"]'));
      (wrong || /** @type {HTMLElement | null} */ (this.querySelector('.import-body')?.querySelector(CONTROLS)))?.focus();
    });
  }

  /** @override */
  render() {
    const { state, opened } = this.store.importing;
    const { importing } = this.app;
    const type = this.store.layerType(state.layer);
    const name = state.layer === TERRAIN ? this.t('importing.terrain') : type ? this.app.texts.label(type) : '';
    return html`<section class="import" aria-label=${this.t('importing.title')} data-testid="import-panel" data-step=${state.step} data-busy=${state.busy}>
      <h2>${this.t('importing.title')}<span class="mute">${name}</span><span class="spring"></span>
        ${state.file || state.result ? html`<button class="small quiet" data-testid="import-again" @click=${() => importing.begin(state.layer)}>${this.t('importing.again')}</button>` : nothing}
        <button class="small" data-testid="import-close" @click=${() => importing.leave()}>${this.t('importing.aside')} <kbd>Esc</kbd></button></h2>
      ${opened ? html`<div class="import-body"><button class="small" data-testid="report-back" @click=${() => importing.records.closeReport()}>${this.t('importing.backToWizard')}</button>
        <wl-import-report .app=${this.app} .report=${opened}></wl-import-report></div>` : this.wizard()}</section>`;
  }

  wizard() {
    const { state } = this.store.importing;
    const isOver = Boolean(state.result) || state.terrainStored;
    return html`${isOver ? nothing : this.steps()}
      <div class="import-body" aria-busy=${Boolean(state.busy)}>${this.step(isOver ? 'store' : state.step)}
        <p class="form-problem" role="alert" data-testid="import-problem">${[state.problem, state.detail].filter(Boolean).join(' ')}</p></div>
      ${isOver ? nothing : this.foot()}`;
  }

  steps() {
    const { state } = this.store.importing;
    return html`<ol class="import-steps">${stepsOf(state).map((step, i) => html`<li><button class="bare" data-testid="step-${step}" aria-current=${step === state.step ? 'step' : nothing}
      ?disabled=${!isReachable(state, step) || Boolean(state.busy)} @click=${() => this.app.importing.go(step)}><b>${i + 1}</b> ${this.t(`importing.step.${step}`)}</button></li>`)}</ol>`;
  }

  /** @param {ImportStep} step */
  step(step) {
    const { app } = this;
    switch (step) {
      case 'file':
        return html`<wl-import-file .app=${app}></wl-import-file>`;
      case 'content':
        return html`<wl-import-content .app=${app}></wl-import-content>`;
      case 'fields':
        return html`<wl-import-fields .app=${app}></wl-import-fields>`;
      case 'check':
        return html`<wl-import-check .app=${app}></wl-import-check>`;
      default:
        return html`<wl-import-store .app=${app}></wl-import-store>`;
    }
  }

  foot() {
    const { state } = this.store.importing;
    const steps = stepsOf(state);
    const isLast = state.step === steps[steps.length - 1];
    return html`<div class="form-foot">${state.step === 'file' ? nothing : html`<button data-testid="import-back" ?disabled=${Boolean(state.busy)} @click=${() => this.app.importing.back()}>${this.t('importing.back')}</button>`}
      ${state.busy ? html`<button data-testid="import-stop" @click=${() => this.app.importing.runs.stop()}>${this.t('importing.stop')}</button>` : nothing}<span class="spring"></span>
      ${isLast ? confirmButton(this.app) : html`<button class="primary" data-testid="import-next" ?disabled=${Boolean(state.busy)} @click=${() => this.app.importing.next()}>${this.t('importing.next')}</button>`}</div>`;
  }
}
customElements.define('wl-import-wizard', ImportWizard);
