/** @import { Incident, Topic, Unit } from '../types.js' */
import { html, nothing } from 'lit';
import { against, candidates, driveOf, isChosen } from '../model/advice.js';
import { activeOrderOf, isFree } from '../model/selectors.js';
import { Panel } from './panel.js';
import { unitSign } from './signs.js';
import './unit-service.js';

/** The selected unit, in a corner of the map. */
export class UnitCard extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['units', 'orders', 'incidents', 'selection', 'recommendation', 'session', 'tick'];

  /** @override */
  render() {
    const unit = this.store.unitId ? this.store.picture.units.get(this.store.unitId) : undefined;
    if (!unit) return nothing;
    const order = activeOrderOf(this.store.picture, unit.id);
    const incident = order ? this.store.picture.incidents.get(order.incident_id) : undefined;
    return html`<section class="float unit-card" aria-label=${unit.name} data-testid="unit-card">
      <h2>${unitSign(unit.status)}<b>${unit.name}</b><span class="spring"></span><span>${this.t(`status.${unit.status}`)}</span>
        <button class="quiet" aria-label=${this.t('unit.close')} @click=${this.leave}>×</button></h2>
      <dl class="facts-list">
        <dt>${this.app.texts.code('unitType', unit.type)}</dt><dd>${unit.capabilities.map((code) => this.app.texts.code('capability', code)).join(' · ')}</dd>
        <dt>${this.t('unit.position')}</dt><dd>${this.position(unit)}</dd>
        <dt>${this.t('unit.base')}</dt><dd>${unit.base.name} · ${this.t('advice.crew', { n: unit.crew })}</dd>
        ${unit.phone ? html`<dt>${this.t('unit.phone')}</dt><dd>${unit.phone}</dd>` : nothing}
        ${incident ? html`<dt>${this.t('unit.order')}</dt><dd><button class="link" @click=${() => this.app.incidents.select(incident.id)}>${incident.title}</button></dd>` : nothing}
        ${unit.provenance === 'SYNTHETIC' ? html`<dt></dt><dd class="synthetic">${this.t('provenance.SYNTHETIC')}</dd>` : nothing}
      </dl>${this.choice(unit)}<wl-unit-service .app=${this.app}></wl-unit-service></section>`;
  }

  /** Into the choice for the incident in hand, or out of it; whether the program proposes it or not. @param {Unit} unit */
  choice(unit) {
    const incident = this.store.incident();
    if (!incident || incident.state === 'closed' || !this.store.may('order') || !isFree(this.store.picture, unit)) return nothing;
    return this.choiceFor(incident, unit);
  }

  /** @param {Incident} incident @param {Unit} unit */
  choiceFor({ id, number, title }, unit) {
    const advice = this.app.dispatch.adviceOf(id);
    const known = candidates(advice).find((it) => it.unit_id === unit.id);
    const on = isChosen(advice, unit.id);
    const duration = driveOf(advice, unit.id);
    const drive = duration !== null ? html` <span class="soft">${this.t('orders.drive', { time: this.app.texts.minutes(duration) })}</span>` : nothing;
    const why = known || !advice.value ? '' : this.app.texts.clauses(against(advice, unit.id));
    return html`<div class="unit-choice"><button class="wide ${on ? 'primary' : ''}" aria-pressed=${on} title=${title} data-testid="send-here" @click=${() => this.app.dispatch.toggle(id, unit.id)}>
        ${this.t(on ? 'unit.chosenFor' : 'unit.sendTo', { n: number })}${drive}</button>
      ${why ? html`<p class="against"><b class="contra">${this.t('advice.against')}</b>${why}</p>` : nothing}</div>`;
  }

  /** @param {Unit} unit */
  position(unit) {
    const fix = this.store.picture.fixes.get(unit.id);
    if (!fix) return this.t('units.noFix');
    const parts = [this.app.texts.age(this.store.now() - fix.fixAt), fix.source];
    if (fix.accuracyM !== null) parts.push(this.t('unit.accuracy', { m: Math.round(fix.accuracyM) }));
    if (fix.speedKmh !== null && fix.speedKmh > 1) parts.push(`${Math.round(fix.speedKmh)} km/h`);
    return parts.join(' · ');
  }

  leave() {
    this.store.unitId = null;
    this.store.notify('selection');
  }
}
customElements.define('wl-unit-card', UnitCard);
