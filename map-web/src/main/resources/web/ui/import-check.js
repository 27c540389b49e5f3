/** @import { ImportNote } from '../import-types.js' */
import { html, nothing } from 'lit';
import { liesElsewhere } from '../model/importing/state.js';
import './import-report.js';
import { ImportStepPanel } from './import-step.js';

/** Where it comes to lie and what would become of it, before anything is stored. */
export class ImportCheck extends ImportStepPanel {
  /** @override */
  render() {
    const { state } = this;
    const { report, preview } = state;
    return html`${this.progress(this.t('importing.trying'))}
      ${preview ? html`<p class="import-key"><i class="brought-key is-brought"></i>${this.t('importing.key.brought', { n: preview.features.length })} <i class="brought-key is-rejected"></i>${this.t('importing.count.rejected')} <i class="brought-key is-outside"></i>${this.t('importing.key.outside')} <i class="brought-key is-before"></i>${this.t('importing.key.before')} <i class="brought-key is-after"></i>${this.t('importing.key.after')}
        <button class="link" data-testid="import-show-all" @click=${() => this.app.importing.runs.showAll()}>${this.t('importing.showAll')}</button></p>` : nothing}
      ${this.problemLine('report', this.problem('check', 'report'))}
      ${report?.state === 'done' ? html`${report.warnings.map((note) => this.warning(note))}
        <wl-import-report .app=${this.app} .report=${report} .live=${true}></wl-import-report> ${report.rejected_count ? this.rejected() : nothing} ${liesElsewhere(report) ? this.elsewhere() : nothing}` : nothing}`;
  }

  /** @param {ImportNote} note */
  warning(note) {
    const { crs } = note;
    return html`<div class="note" data-testid="import-warning" data-code=${note.code}>${note.message} ${note.hint ?? ''}
      ${crs ? html`<button class="small" data-testid="import-crs-instead" ?disabled=${Boolean(this.state.busy)} @click=${() => this.app.importing.changeCrs(crs)}>${this.t('importing.crsInstead', { crs })}</button>` : nothing}</div>`;
  }

  /** What lies far from the county is most likely in another system: only who is sure stores it. */
  elsewhere() {
    return html`<div class="note"><label><input type="checkbox" name="import-elsewhere" .checked=${this.state.allowElsewhere} @change=${(/** @type {Event} */ event) => this.app.importing.write({ allowElsewhere: /** @type {HTMLInputElement} */ (event.target).checked })}> ${this.t('importing.allowElsewhere')}</label></div>`;
  }

  /** All or nothing, unless the person says otherwise. */
  rejected() {
    return html`<div class="note rejected-choice"><p>${this.t('importing.allOrNothing')}</p>
      <button class="small" data-testid="import-mend" @click=${() => this.app.importing.go('file')}>${this.t('importing.mend')}</button>
      <label><input type="checkbox" name="import-skip" .checked=${this.state.skipRejected} @change=${(/** @type {Event} */ event) => this.app.importing.write({ skipRejected: /** @type {HTMLInputElement} */ (event.target).checked })}> ${this.t('importing.skip')}</label></div>`;
  }
}
customElements.define('wl-import-check', ImportCheck);
