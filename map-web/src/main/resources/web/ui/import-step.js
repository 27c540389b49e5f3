/** @import { ImportStep } from '../import-types.js' */
/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { placeOf, wanting } from '../model/importing/state.js';
import { Panel } from './panel.js';

/** One step of an import: what is wrong is said at its field, by this screen or by the server. */
export class ImportStepPanel extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['importing', 'layers'];

  get state() {
    return this.store.importing.state;
  }

  /** @param {ImportStep} step @param {string} field */
  problem(step, field) {
    const { state } = this;
    const own = state.asked === step ? wanting(state, step)[field] : '';
    const told = state.errors.filter(({ pointer }) => placeOf(pointer) === field).map(({ message }) => message);
    return own ? this.t(`importing.wanting.${own}`) : told.join(' ');
  }

  /** @param {string} field @param {string} problem */
  problemLine(field, problem) {
    return html`<p class="field-problem" id="import-problem-${field}" role="alert" data-testid="problem-${field}">${problem}</p>`;
  }

  /** How far it is. @param {string} doing */
  progress(doing) {
    const { sent, run, busy } = this.state;
    if (!busy) return nothing;
    const { texts } = this.app;
    const share = sent ? sent.bytes / Math.max(1, sent.of) : run?.progress?.share ?? null;
    const facts = sent ? this.t('importing.sent', { sent: texts.bytes(sent.bytes), of: texts.bytes(sent.of) }) : run?.progress ? this.t('importing.rows', { n: texts.count(run.progress.rows), s: Math.round(run.progress.seconds) }) : '';
    const left = run?.progress?.left_s;
    return html`<div class="import-progress" role="status" data-testid="import-progress"><span>${doing}</span> <progress max="1" value=${share ?? nothing} aria-label=${doing}></progress>
      <span class="mute">${[facts, left ? this.t('importing.left', { s: Math.ceil(left) }) : ''].filter(Boolean).join(' · ')}</span></div>`;
  }

  /** @param {string} name @param {'source' | 'accuracyM' | 'dataDate' | 'reason'} key @param {string} problem @param {string} [hint] */
  input(name, key, problem, hint = '') {
    return html`<div><label class="field">${this.t(`importing.${key}`)}<input name="import-${name}" maxlength="200" autocomplete="off" list=${name === 'source' ? 'import-sources' : nothing} .value=${this.state[key]} aria-invalid=${problem ? 'true' : 'false'} aria-describedby="import-problem-${name}"
      @input=${(/** @type {InputEvent} */ event) => this.app.importing.choose({ [key]: /** @type {HTMLInputElement} */ (event.target).value })}></label>
      ${problem ? this.problemLine(name, problem) : html`<p class="hint" id="import-problem-${name}">${hint}</p>`}</div>`;
  }

  /** @param {readonly string[]} codes */
  provenance(codes) {
    return html`<label class="field">${this.t('importing.provenance')}<select name="import-provenance" @change=${(/** @type {Event} */ event) => this.app.importing.choose({ provenance: /** @type {import('../types.js').Provenance} */ (/** @type {HTMLSelectElement} */ (event.target).value) })}>
      ${codes.map((code) => html`<option value=${code} ?selected=${code === this.state.provenance}>${this.app.texts.code('provenance', code)}</option>`)}</select></label>`;
  }
}
