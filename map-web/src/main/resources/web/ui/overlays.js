/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SHORTCUTS } from '../model/shortcuts.js';
import { Panel } from './panel.js';

/** Outcomes of one's own acts. */
export class ToastStack extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['toasts'];

  /** @override */
  render() {
    return html`<div class="toasts" role="status" aria-live="polite" data-testid="toasts">
      ${repeat(this.store.toasts, (toast) => toast.id, (toast) => html`<p class="toast is-${toast.tone}">${toast.text}</p>`)}</div>`;
  }
}
customElements.define('wl-toasts', ToastStack);

/** The keys, on one page. */
export class Help extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['mode'];

  /** @override */
  updated() {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  /** @override */
  render() {
    if (!this.store.helpOpen) return nothing;
    return html`<dialog class="sheet help" aria-labelledby="help-title" data-testid="help" @close=${this.leave}>
      <h2 id="help-title">${this.t('help.title')}</h2>
      <dl>${SHORTCUTS.map(([key, command]) => html`<dt><kbd>${this.name(key)}</kbd></dt><dd>${this.t(`help.${command}`)}</dd>`)}</dl>
      <div class="form-foot"><button class="primary" @click=${this.leave}>${this.t('help.close')}</button></div></dialog>`;
  }

  /** @param {string} key */
  name(key) {
    if (key === ' ') return this.t('help.space');
    return key.length === 1 ? key.toUpperCase() : key;
  }

  leave() {
    this.store.helpOpen = false;
    this.store.notify('mode');
  }
}
customElements.define('wl-help', Help);
