/** @import { Found } from '../types.js' */

const SETTLE_MS = 120;
const MOST = 10;

/**
 * One field's questions to the search: asked when the typing pauses, and an answer counts only while its text still stands there.
 */
export class Asking {
  /**
   * @param {(text: string, limit: number) => Promise<Found[]>} search
   * @param {() => void} changed
   * @param {number} [settleMs]
   */
  constructor(search, changed, settleMs = SETTLE_MS) {
    this.search = search;
    this.changed = changed;
    this.settleMs = settleMs;
    this.text = '';
    /** Null before the first answer and when nothing is asked. @type {Found[] | null} */
    this.results = null;
    /** Why there is no answer. @type {unknown} */
    this.failure = null;
    /** Which of the results the keyboard is at, -1 for none. */
    this.active = -1;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.turn = 0;
  }

  /** @param {string} text @param {boolean} first whether the first answer is taken by Enter at once */
  ask(text, first) {
    this.clear();
    this.text = text.trim();
    if (this.text) this.timer = setTimeout(() => void this.now(this.text, first), this.settleMs);
  }

  /** @param {string} text @param {boolean} first */
  async now(text, first) {
    const turn = ++this.turn;
    this.text = text;
    /** @type {Found[] | null} */
    let results = null;
    /** @type {unknown} */
    let failure = null;
    try {
      results = await this.search(text, MOST);
    } catch (cause) {
      failure = cause;
    }
    if (turn !== this.turn) return;
    this.results = results;
    this.failure = failure;
    this.active = first && results?.length ? 0 : -1;
    this.changed();
  }

  /** Nothing is asked any more. */
  clear() {
    clearTimeout(this.timer);
    this.turn++;
    this.text = '';
    this.results = null;
    this.failure = null;
    this.active = -1;
    this.changed();
  }

  /** @param {1 | -1} by */
  step(by) {
    const n = this.results?.length ?? 0;
    if (n) this.active = (this.active + by + (this.active < 0 && by < 0 ? n + 1 : n)) % n;
    this.changed();
  }

  /** @returns {Found | null} */
  chosen() {
    return this.results?.[this.active] ?? null;
  }
}
