/** @import { Closure, Order, Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { closuresAhead } from '../model/cut-ways.js';
import { NEXT_STEP } from '../model/orders.js';
import { expectedAt, isActive, isUnanswered, ordersOf } from '../model/selectors.js';
import { Panel } from './panel.js';
import { unitSign } from './signs.js';
import { unitName } from './unit-name.js';

/** The orders of the incident, their states and clocks, and what is noted for units on the telephone. */
export class Orders extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['orders', 'selection', 'tick', 'session', 'units', 'closures'];
  static properties = { ...Panel.properties, calledBack: { state: true }, reason: { state: true } };

  constructor() {
    super();
    /** The order whose countermand is being written. @type {string | null} */
    this.calledBack = null;
    this.reason = '';
  }

  /** @override */
  render() {
    const id = this.store.incidentId;
    if (!id) return nothing;
    const orders = ordersOf(this.store.picture, id);
    const cut = orders.filter((order) => closuresAhead(this.store.picture, order).length).length;
    return html`<section class="orders" aria-label=${this.t('orders.title')}>
      <h3>${this.t('orders.title')} <b>${orders.length || ''}</b><span class="spring"></span>${cut ? html`<span class="cut" data-testid="orders-cut">${this.t('list.cut', { n: cut })}</span>` : nothing}</h3>
      ${orders.length ? nothing : html`<p class="empty short">${this.t('orders.empty')}</p>`}
      <ul class="rows active-orders" data-testid="orders">${repeat(orders.filter(isActive), (order) => order.id, (order) => this.row(order))}</ul>
      ${this.ended(orders.filter((order) => !isActive(order)))}</section>`;
  }

  /** Out of the way of what is still to be done; open when nothing else is left to see. @param {Order[]} orders */
  ended(orders) {
    if (!orders.length) return nothing;
    const open = this.store.incident()?.state === 'closed';
    return html`<details class="ended-orders" data-testid="ended-orders" ?open=${open}><summary>${this.t('orders.ended', { n: orders.length })}</summary>
      <ul>${repeat(orders, (order) => order.id, (order) => this.row(order))}</ul></details>`;
  }

  /** @param {Order} order */
  row(order) {
    const now = this.store.now();
    const late = isUnanswered(order, now);
    const phone = this.store.picture.units.get(order.unit_id)?.phone;
    const closures = closuresAhead(this.store.picture, order);
    return html`<li class="order ${isActive(order) ? '' : 'is-ended'}" data-testid="order" data-order=${order.id} data-state=${order.state} data-unit=${order.unit_id}>
      <div class="order-line">${unitSign(signOf(order))}<b>${unitName(order.unit_name)}</b>
        <span class="state ${order.state === 'ordered' ? 'due' : ''}">${late ? html`<span class="badge" data-testid="unanswered">${this.t('orders.unanswered', { time: this.since(order) })}</span>` : this.t(`order.${order.state}`)}</span>
      </div>
      <div class="order-line"><span class="mute">${this.clock(order, closures)}</span>${isActive(order) && this.store.may('order') && this.calledBack !== order.id ? this.tools(order) : nothing}</div>
      ${late && phone ? html`<p class="order-call">${this.t('orders.call', { phone })}</p>` : nothing}
      ${order.task ? html`<p class="order-task">${order.task}</p>` : nothing}
      ${order.countermand_reason ? html`<p class="order-task">${order.countermand_reason}</p>` : nothing}
      ${isActive(order) && this.calledBack === order.id ? this.countermandForm(order) : nothing}</li>`;
  }

  /** @param {Order} order */
  since(order) {
    return this.app.texts.elapsed(this.store.now() - Date.parse(order.ordered_at));
  }

  /** @param {Order} order @param {Closure[]} closures ahead of it */
  clock(order, closures) {
    const ended = order.completed_at ?? order.countermanded_at;
    if (ended) return this.app.texts.hourMinute(Date.parse(ended));
    if (closures.length) {
      const why = this.app.texts.list(closures.map((closure) => closure.reason));
      return html`<span class="cut" title=${why} data-testid="cut">${this.t('orders.cut')} · ${this.t('orders.open')}</span>`;
    }
    return [this.expected(order), this.since(order)].filter(Boolean).join(' · ');
  }

  /** The driving time until it has left, then the time it should be there. @param {Order} order */
  expected(order) {
    if (order.state === 'on_scene') return '';
    const due = expectedAt(order);
    if (due) return this.t('orders.expected', { time: this.app.texts.hourMinute(due) });
    return order.duration_s ? this.t('orders.drive', { time: this.app.texts.minutes(order.duration_s) }) : '';
  }

  /** @param {Order} order */
  tools(order) {
    const step = NEXT_STEP[order.state];
    return html`<div class="order-tools">
      ${step ? html`<button class="small" data-testid="step-${step}" @click=${() => this.app.dispatch.advance(order, step)}>${this.t(`step.${step}`)}</button>` : nothing}
      <button class="small quiet" data-testid="countermand" @click=${() => this.ask(order)}>${this.t('orders.countermand')}</button></div>`;
  }

  /** @param {Order} order */
  async ask(order) {
    this.calledBack = order.id;
    this.reason = '';
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('.countermand input'))?.focus();
  }

  /** @param {Order} order */
  countermandForm(order) {
    return html`<form class="countermand" @submit=${(/** @type {Event} */ event) => this.countermand(event, order)}>
      <input name="reason" required maxlength="500" autocomplete="off" aria-label=${this.t('orders.reason')} placeholder=${this.t('orders.reasonPlaceholder')} .value=${this.reason}
        @input=${(/** @type {InputEvent} */ event) => (this.reason = /** @type {HTMLInputElement} */ (event.target).value)}>
      <button class="small primary" data-testid="countermand-confirm" ?disabled=${!this.reason.trim()}>${this.t('orders.confirm')}</button>
      <button type="button" class="small" @click=${() => (this.calledBack = null)}>${this.t('orders.cancel')}</button></form>`;
  }

  /** @param {Event} event @param {Order} order */
  async countermand(event, order) {
    event.preventDefault();
    if (await this.app.dispatch.countermand(order, this.reason.trim())) this.calledBack = null;
  }
}
customElements.define('wl-orders', Orders);

/** @param {Order} order */
function signOf({ state }) {
  if (state === 'complete' || state === 'countermanded') return 'available';
  return state;
}
