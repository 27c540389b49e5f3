/** @import { Closure, ClosureDraft, LonLat } from '../../types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { Api } from '../../net/api.js' */
/** @import { Store } from '../store.js' */
/** @import { Toasts } from './toasts.js' */
import { told } from './problems.js';

const HOUR_MS = 3_600_000;

/** Closing roads and lifting closures. */
export class ClosureActs {
  /** @param {{store: Store, api: Api, texts: Texts, toasts: Toasts}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.api;
    this.texts = parts.texts;
    this.toasts = parts.toasts;
    this.asked = 0;
  }

  /** Looks up the stretch at a place; only the last question counts. @param {LonLat} at */
  async pick(at) {
    const question = ++this.asked;
    this.write({ at, stretch: null });
    this.state({ busy: true, problem: '', detail: '' });
    try {
      const stretch = await this.api.nearestRoad(at);
      if (question !== this.asked) return;
      this.write({ stretch });
      this.state({ busy: false });
    } catch (cause) {
      if (question !== this.asked) return;
      this.refused(cause);
    }
  }

  /** @param {Partial<ClosureDraft>} change */
  write(change) {
    this.store.closure = { ...this.store.closure, ...change };
    this.store.notify('closure');
  }

  /** @param {Partial<Store['closureState']>} change */
  state(change) {
    this.store.closureState = { ...this.store.closureState, ...change };
    this.store.notify('closure');
  }

  clear() {
    this.asked++;
    this.store.closure = { stretch: null, at: null, reason: '', hours: '', key: crypto.randomUUID() };
    this.state({ busy: false, problem: '', detail: '' });
  }

  /** Closes the stretch by a point on it, which the server snaps to the same edge. */
  async close() {
    const { closure } = this.store;
    if (!closure.stretch || this.store.closureState.busy) return;
    if (!closure.reason.trim()) return this.state({ problem: this.texts.t('closures.noReason'), detail: '' });
    this.state({ busy: true, problem: '', detail: '' });
    try {
      const geometry = closure.stretch.snapped ?? { type: /** @type {const} */ ('Point'), coordinates: /** @type {LonLat} */ (closure.at) };
      const until = closure.hours ? { until: new Date(this.store.now() + Number(closure.hours) * HOUR_MS).toISOString() } : {};
      const receipt = await this.api.closeRoad({ geometry, reason: closure.reason.trim(), ...until }, closure.key);
      this.take(receipt.closure);
      this.clear();
      const hit = receipt.orders_affected;
      this.toasts.say(
        hit.length
          ? this.texts.t('closures.done', { n: hit.length, units: this.texts.few(hit.map((order) => order.unit_name)) })
          : this.texts.t('closures.doneNone'),
        hit.length ? 'bad' : 'good',
      );
    } catch (cause) {
      this.refused(cause);
    }
    return undefined;
  }

  /** @param {unknown} cause */
  refused(cause) {
    const { title, detail } = told(cause, this.texts);
    this.state({ busy: false, problem: title, detail });
  }

  /** @param {Closure} closure */
  async lift(closure) {
    try {
      this.take((await this.api.liftClosure(closure.id)).closure);
      this.toasts.say(this.texts.t('closures.lifted'), 'good');
    } catch (cause) {
      const { title, detail } = told(cause, this.texts);
      this.toasts.say([title, detail].filter(Boolean).join(' · '), 'bad');
    }
  }

  /** @param {Closure} closure */
  take(closure) {
    this.store.picture.takeClosure(closure);
    this.store.notify('closures');
  }
}
