/** @import { Advice, Recommendation, RecommendedUnit, Topic, Unit } from '../types.js' */
import { html, nothing } from 'lit';
import { against, candidates, chosen, driveOf, isChosen, overruled } from '../model/advice.js';
import { crowDistance, isFree } from '../model/selectors.js';
import { Panel } from './panel.js';
import { unitName } from './unit-name.js';

/** Alternatives that are shown without being asked for. */
const FEW = 4;

/** Who should go, why, and why not the others. */
export class AdvicePanel extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['recommendation', 'selection', 'link', 'session', 'units', 'orders'];
  static properties = { ...Panel.properties, allShown: { state: true } };

  constructor() {
    super();
    this.allShown = false;
  }

  /** @override */
  render() {
    const id = this.store.incidentId;
    if (!id) return nothing;
    const advice = this.app.dispatch.adviceOf(id);
    return html`<section class="advice" aria-label=${this.t('advice.title')} data-testid="advice" data-state=${advice.state}>
      <h3>${this.t('advice.title')}<span class="spring"></span><span class="plain">${this.figures(advice)}</span></h3>
      ${advice.state === 'loading' ? html`<p class="empty short">${this.t('advice.loading')}</p>` : nothing}
      ${advice.state === 'failed' ? html`<p class="problem" role="alert">${this.t('advice.failed', { problem: advice.problem })} ${advice.detail}</p>` : nothing}
      ${advice.newer ? html`<button class="newer" @click=${() => this.app.dispatch.renew(id)}>${this.t('advice.newer')}</button>` : nothing}
      ${advice.state === 'ready' && advice.problem ? html`<p class="problem" role="status">${this.t('advice.old', { time: this.app.texts.clock(Date.parse(advice.value?.computed_at ?? '')) })}</p>` : nothing}
      ${this.list(id, advice)}
    </section>`;
  }

  /** @param {Advice} advice */
  figures({ value }) {
    if (!value) return '';
    const avoided = value.closures_avoided ? `${this.t('advice.avoided', { n: value.closures_avoided })} · ` : '';
    return `${avoided}${this.t('advice.took', { ms: Math.max(1, Math.round(value.elapsed_ms)) })}`;
  }

  /** @param {string} id @param {Advice} advice */
  list(id, advice) {
    const every = candidates(advice);
    const planned = advice.value?.plans[0]?.units.length ?? 0;
    const all = this.allShown ? every : every.filter((unit, i) => i < planned + FEW || isChosen(advice, unit.unit_id));
    const own = overruled(advice, this.store.picture);
    return html`
      ${this.gaps(advice)} ${(advice.value?.notes ?? []).map((note) => html`<p class="advice-note" data-testid="advice-note">${note.text}</p>`)}
      <div @pointerenter=${() => this.app.dispatch.reading(true)} @pointerleave=${() => this.app.dispatch.reading(false)}>
        <ol class="picks" data-testid="picks">${all.map((unit, i) => html`${i === planned ? html`<li class="divider">${this.t('advice.alternatives')}</li>` : nothing}
          <li>${this.pick(id, advice, unit, i + 1, planned)}</li>`)}
          ${own.length ? html`<li class="divider">${this.t('advice.byHand')}</li>` : nothing}
          ${own.map((unit) => html`<li>${this.own(id, advice, unit)}</li>`)}</ol>
      </div>
      ${every.length > all.length ? html`<button class="link more" @click=${() => (this.allShown = true)}>${this.t('advice.more', { n: every.length - all.length })}</button>` : nothing}
      ${advice.value && !every.length ? html`<p class="empty short">${this.t('advice.none')}</p>` : nothing}
      ${advice.value || own.length || this.store.isLost() ? this.button(advice, own.length) : nothing}
      ${advice.value ? this.passed(id, advice, advice.value, !every.length) : nothing}
      ${advice.state === 'failed' && this.store.may('order') ? html`<p class="advice-note">${this.t('advice.fromList')}</p>` : nothing}`;
  }

  /** Before the list, for nobody reads below it. @param {Advice} advice */
  gaps({ value }) {
    const gaps = value?.plans[0]?.gaps ?? [];
    if (!gaps.length) return nothing;
    return html`<ul class="gaps ${gaps.length > 2 ? 'is-many' : ''}">${gaps.map((gap) => html`<li class="gap" title=${gap.text} data-testid="gap"><b>${this.t('advice.gap')}</b> ${gap.text}</li>`)}</ul>`;
  }

  /** @param {string} id @param {Advice} advice @param {RecommendedUnit} unit @param {number} n @param {number} planned how many the plan has */
  pick(id, advice, unit, n, planned) {
    const on = isChosen(advice, unit.unit_id);
    const show = () => this.show(unit);
    const details = [unit.type ? this.app.texts.code('unitType', unit.type) : '', unit.crew === undefined ? '' : this.t('advice.crew', { n: unit.crew })];
    return html`<button class="pick ${on ? 'is-on' : ''} ${n > planned ? 'is-other' : ''}" role="checkbox" aria-checked=${on} title=${this.app.texts.clauses(unit.reasons.map((reason) => reason.text))} data-testid="pick" data-unit=${unit.unit_id}
      @click=${() => this.app.dispatch.toggle(id, unit.unit_id)} @pointerenter=${show} @focus=${show} @pointerleave=${() => this.show(null)} @blur=${() => this.show(null)}>
      <b class="n">${n <= 9 ? n : ''}</b>
      <span class="who">${unitName(unit.name)}</span>
      <span class="eta">${this.app.texts.minutes(unit.duration_s)}</span>
      <span class="why">${details.filter(Boolean).join(' · ')} · ${this.app.texts.clauses(unit.reasons.map((reason) => reason.text))}</span></button>`;
  }

  /** A unit put in by hand, with what speaks against it. @param {string} id @param {Advice} advice @param {Unit} unit */
  own(id, advice, unit) {
    const why = this.app.texts.clauses(against(advice, unit.id)) || this.t('advice.notJudged');
    return html`<button class="pick is-on" role="checkbox" aria-checked="true" data-testid="own-pick" data-unit=${unit.id} @click=${() => this.app.dispatch.toggle(id, unit.id)}>
      <b class="n">+</b><span class="who">${unitName(unit.name)}</span><span class="eta">${this.app.texts.minutes(driveOf(advice, unit.id))}</span>
      <span class="why"><b class="contra">${this.t('advice.against')}</b>${why}</span></button>`;
  }

  /** @param {RecommendedUnit | null} unit */
  show(unit) {
    this.store.preview = unit ? { unitId: unit.unit_id, route: unit.route } : null;
    this.store.notify('preview');
  }

  /** @param {Advice} advice @param {number} own how many were put in by hand */
  button(advice, own) {
    if (!this.store.may('order')) return html`<p class="mute pad">${this.t('advice.noRight')}</p>`;
    const lost = this.store.isLost();
    const n = chosen(advice).length + own;
    const idle = n === 0 && (advice.value !== null || !lost);
    return html`<p class="accept"><button class="primary wide ${lost ? 'is-phone' : ''}" data-testid="accept" ?disabled=${idle} @click=${() => this.app.dispatch.openSheet()}>
      ${this.t(lost ? 'advice.phone' : 'advice.accept')} <span class="soft">${n ? this.t('advice.chosen', { n }) : idle ? this.t('advice.pick') : nothing}</span> <kbd>D</kbd></button></p>`;
  }

  /** The button that was pressed goes away; the next step is near. @param {string} id @param {string} unitId */
  async sendAnyway(id, unitId) {
    this.app.dispatch.toggle(id, unitId);
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('[data-testid="accept"]'))?.focus();
  }

  /** The free ones first, the nearest at the top. @param {string} id @param {Advice} advice @param {Recommendation} value @param {boolean} open nobody is proposed: it has to be one of these */
  passed(id, advice, value, open) {
    const { picture } = this.store;
    const incident = picture.incidents.get(id);
    const distance = incident ? crowDistance(picture, incident) : () => 0;
    const rows = value.passed_over
      .filter((row) => !advice.byHand[row.unit_id])
      .map((row) => ({ ...row, unit: picture.units.get(row.unit_id) }))
      .map((row) => ({ ...row, rank: row.unit && isFree(picture, row.unit) ? distance(row.unit) : Infinity }))
      .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank));
    if (!rows.length) return nothing;
    return html`<details class="passed" data-testid="passed" ?open=${open}><summary>${this.t('advice.passed', { n: rows.length })}</summary><ul>
      ${rows.map((row) => html`<li data-unit=${row.unit_id}><span><b>${row.name}</b> ${this.app.texts.clauses(row.reasons.map((reason) => reason.text))}</span>
        ${row.rank < Infinity && this.store.may('order') ? html`<button class="small" data-testid="send-anyway" data-unit=${row.unit_id} aria-label=${this.t('advice.anywayUnit', { unit: row.name })}
          @click=${() => this.sendAnyway(id, row.unit_id)}>${this.t('advice.anyway')}</button>` : nothing}</li>`)}</ul></details>`;
  }
}
customElements.define('wl-advice', AdvicePanel);
