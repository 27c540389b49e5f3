/** @import { ImportSummary } from '../import-types.js' */
import { html, nothing } from 'lit';
import { GROUPS, groupOf } from '../model/layers.js';
import { TERRAIN } from '../model/importing/state.js';
import { ImportStepPanel } from './import-step.js';

/** Which file, into which layer; what was brought in before. */
export class ImportFile extends ImportStepPanel {
  static properties = { ...ImportStepPanel.properties, over: { state: true } };

  constructor() {
    super();
    /** A file is held over the field. */
    this.over = false;
  }

  /** @override */
  render() {
    return html`${this.target()} ${this.chooser()} ${this.terrain()} ${this.earlier()}`;
  }

  target() {
    const { state } = this;
    const problem = this.problem('file', 'layer');
    const types = (/** @type {string} */ group) => this.store.layerTypes.filter((type) => groupOf(type) === group);
    return html`<label class="field">${this.t('importing.layer')}<select name="import-layer" aria-invalid=${problem ? 'true' : 'false'} aria-describedby="import-problem-layer" @change=${this.layerChosen}>
      <option value="" ?selected=${!state.layer}>${this.t('importing.chooseLayer')}</option>
      ${state.isTerrain ? html`<option value=${TERRAIN} selected>${this.t('importing.terrain')}</option>` : nothing}
      ${GROUPS.filter((group) => types(group).length).map((group) => html`<optgroup label=${this.app.texts.code('layerGroup', group)}>${types(group).map((type) => html`<option value=${type.id} ?selected=${type.id === state.layer}>${this.app.texts.label(type)} (${this.app.texts.count(type.count)})</option>`)}</optgroup>`)}</select></label>
      ${this.problemLine('layer', problem)}`;
  }

  chooser() {
    const { state } = this;
    const { texts } = this.app;
    const { options } = this.store.importing;
    const problem = this.problem('file', 'file');
    return html`<label class="drop ${this.over ? 'is-over' : ''}" data-testid="import-drop" @dragover=${this.dragged} @dragleave=${() => (this.over = false)} @drop=${this.dropped}>
      <input type="file" name="import-file" class="visually-hidden" aria-invalid=${problem ? 'true' : 'false'} aria-describedby="import-problem-file" @change=${this.fileChosen}>
      ${state.file ? html`<b data-testid="import-name">${state.file.name}</b> <span class="mute">${texts.bytes(state.file.bytes)}</span><span class="link">${this.t('importing.otherFile')}</span>`
        : html`<b>${this.t('importing.drop')}</b><span class="mute">${this.t('importing.formats', { formats: (options?.formats ?? []).map(({ label }) => label).join(' · ') })}</span>
          ${options ? html`<span class="mute">${this.t('importing.most', { most: texts.bytes(options.largest_bytes) })}</span>` : nothing}`}</label>
      ${this.problemLine('file', problem)} ${this.progress(this.t(state.sent && state.sent.bytes < state.sent.of ? 'importing.sending' : 'importing.looking'))}
      ${state.found ? html`<p class="hint" role="status" data-testid="import-found">${this.t('importing.found', { format: this.format(state.found.format), n: state.found.source_layers.length })}</p>` : nothing}`;
  }

  terrain() {
    return this.state.isTerrain ? html`<p class="note" data-testid="import-terrain">${this.t('importing.isTerrain')}</p>` : nothing;
  }

  /** @param {string} code */
  format(code) {
    return this.store.importing.options?.formats.find((it) => it.code === code)?.label ?? code;
  }

  earlier() {
    const { earlier, earlierProblem } = this.store.importing;
    return html`<h3>${this.t('importing.earlier')}</h3>${earlierProblem ? html`<p class="form-problem" role="alert">${earlierProblem}</p>` : nothing}
      ${earlier && !earlier.length ? html`<p class="empty short">${this.t('importing.noEarlier')}</p>` : nothing}
      <ul class="import-earlier">${(earlier ?? []).map((run) => this.run(run))}</ul>`;
  }

  /** @param {ImportSummary} run */
  run(run) {
    const type = this.store.layerType(run.layer);
    const outcome = run.state === 'done' ? (run.stored ? 'stored' : run.mode === 'dry_run' ? 'tried' : 'refused') : run.state;
    return html`<li><button class="bare" data-testid="import-earlier" data-import=${run.id} data-outcome=${outcome} @click=${() => this.app.importing.records.openReport(run.id)}>
      <span><b>${type ? this.app.texts.label(type) : run.layer}</b> ${run.file}</span><span class="outcome is-${outcome}">${this.t(`importing.outcome.${outcome}`)}</span>
      <span class="mute">${this.app.texts.time(Date.parse(run.started_at), this.store.now())} · ${run.started_by} · ${this.t('importing.counts', { accepted: this.app.texts.count(run.accepted), rejected: this.app.texts.count(run.rejected_count) })}</span></button></li>`;
  }

  /** @param {Event} event */
  layerChosen(event) {
    this.app.importing.chooseLayer(/** @type {HTMLSelectElement} */ (event.target).value);
  }

  /** @param {Event} event */
  fileChosen(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    if (file) void this.app.importing.take(file);
    input.value = ''; // the same name again is another file
  }

  /** @param {DragEvent} event */
  dragged(event) {
    event.preventDefault();
    this.over = true;
  }

  /** @param {DragEvent} event */
  dropped(event) {
    event.preventDefault();
    this.over = false;
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void this.app.importing.take(file);
  }
}
customElements.define('wl-import-file', ImportFile);
