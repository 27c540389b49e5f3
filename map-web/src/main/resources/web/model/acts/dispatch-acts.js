/** @import { Advice, Order, OrderStep, SendResult, Sheet, Unit } from '../../types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { Api } from '../../net/api.js' */
/** @import { Store } from '../store.js' */
/** @import { Toasts } from './toasts.js' */
import { ApiError } from '../../net/api.js';
import { NO_ADVICE, against, candidates, carriedOut, chosen, driveOf, openGaps, overruled, renewed, toggled } from '../advice.js';
import { nearestFree, placeOf } from '../selectors.js';
import { told } from './problems.js';

const MOST_CALLS = 8;

/** Recommendation, orders and their states. */
export class DispatchActs {
  /** @param {{store: Store, api: Api, texts: Texts, toasts: Toasts}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.api;
    this.texts = parts.texts;
    this.toasts = parts.toasts;
    /** Whether somebody is reading the list just now: it must not move under the pointer. */
    this.readingList = false;
  }

  /** Asks for a recommendation; a later one waits while the list is being read. @param {string} incidentId */
  async advise(incidentId) {
    const before = this.adviceOf(incidentId);
    if (!before.value) this.put(incidentId, { ...before, state: 'loading' });
    try {
      const value = await this.api.recommend(incidentId);
      const now = this.adviceOf(incidentId);
      this.put(incidentId, { ...now, newer: value, problem: '', detail: '' });
      if (!this.readingList || !now.value) this.renew(incidentId);
    } catch (cause) {
      const { title, detail } = told(cause, this.texts);
      const known = this.adviceOf(incidentId);
      // Without an answer the last recommendation is the best there is; a refusal says that it holds no longer.
      const value = cause instanceof ApiError && cause.isUnanswered ? known.value : null;
      this.put(incidentId, { ...known, state: value ? 'ready' : 'failed', value, problem: title, detail });
    }
  }

  /** @param {string} incidentId @returns {Advice} */
  adviceOf(incidentId) {
    return this.store.advice.get(incidentId) ?? NO_ADVICE;
  }

  /** @param {string} incidentId @param {Advice} advice */
  put(incidentId, advice) {
    this.store.advice.set(incidentId, advice);
    this.store.notify('recommendation');
  }

  /** @param {string} incidentId */
  renew(incidentId) {
    this.put(incidentId, renewed(this.adviceOf(incidentId)));
    this.askDrives(incidentId);
  }

  /** @param {boolean} reading */
  reading(reading) {
    this.readingList = reading;
  }

  /** @param {string} incidentId @param {string} unitId */
  toggle(incidentId, unitId) {
    this.put(incidentId, toggled(this.adviceOf(incidentId), unitId));
    this.askDrives(incidentId, unitId);
  }

  /** The recommendation names no driving time of units put in by hand. @param {string} incidentId @param {string} [only] this unit */
  askDrives(incidentId, only) {
    const units = overruled(this.adviceOf(incidentId), this.store.picture);
    units.filter((unit) => !only || unit.id === only).forEach((unit) => void this.askDrive(incidentId, unit));
  }

  /** @param {string} incidentId @param {Unit} unit */
  async askDrive(incidentId, unit) {
    const incident = this.store.picture.incidents.get(incidentId);
    if (!incident) return;
    try {
      const { duration_s: drive } = await this.api.findRoute(placeOf(this.store.picture, unit), incident.location.coordinates, unit.profile);
      this.putDrive(incidentId, { [unit.id]: drive });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      // No way any more: a time that was known says too much. Without an answer it is the best there is.
      if (!cause.isUnanswered) this.putDrive(incidentId, {}, unit.id);
    }
  }

  /** @param {string} incidentId @param {Record<string, number>} known @param {string} [unknown] */
  putDrive(incidentId, known, unknown = '') {
    const advice = this.adviceOf(incidentId);
    const { [unknown]: gone, ...others } = advice.drives;
    this.put(incidentId, { ...advice, drives: { ...others, ...known } });
  }

  /** The n-th of the list, from 1. @param {number} n */
  toggleNumber(n) {
    const id = this.store.incidentId;
    const unit = id ? candidates(this.adviceOf(id))[n - 1] : undefined;
    if (id && unit) this.toggle(id, unit.unit_id);
  }

  /** First click: the exact orders are shown. Without a link it is a list of telephone numbers. */
  openSheet() {
    const { store } = this;
    const id = store.incidentId;
    if (!id || !store.may('order')) return;
    const advice = this.adviceOf(id);
    const picked = this.picked(advice);
    const units = picked.length || advice.value ? picked : this.byTelephone();
    if (!units.length) return;
    store.sheet = {
      kind: store.isLost() ? 'phone' : 'dispatch',
      incidentId: id,
      units: units.map((unit) => ({ ...unit, key: crypto.randomUUID() })),
      gaps: openGaps(advice, store.picture),
      task: '',
      results: [],
      busy: false,
    };
    store.notify('sheet');
  }

  /** All that are chosen: first those put in by hand, with what speaks against them, where nobody overlooks it. @param {Advice} advice */
  picked(advice) {
    const unknown = this.texts.t('advice.notJudged');
    return [
      ...overruled(advice, this.store.picture).map(({ id, name }) => ({
        unitId: id, name, durationS: driveOf(advice, id), against: this.texts.clauses(against(advice, id)) || unknown,
      })),
      ...chosen(advice).map(({ unit_id, name, duration_s }) => ({ unitId: unit_id, name, durationS: duration_s, against: null })),
    ];
  }

  /** Whom to call when nobody can compute: free units, the nearest as the crow flies. */
  byTelephone() {
    const incident = this.store.incident();
    if (!incident || !this.store.isLost()) return [];
    return nearestFree(this.store.picture, incident, MOST_CALLS).map((unit) => ({ unitId: unit.id, name: unit.name, durationS: null, against: null }));
  }

  closeSheet() {
    this.store.sheet = null;
    this.store.notify('sheet');
    if (this.store.incidentId) void this.advise(this.store.incidentId);
  }

  /** @param {string} task */
  writeTask(task) {
    if (this.store.sheet) this.store.sheet = { ...this.store.sheet, task };
  }

  /** Second click. Each order stands for itself: one that is refused does not touch the others. */
  async send() {
    const sheet = this.store.sheet;
    if (!sheet || sheet.busy) return;
    const sent = new Set(sheet.results.filter((result) => result.state === 'sent').map((result) => result.unitId));
    const open = sheet.units.filter((unit) => !sent.has(unit.unitId));
    this.update({ busy: true });
    await Promise.all(open.map((unit) => this.sendOne(sheet, unit)));
    this.update({ busy: false });
    if (this.store.sheet?.results.every((result) => result.state === 'sent')) this.closeSheet();
  }

  /** @param {Sheet} sheet @param {Sheet['units'][number]} unit */
  async sendOne(sheet, unit) {
    this.result({ unitId: unit.unitId, state: 'sending', problem: '', detail: '' });
    const task = (this.store.sheet?.task ?? sheet.task).trim();
    const wish = { incident_id: sheet.incidentId, unit_id: unit.unitId, ...(task ? { task } : {}) };
    try {
      this.take(await this.api.sendOrder(wish, unit.key));
      this.put(sheet.incidentId, carriedOut(this.adviceOf(sheet.incidentId), unit.unitId));
      this.result({ unitId: unit.unitId, state: 'sent', problem: '', detail: '' });
    } catch (cause) {
      const { title, detail } = told(cause, this.texts);
      const unknown = cause instanceof ApiError && cause.isUnanswered;
      this.result({ unitId: unit.unitId, state: 'failed', problem: unknown ? this.texts.t('sheet.noAnswer') : title, detail });
    }
  }

  /** @param {SendResult} result */
  result(result) {
    const others = (this.store.sheet?.results ?? []).filter((other) => other.unitId !== result.unitId);
    this.update({ results: [...others, result] });
  }

  /** @param {Partial<Sheet>} change */
  update(change) {
    if (!this.store.sheet) return;
    this.store.sheet = { ...this.store.sheet, ...change };
    this.store.notify('sheet');
  }

  /** @param {Order} order */
  take(order) {
    this.store.picture.takeOrder(order);
    this.store.notify('orders');
  }

  /** @param {Order} order @param {OrderStep} step */
  async advance(order, step) {
    await this.attempt(order, async () => this.take(await this.api.advanceOrder(order.id, step)));
  }

  /** @param {Order} order @param {string} reason @returns {Promise<boolean>} */
  countermand(order, reason) {
    return this.attempt(order, async () => this.take(await this.api.countermandOrder(order.id, reason)));
  }

  /** @param {Order} order @param {() => Promise<void>} act @returns {Promise<boolean>} whether it was done */
  async attempt(order, act) {
    try {
      await act();
      return true;
    } catch (cause) {
      const { title, detail } = told(cause, this.texts);
      this.toasts.say(this.texts.t('orders.failed', { unit: order.unit_name, problem: [title, detail].filter(Boolean).join(' · ') }), 'bad');
      return false;
    }
  }
}
