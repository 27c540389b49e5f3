/** @import { Topic } from '../types.js' */
/** @import { App } from './app.js' */
import { LitElement } from 'lit';

/** A part of the screen, in light DOM: it draws itself again when one of its topics changes, or the language. */
export class Panel extends LitElement {
  static properties = { app: { attribute: false } };

  /** @type {readonly Topic[]} */
  static topics = [];

  constructor() {
    super();
    /** Set by whoever places the panel, before it is connected. @type {App} */
    this.app = /** @type {any} */ (undefined);
    /** @type {() => void} */
    this.stopListening = () => undefined;
  }

  /** @override */
  createRenderRoot() {
    return this;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    const topics = /** @type {typeof Panel} */ (this.constructor).topics;
    this.stopListening = this.app.store.subscribe([...topics, 'preferences'], () => this.requestUpdate());
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
  }

  get store() {
    return this.app.store;
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  t(key, values) {
    return this.app.texts.t(key, values);
  }
}
