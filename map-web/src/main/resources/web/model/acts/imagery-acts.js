/** @import { Background, ImageryList } from '../../imagery-types.js' */
/** @import { Api } from '../../net/api.js' */
/** @import { Keeping } from '../../net/keeping.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { Store } from '../store.js' */
/** @import { Toasts } from './toasts.js' */
import { told } from './problems.js';

const BACKGROUND = 'background';
const LOOK_AGAIN_MS = 10_000;

/** What lies behind the map. */
export class ImageryActs {
  /** @param {{store: Store, api: Api, keeping: Keeping, texts: Texts, toasts: Toasts}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.api;
    this.keeping = parts.keeping;
    this.texts = parts.texts;
    this.toasts = parts.toasts;
    this.lookedAt = 0;
  }

  /** What this person has chosen. @param {Keeping} keeping */
  open(keeping) {
    this.keeping = keeping;
    this.store.background = keeping.get(BACKGROUND, { id: '', opacity: 1 });
  }

  async load() {
    this.lookedAt = Date.now();
    try {
      /** @type {ImageryList} */
      const list = await this.api.call('GET', '/api/v1/imagery');
      this.store.imagery = list.results;
      this.store.imageryProblems = list.problems;
      this.store.notify('imagery');
    } catch (cause) {
      this.toasts.say(told(cause, this.texts).title, 'bad');
    }
  }

  /** @param {string} id empty: the base map */
  choose(id) {
    this.set({ ...this.store.background, id });
  }

  /** @param {number} opacity 0 to 1 */
  fade(opacity) {
    this.set({ ...this.store.background, opacity });
  }

  /** @param {Background} background */
  set(background) {
    this.store.background = background;
    this.keeping.put(BACKGROUND, background);
    this.store.notify('imagery');
  }

  /** A picture did not come: perhaps the service is away, which the list knows. */
  missed() {
    if (Date.now() - this.lookedAt >= LOOK_AGAIN_MS) void this.load();
  }
}
