/** @import { Incident, Level, Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { spoken } from '../model/degrees.js';
import { isActive, ordersOf } from '../model/selectors.js';
import { Panel } from './panel.js';
import { levelChip } from './signs.js';

/** The incident in hand: facts, who should go, who was sent, what happened. */
export class IncidentPanel extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['selection', 'incidents', 'orders', 'tick', 'session'];
  static properties = { ...Panel.properties, closing: { state: true } };

  constructor() {
    super();
    this.closing = false;
  }

  /** @override */
  render() {
    const incident = this.store.incident();
    if (!incident) return html`<p class="empty tall">${this.t('incident.none')}<small>${this.t('incident.noneHint')}</small></p>`;
    const open = incident.state !== 'closed';
    const sent = !open || ordersOf(this.store.picture, incident.id).length > 0;
    return html`<article class="incident-panel" aria-label=${incident.title} data-testid="incident-panel" data-incident=${incident.id} data-state=${incident.state}>
      <h2 class="incident-head">${levelChip(incident.level, this.app.texts.code('level', String(incident.level ?? 'none')))}
        <b>${incident.title}</b><span class="number">${incident.number}</span><span class="spring"></span>
        <time>${open ? this.app.texts.elapsed(this.store.now() - Date.parse(incident.reported_at)) : this.t('incident.closed', { time: this.time(incident.closed_at) })}</time></h2>
      ${this.facts(incident)}
      ${open && this.store.may('report') ? html`<p class="correct"><button class="link" data-testid="correct" @click=${() => this.app.correct.begin()}>${this.t('incident.correct')}${this.store.correction()?.touched.length ? ` · ${this.t('incident.unsaved')}` : ''}</button></p>` : nothing}
      ${sent ? html`<wl-orders .app=${this.app}></wl-orders>` : nothing}
      ${open ? html`<wl-advice .app=${this.app}></wl-advice>` : nothing}
      <wl-timeline .app=${this.app}></wl-timeline>
      ${open && this.store.may('report') ? this.closeButton(incident) : nothing}
    </article>`;
  }

  /** @param {string | null} at */
  time(at) {
    return at ? this.app.texts.time(Date.parse(at), this.store.now()) : '';
  }

  /** @param {Incident} incident */
  facts(incident) {
    const where = spoken(incident.location.coordinates);
    return html`<dl class="facts-list">
      <dt>${this.t('incident.reported')}</dt><dd>${this.time(incident.reported_at)} ${this.app.texts.code('source', incident.source)} · ${incident.reported_by}</dd>
      <dt>${this.t('incident.kind')}</dt><dd>${this.app.texts.code('kind', incident.kind)}</dd>
      <dt>${this.t('incident.where')}</dt><dd>${incident.place ? html`${incident.place}<br>` : nothing}<span class="coordinates">${where}</span>
        <button class="link" @click=${() => this.app.stage.centre(incident.location.coordinates)}>${this.t('incident.centre')}</button></dd>
      ${incident.people === null ? nothing : html`<dt>${this.t('incident.people')}</dt><dd>${incident.people}</dd>`}
      ${incident.caller_phone ? html`<dt>${this.t('incident.phone')}</dt><dd>${incident.caller_phone}</dd>` : nothing}
      ${incident.description ? html`<dt>${this.t('incident.details')}</dt><dd>${incident.description}</dd>` : nothing}
      ${incident.state === 'closed' ? nothing : html`<dt>${this.t('incident.level')}</dt><dd>${this.levels(incident)}</dd>`}
    </dl>`;
  }

  /** @param {Incident} incident */
  levels(incident) {
    return html`<span class="level-picker" role="group" aria-label=${this.t('incident.level')}>${/** @type {Level[]} */ ([1, 2, 3, 4]).map((level) => {
      const label = this.t('incident.setLevel', { level: this.t(`level.${level}`) });
      const on = incident.level === level;
      return html`<button class="bare" aria-pressed=${on} aria-label=${label} title=${this.t(`level.${level}`)} data-testid="level-${level}" ?disabled=${!this.store.may('report')}
        @click=${() => on || this.app.incidents.correct({ level })}>${levelChip(level, label)}</button>`;
    })}</span>`;
  }

  /** @param {Incident} incident */
  closeButton(incident) {
    const active = ordersOf(this.store.picture, incident.id).filter(isActive).length;
    if (active) return html`<p class="close-incident"><span class="mute">${this.t('incident.closeBlocked', { n: active })}</span></p>`;
    if (!this.closing) return html`<p class="close-incident"><button data-testid="close-incident" @click=${() => (this.closing = true)}>${this.t('incident.close')}</button></p>`;
    return html`<p class="close-incident"><button class="primary" data-testid="close-confirm" @click=${this.close}>${this.t('incident.closeSure')}</button>
      <button @click=${() => (this.closing = false)}>${this.t('incident.keepOpen')}</button></p>`;
  }

  async close() {
    await this.app.incidents.close();
    this.closing = false;
  }
}
customElements.define('wl-incident-panel', IncidentPanel);
