/** @import { Toast } from '../../types.js' */
/** @import { Store } from '../store.js' */

const SHOWN_MS = 5000;
const MOST = 3;

/** The outcome of one's own act, for a few seconds; never an alarm. */
export class Toasts {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.last = 0;
  }

  /** @param {string} text @param {Toast['tone']} [tone] */
  say(text, tone = 'plain') {
    const id = ++this.last;
    this.store.toasts = [...this.store.toasts, { id, text, tone }].slice(-MOST);
    this.store.notify('toasts');
    setTimeout(() => this.drop(id), SHOWN_MS + text.length * 40);
  }

  /** @param {number} id */
  drop(id) {
    this.store.toasts = this.store.toasts.filter((toast) => toast.id !== id);
    this.store.notify('toasts');
  }
}
