/** @import { Incident, Topic, WaitingReport } from '../types.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isBegun } from '../model/report.js';
import { cutByIncident, cutWays } from '../model/cut-ways.js';
import { closedIncidents, forces, openIncidents } from '../model/selectors.js';
import { Panel } from './panel.js';
import { levelChip } from './signs.js';

/** Open incidents, the gravest first, each with what is wanted of us. */
export class IncidentList extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['incidents', 'orders', 'selection', 'tick', 'closures', 'outbox', 'mode', 'report', 'session'];

  /** @override */
  render() {
    const open = openIncidents(this.store.picture);
    const sums = forces(this.store.picture);
    this.cut = cutByIncident(this.store.picture, cutWays(this.store.picture));
    return html`
      <section class="pane incidents" aria-label=${this.t('list.incidents')}>
        <h2>${this.t('list.incidents')} <b>${open.length}</b><span class="spring"></span>
          <button class="small" data-testid="report" ?disabled=${!this.store.may('report')} @click=${this.openReport}>${this.t(isBegun(this.store.report) && this.store.mode !== 'report' ? 'list.draft' : 'list.new')} <kbd>N</kbd></button></h2>
        ${this.waiting()}
        <ul class="rows" data-testid="incident-list">
          ${repeat(open, (incident) => incident.id, (incident) => this.row(incident, sums.get(incident.id)))}
        </ul>
        ${open.length ? nothing : html`<p class="empty" data-testid="no-incidents">${this.t('list.empty')}<small>${this.t('list.emptyHint')}</small></p>`}
        ${this.closed()}
      </section>`;
  }

  openReport() {
    this.store.mode = 'report';
    this.store.notify('mode');
  }

  /** @param {Incident} incident */
  open(incident) {
    const again = incident.id === this.store.incidentId && this.store.mode === 'incident';
    this.app.incidents.select(incident.id);
    if (again) this.app.stage.centre(incident.location.coordinates);
    else this.app.stage.reveal(incident.location.coordinates);
  }

  /** @param {Incident} incident @param {{committed: number, onScene: number, unanswered: number} | undefined} sum */
  row(incident, sum) {
    const selected = incident.id === this.store.incidentId;
    const level = this.app.texts.code('level', String(incident.level ?? 'none'));
    return html`<li>
      <button class="incident-row ${selected ? 'is-selected' : ''}" aria-current=${selected} data-testid="incident-row" data-incident=${incident.id}
        @click=${() => this.open(incident)}>
        ${levelChip(incident.level, level)}
        <span class="title">${incident.title}</span>
        <time>${this.app.texts.elapsed(this.store.now() - Date.parse(incident.reported_at))}</time>
        <span class="facts">${this.wanted(incident, sum)} ${incident.people ? html`<span>${this.t('list.people', { n: incident.people })}</span>` : nothing}
          ${incident.place ? html`<span class="place">${incident.place}</span>` : nothing}</span>
      </button></li>`;
  }

  /** @param {Incident} incident @param {{committed: number, onScene: number, unanswered: number} | undefined} sum */
  wanted(incident, sum) {
    if (!sum?.committed) return html`<span class="due">${this.t('list.wanted')}</span>`;
    return html`<span>${this.t('list.forces', { n: sum.onScene, m: sum.committed })}</span>
      ${sum.unanswered ? html`<span class="due">${this.t('list.unanswered', { n: sum.unanswered })}</span>` : nothing}
      ${this.cut?.get(incident.id) ? html`<span class="cut" data-testid="incident-cut">${this.t('list.cut', { n: this.cut.get(incident.id) ?? 0 })}</span>` : nothing}
      ${incident.level ? nothing : html`<span class="due">${this.t('list.judge')}</span>`}`;
  }

  waiting() {
    const items = this.app.outbox.items;
    if (!items.length) return nothing;
    return html`<div class="outbox" data-testid="outbox">
      <p><b>${this.t('list.outbox', { n: items.length })}</b> ${this.t('list.outboxHint')}<span class="spring"></span>
        <button class="small" @click=${() => this.app.incidents.resend()}>${this.t('list.resend')}</button></p>
      ${items.map((item) => this.waitingRow(item))}
    </div>`;
  }

  /** @param {WaitingReport} item */
  waitingRow(item) {
    return html`<p class="outbox-row"><span class="title">${item.report.title}</span><time>${this.app.texts.hourMinute(Date.parse(item.at))}</time>
      <button class="link" @click=${() => this.app.incidents.edit(item)}>${this.t('list.edit')}</button>
      <button class="link" @click=${() => this.app.outbox.remove(item.key)}>${this.t('list.drop')}</button>
      ${item.problem ? html`<span class="problem">${item.problem}</span>` : nothing}</p>`;
  }

  closed() {
    const closed = closedIncidents(this.store.picture);
    if (!closed.length) return nothing;
    return html`<details class="closed"><summary>${this.t('list.closed', { n: closed.length })}</summary><ul class="rows">
      ${closed.map((incident) => html`<li><button class="incident-row is-closed ${incident.id === this.store.incidentId ? 'is-selected' : ''}" data-testid="closed-row" data-incident=${incident.id}
        @click=${() => this.app.incidents.select(incident.id)}>
        ${levelChip(incident.level, this.app.texts.code('level', String(incident.level ?? 'none')))}<span class="title">${incident.title}</span>
        <time>${this.app.texts.hourMinute(Date.parse(incident.closed_at ?? incident.reported_at))}</time></button></li>`)}
    </ul></details>`;
  }
}
customElements.define('wl-incident-list', IncidentList);
