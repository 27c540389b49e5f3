/** @import { Order, Topic, Unit } from '../types.js' */
/** @import { UnitFilter } from '../model/selectors.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { closuresAhead } from '../model/cut-ways.js';
import { freshness } from '../model/freshness.js';
import { UNIT_FILTERS, activeOrders, expectedAt, isUnanswered, unitCounts, unitsIn } from '../model/selectors.js';
import { Panel } from './panel.js';
import { unitSign } from './signs.js';
import { unitName } from './unit-name.js';

const ALWAYS_SHOWN = new Set(['all', 'available']);

/** All units as a list: the same that the canvas shows, for keyboard and screen reader. */
export class UnitList extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['units', 'orders', 'selection', 'tick', 'closures'];
  static properties = { ...Panel.properties, filter: { state: true } };

  constructor() {
    super();
    /** @type {UnitFilter} */
    this.filter = 'all';
  }

  /** @override */
  render() {
    const now = this.store.now();
    const sums = unitCounts(this.store.picture, now);
    const units = unitsIn(this.store.picture, this.filter, now);
    const orders = activeOrders(this.store.picture);
    const filters = UNIT_FILTERS.filter((filter) => sums[filter] > 0 || ALWAYS_SHOWN.has(filter) || filter === this.filter);
    return html`
      <section class="pane units" aria-label=${this.t('units.title')}>
        <h2>${this.t('units.title')} <b>${sums.all}</b></h2>
        <div class="chips" role="group" aria-label=${this.t('units.title')}>
          ${filters.map((filter) => html`<button class="chip" aria-pressed=${filter === this.filter} data-testid="filter-${filter}" @click=${() => (this.filter = filter)}>
            ${this.t(`filter.${filter}`)}${filter === 'all' ? nothing : html` <b>${sums[filter]}</b>`}</button>`)}
        </div>
        <ul class="rows" data-testid="unit-list">${repeat(units, (unit) => unit.id, (unit) => this.row(unit, orders.get(unit.id), now))}</ul>
        ${units.length ? nothing : html`<p class="empty">${this.t('units.empty')}</p>`}
      </section>`;
  }

  /** @param {Unit} unit @param {Order | undefined} order @param {number} now */
  row(unit, order, now) {
    const fix = this.store.picture.fixes.get(unit.id);
    const state = freshness(fix, now);
    const lost = state === 'lost' || state === 'unknown';
    const sign = lost ? 'lost' : order?.state === 'acknowledged' ? 'acknowledged' : unit.status;
    return html`<li><button class="unit-row is-${state} ${unit.id === this.store.unitId ? 'is-selected' : ''}" data-testid="unit-row" data-unit=${unit.id} data-status=${unit.status}
        @click=${() => this.pick(unit)}>
      ${unitSign(sign)}<span class="name">${unitName(unit.name)}</span>
      <span class="state ${order && isUnanswered(order, now) ? 'due' : this.isCut(order) ? 'cut' : ''}">${this.state(unit, order, now)}</span>
      <span class="age">${fix ? this.app.texts.age(now - fix.fixAt) : this.t('short.noFix')}</span></button></li>`;
  }

  /** @param {Order | undefined} order */
  isCut(order) {
    return order !== undefined && closuresAhead(this.store.picture, order).length > 0;
  }

  /** @param {Unit} unit @param {Order | undefined} order @param {number} now */
  state(unit, order, now) {
    if (order && isUnanswered(order, now)) return this.t('short.unanswered', { time: this.app.texts.elapsed(now - Date.parse(order.ordered_at)) });
    if (this.isCut(order)) return this.t('orders.cut');
    if (order?.state === 'acknowledged') return this.t('short.acknowledged');
    const due = order?.state === 'en_route' ? expectedAt(order) : null;
    if (due && due > now) return this.app.texts.minutes((due - now) / 1000);
    return this.t(`short.${unit.status}`);
  }

  /** @param {Unit} unit */
  pick(unit) {
    this.store.unitId = unit.id;
    this.store.notify('selection');
    this.app.stage.centreUnit(unit);
  }
}
customElements.define('wl-unit-list', UnitList);
