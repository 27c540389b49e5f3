/** @import { Topic, Unit } from '../types.js' */
import { html, nothing } from 'lit';
import { activeOrderOf } from '../model/selectors.js';
import { Panel } from './panel.js';

/** On the card of a unit without order: out of service, with the reason, and back in. */
export class UnitService extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['units', 'orders', 'selection', 'session'];
  static properties = { ...Panel.properties, asking: { state: true }, reason: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {string | null} */
    this.unitId = null;
    this.asking = false;
    this.busy = false;
    this.reason = '';
    this.problem = '';
  }

  startAnew() {
    this.asking = false;
    this.busy = false;
    this.reason = '';
    this.problem = '';
  }

  /** @override */
  willUpdate() {
    if (this.unitId !== this.store.unitId) this.startAnew();
    this.unitId = this.store.unitId;
  }

  /** @override */
  render() {
    const unit = this.store.unitId ? this.store.picture.units.get(this.store.unitId) : undefined;
    if (!unit || !this.store.may('order')) return nothing;
    const free = !unit.active_order_id && !activeOrderOf(this.store.picture, unit.id);
    return html`${free ? this.tools(unit) : nothing}<p class="form-problem" role="alert" data-testid="unit-problem">${this.problem}</p>`;
  }

  /** @param {Unit} unit */
  tools(unit) {
    if (this.asking) return this.reasonForm(unit);
    const out = unit.status === 'out_of_service';
    return html`<div class="unit-service">
      ${unit.status === 'available' ? nothing : html`<button class="small" data-testid="unit-in" ?disabled=${this.busy} @click=${() => this.set(unit, 'available')}>${this.t(out ? 'unit.backIn' : 'unit.free')}</button>`}
      ${out ? nothing : html`<button class="small" data-testid="unit-out" ?disabled=${this.busy} @click=${this.ask}>${this.t('unit.takeOut')}</button>`}</div>`;
  }

  /** @param {Unit} unit */
  reasonForm(unit) {
    return html`<form class="unit-service" @submit=${(/** @type {Event} */ event) => this.takeOut(event, unit)}>
      <input name="reason" maxlength="200" autocomplete="off" aria-label=${this.t('unit.reason')} placeholder=${this.t('unit.reasonPlaceholder')} .value=${this.reason}
        @input=${(/** @type {InputEvent} */ event) => (this.reason = /** @type {HTMLInputElement} */ (event.target).value)}>
      <button class="small primary" data-testid="unit-out-confirm" ?disabled=${this.busy || !this.reason.trim()}>${this.t('unit.takeOut')}</button>
      <button type="button" class="small" @click=${() => (this.asking = false)}>${this.t('unit.keep')}</button></form>`;
  }

  async ask() {
    this.problem = '';
    this.asking = true;
    await this.updateComplete;
    this.querySelector('input')?.focus();
  }

  /** @param {Event} event @param {Unit} unit */
  async takeOut(event, unit) {
    event.preventDefault();
    if (await this.set(unit, 'out_of_service')) this.asking = false;
  }

  /** @param {Unit} unit @param {'available' | 'out_of_service'} status */
  async set(unit, status) {
    this.busy = true;
    this.problem = '';
    const problem = await this.app.units.setStatus(unit, status, status === 'out_of_service' ? this.reason.trim() : '');
    if (this.store.unitId !== unit.id) return false;
    this.busy = false;
    this.problem = problem;
    if (!problem) this.reason = '';
    return !problem;
  }
}
customElements.define('wl-unit-service', UnitService);
