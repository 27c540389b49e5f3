/** @import { Topic } from '../types.js' */
import { html } from 'lit';
import './area-answer.js';
import './area-form.js';
import { Panel } from './panel.js';
import './township-figures.js';

/** Who and what is where: in an area, or by township. */
export class AreaPanel extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['session'];
  static properties = { ...Panel.properties, figures: { state: true } };

  constructor() {
    super();
    /** By township, not in an area. */
    this.figures = false;
  }

  /** @override */
  render() {
    const tab = (/** @type {boolean} */ figures, /** @type {string} */ key) => html`<button class="chip" aria-pressed=${this.figures === figures} data-testid=${figures ? 'area-figures' : 'area-area'} @click=${() => (this.figures = figures)}>${this.t(key)}</button>`;
    return html`<section class="area-panel" aria-label=${this.t('area.heading')} data-testid="area-panel">
      <h2>${this.t('area.heading')}<span class="spring"></span><button class="small" @click=${this.leave}>${this.t('closures.leave')} <kbd>Esc</kbd></button></h2>
      <div class="chips area-tabs">${tab(false, 'area.inArea')}${tab(true, 'area.byTownship')}</div>
      ${this.figures ? html`<wl-township-figures .app=${this.app}></wl-township-figures>` : html`<wl-area-form .app=${this.app}></wl-area-form><wl-area-answer .app=${this.app}></wl-area-answer>`}</section>`;
  }

  leave() {
    this.store.mode = 'incident';
    this.store.notify('mode');
  }
}
customElements.define('wl-area-panel', AreaPanel);
