/** @import { ImportReport, MeetMode } from '../import-types.js' */
/** @import { Texts } from '../i18n/texts.js' */
/** @import { App } from './app.js' */
import { html, nothing } from 'lit';
import { isReady, isSynthetic, modeOf, noMerge } from '../model/importing/state.js';
import './import-report.js';
import { ImportStepPanel } from './import-step.js';

const TERRAIN_PROVENANCES = ['SURVEYED', 'IMPORTED', 'REPORTED'];

/** @param {ImportReport} report @param {Texts} texts @returns {Record<string, string>} */
function numbers({ accepted, added, changed, removed }, texts) {
  return { accepted: texts.count(accepted), added: texts.count(added.count), changed: texts.count(changed.count), removed: texts.count(removed.count) };
}

/** Stores it; it stands in the wizard's foot, so that nobody must scroll for it. @param {App} app */
export function confirmButton({ store, texts, importing }) {
  const { state } = store.importing;
  const type = store.layerType(state.layer);
  const isClosed = Boolean(state.busy) || (!state.isTerrain && !isReady(state, type));
  const { report } = state;
  return html`<button class="primary" data-testid="import-confirm" ?disabled=${isClosed} @click=${() => (state.isTerrain ? importing.runs.bringTerrain() : importing.runs.bring())}>${report && !state.isTerrain ? texts.t(`importing.confirm.${modeOf(state, type)}`, numbers(report, texts)) : texts.t('importing.store')}</button>`;
}

/** Merge or replace, with what that takes away; then what came of it. */
export class ImportStore extends ImportStepPanel {
  /** @override */
  render() {
    const { state } = this;
    if (state.result) return this.over(state.result);
    if (state.terrainStored) return html`<p class="note is-good" role="status" data-testid="terrain-stored">${this.t('importing.terrainStored')}</p>`;
    return state.isTerrain ? this.terrain() : this.confirming();
  }

  confirming() {
    const { state } = this;
    const type = this.store.layerType(state.layer);
    const mode = modeOf(state, type);
    const why = noMerge(state, type);
    const { report } = state;
    return html`<fieldset class="modes"><legend>${this.t('importing.meet')}</legend>${this.mode('merge', mode, why ? this.t(`importing.noMerge.${why}`) : this.t('importing.mergeMeans'), Boolean(why))}
      ${this.mode('replace', mode, this.t(isSynthetic(type) ? 'importing.replaceSynthetic' : 'importing.replaceMeans'), false)}</fieldset>
      ${this.problemLine('mode', this.problem('store', 'mode'))}
      ${this.progress(this.t(state.busy === 'storing' ? 'importing.storing' : 'importing.trying'))}
      ${report?.state === 'done' ? html`<wl-import-report .app=${this.app} .report=${report} .live=${true}></wl-import-report>` : nothing}
      ${this.input('reason', 'reason', this.problem('store', 'reason'), this.t('importing.reasonHint'))}
      ${report?.rejected_count && !state.skipRejected ? html`<p class="note">${this.t('importing.allOrNothing')}</p>` : nothing}
      ${report?.removed.count ? html`<p class="note removal" data-testid="import-removal">${this.t('importing.willRemove', { n: this.app.texts.count(report.removed.count) })}</p>` : nothing}`;
  }

  /** @param {MeetMode} mode @param {MeetMode | ''} chosen @param {string} means @param {boolean} closed */
  mode(mode, chosen, means, closed) {
    return html`<label class="table-choice"><input type="radio" name="import-mode" value=${mode} .checked=${mode === chosen} ?disabled=${closed || Boolean(this.state.busy)} @change=${() => this.app.importing.chooseMode(mode)}>
      <span><b>${this.t(`importing.mode.${mode}`)}</b><small>${means}</small></span></label>`;
  }

  terrain() {
    const { state } = this;
    return html`<fieldset class="modes"><legend>${this.t('importing.meetTerrain')}</legend>${this.mode('merge', state.mode, this.t('importing.mergeTerrain'), false)} ${this.mode('replace', state.mode, this.t('importing.replaceTerrain'), false)}</fieldset>
      ${this.problemLine('mode', this.problem('store', 'mode'))}
      ${this.input('source', 'source', this.problem('store', 'source'), this.t('importing.sourceHint'))}
      <div class="pair even">${this.input('accuracy_m', 'accuracyM', this.problem('store', 'accuracy_m'))} ${this.input('data_date', 'dataDate', this.problem('store', 'data_date'), this.t('importing.dateHint'))}</div>
      ${this.provenance(TERRAIN_PROVENANCES)} ${this.progress(this.t('importing.storing'))}`;
  }

  /** @param {ImportReport} report */
  over(report) {
    return html`<p class="note is-good" role="status" data-testid="import-done">${this.t('importing.done', numbers(report, this.app.texts))}</p>
      <div class="import-buttons"><button class="primary" data-testid="import-to-layer" @click=${this.toLayer}>${this.t('importing.toLayer')}</button></div>
      <wl-import-report .app=${this.app} .report=${report}></wl-import-report>`;
  }

  toLayer() {
    const { layer } = this.state;
    if (!this.store.visibleLayers.has(layer)) void this.app.layers.toggle(layer);
    this.app.importing.leave();
  }
}
customElements.define('wl-import-store', ImportStore);
