/** @import { ImportFinding, ImportNames, ImportReport } from '../import-types.js' */
/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { placeOfFinding } from '../model/importing/preview.js';
import { Panel } from './panel.js';

const MOST_ROWS = 100;
const CHANGES = /** @type {const} */ (['added', 'changed', 'removed', 'unchanged']);

/** What an import, or a try, came to. */
export class ImportReportView extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['layers', 'importing'];
  static properties = { ...Panel.properties, report: { attribute: false }, live: { attribute: false } };

  constructor() {
    super();
    /** @type {ImportReport | null} */
    this.report = null;
    /** Its findings can be shown on the map. */
    this.live = false;
  }

  /** @override */
  render() {
    const { report } = this;
    if (!report) return nothing;
    const { texts } = this.app;
    const type = this.store.layerType(report.layer);
    return html`<div class="import-report" data-testid="import-report" data-import=${report.id} data-state=${report.state} data-stored=${report.stored}>
      ${this.live ? nothing : html`<p class="mute">${[type ? texts.label(type) : report.layer, report.file, report.crs, report.source, this.t(`importing.mode.${report.mode}`), `${texts.time(Date.parse(report.started_at), this.store.now())} ${report.started_by}`].filter(Boolean).join(' · ')}</p>
        <p><b>${this.t(report.stored ? 'importing.isStored' : 'importing.isNotStored')}</b></p>
        ${report.problem ? html`<p class="form-problem" role="alert">${[report.problem.title, ...(report.problem.errors ?? []).map(({ message }) => message)].join(' ')}</p>` : nothing}
        ${report.warnings.map(({ message, hint }) => html`<p class="note">${message} ${hint ?? ''}</p>`)}`}
      <dl class="import-counts">${this.count('accepted', report.accepted)} ${this.count('rejected', report.rejected_count)} ${this.count('repaired', report.repaired_count)} ${this.count('flagged', report.flagged_count)}
        ${CHANGES.map((kind) => this.count(kind, report[kind].count))}</dl>
      ${this.findings('rejected', report.rejected, report.rejected_count)} ${this.findings('repaired', report.repaired, report.repaired_count)} ${this.findings('flagged', report.flagged, report.flagged_count)}
      ${CHANGES.map((kind) => this.names(kind, report[kind]))}
      ${report.rejected_count + report.repaired_count + report.flagged_count ? html`<button class="small" data-testid="import-csv" @click=${() => this.app.importing.records.csv(report.id)}>${this.t('importing.csv')}</button>` : nothing}</div>`;
  }

  /** @param {string} kind @param {number} n */
  count(kind, n) {
    return html`<div class="is-${kind} ${n ? '' : 'is-none'}" data-testid="import-count" data-kind=${kind}><dt>${this.t(`importing.count.${kind}`)}</dt><dd>${this.app.texts.count(n)}</dd></div>`;
  }

  /** @param {'rejected' | 'repaired' | 'flagged'} kind @param {readonly ImportFinding[]} findings @param {number} all */
  findings(kind, findings, all) {
    if (!findings.length) return nothing;
    return html`<details ?open=${kind === 'rejected'}><summary>${this.t(`importing.count.${kind}`)} ${this.app.texts.count(all)}</summary><div class="import-scroll tall"><table class="import-table" data-testid="${kind}-rows">
      <thead><tr><th>${this.t('importing.row')}</th><th>${this.t('importing.field')}</th><th>${this.t('importing.reason')}</th><th>${this.t('importing.value')}</th></tr></thead>
      <tbody>${findings.slice(0, MOST_ROWS).map((finding) => this.finding(finding))}</tbody></table></div>
      ${all > MOST_ROWS ? html`<p class="hint">${this.t('importing.moreRows', { n: MOST_ROWS })}</p>` : nothing}</details>`;
  }

  /** @param {ImportFinding} finding */
  finding(finding) {
    const { shown, preview } = this.store.importing.state;
    const isPlaced = this.live && placeOfFinding(finding, preview?.features ?? []);
    const field = finding.field === 'geometry' ? this.t('field.geometry') : finding.field;
    return html`<tr data-testid="finding" data-row=${finding.row} data-code=${finding.code} class=${shown === finding ? 'is-chosen' : ''}><td>${isPlaced ? html`<button class="link" aria-label=${this.t('importing.showRow', { row: finding.row })} @click=${() => this.app.importing.showFinding(finding)}>${finding.row}</button>` : finding.row}</td>
      <td>${field ?? finding.name ?? ''}</td><td>${finding.reason}</td><td class="value">${finding.value ?? ''}</td></tr>`;
  }

  /** @param {typeof CHANGES[number]} kind @param {ImportNames} names */
  names(kind, { count, names }) {
    if (!names.length) return nothing;
    return html`<details data-testid="names-${kind}"><summary>${this.t(`importing.count.${kind}`)} ${this.app.texts.count(count)}</summary>
      <p class="import-names">${this.app.texts.list(names)}${count > names.length ? ` ${this.t('importing.andMore', { n: this.app.texts.count(count - names.length) })}` : ''}</p></details>`;
  }
}
customElements.define('wl-import-report', ImportReportView);
