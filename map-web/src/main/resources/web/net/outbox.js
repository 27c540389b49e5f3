/** @import { Incident, NewIncident, WaitingReport } from '../types.js' */
/** @import { Keeping } from './keeping.js' */
import { ApiError } from './api.js';

const NAME = 'outbox';

/**
 * Reports that got no answer. Each keeps its idempotency key, so that sending it again, by hand or when the
 * link is back, makes one incident and not two.
 */
export class Outbox {
  /**
   * @param {(report: NewIncident, key: string) => Promise<Incident>} send
   * @param {() => void} changed
   */
  constructor(send, changed) {
    /** Of who is signed in. @type {Keeping | null} */
    this.keeping = null;
    this.send = send;
    this.changed = changed;
    /** @type {WaitingReport[]} */
    this.items = [];
    this.busy = false;
  }

  /** What this person wrote in this county; nobody else sees or sends it. Null when nobody is signed in. @param {Keeping | null} keeping */
  open(keeping) {
    this.keeping = keeping;
    this.items = keeping?.get(NAME, []) ?? [];
  }

  /** @param {NewIncident} report @param {string} key @param {string} at */
  add(report, key, at) {
    this.items = [...this.items, { report, key, at, problem: null }];
    this.save();
  }

  /** @param {string} key */
  remove(key) {
    this.items = this.items.filter((item) => item.key !== key);
    this.save();
  }

  /**
   * Sends what waits, oldest first; stops at the first that again gets no answer.
   * @returns {Promise<Incident[]>} what became of those that were taken
   */
  async flush() {
    if (this.busy) return [];
    const { keeping } = this;
    this.busy = true;
    /** @type {Incident[]} */
    const taken = [];
    try {
      for (const item of this.items) {
        if (!(await this.sendOne(item, taken)) || this.keeping !== keeping) break;
      }
    } finally {
      this.busy = false;
      this.changed();
    }
    return taken;
  }

  /** @param {WaitingReport} item @param {Incident[]} taken @returns {Promise<boolean>} whether to go on */
  async sendOne(item, taken) {
    try {
      taken.push(await this.send(item.report, item.key));
      this.remove(item.key);
      return true;
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      if (cause.isUnanswered || cause.status === 401) return false;
      const problem = cause.errors[0]?.message ?? cause.title;
      this.items = this.items.map((other) => (other.key === item.key ? { ...other, problem } : other));
      this.save();
      return true;
    }
  }

  save() {
    this.keeping?.put(NAME, this.items);
    this.changed();
  }
}
