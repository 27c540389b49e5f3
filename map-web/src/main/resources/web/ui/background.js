/** @import { Imagery } from '../imagery-types.js' */
/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { imageryShown } from '../model/imagery.js';
import { Panel } from './panel.js';

/** What lies behind the map: the base map, by day or night as the screen is, or a picture, with whose it is and of when. */
export class BackgroundChoice extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['imagery', 'mode'];

  /** @override */
  render() {
    const { imagery, imageryProblems } = this.store;
    if (!imagery.length && !imageryProblems.length) return nothing;
    const shown = imageryShown(this.store);
    return html`<div class="background" role="group" aria-label=${this.t('imagery.title')} data-testid="background"><b>${this.t('imagery.title')}</b>
      <button class="chip" aria-pressed=${!shown} data-testid="background-map" @click=${() => this.app.imagery.choose('')}>${this.t('imagery.map')}</button>
      ${imagery.map((it) => html`<button class="chip" data-testid="background-${it.id}" aria-pressed=${it.id === shown?.id} ?disabled=${it.state === 'refused'} title=${it.problem ?? ''} @click=${() => this.app.imagery.choose(it.id)}>${it.name}</button>`)}
      ${shown ? this.about(shown) : nothing}
      ${imagery.filter((it) => it.state === 'refused').map((it) => html`<small class="problem">${it.name}: ${it.problem}</small>`)}
      ${imageryProblems.map((problem) => html`<small class="problem" role="alert">${problem}</small>`)}</div>`;
  }

  /** @param {Imagery} imagery */
  about(imagery) {
    const { opacity } = this.store.background;
    return html`<label class="fade">${this.t('imagery.opacity')} <input type="range" min="10" max="100" step="5" data-testid="background-opacity" .value=${String(Math.round(opacity * 100))} @input=${this.fade}> ${Math.round(opacity * 100)}%</label>
      <small data-testid="background-about">${[imagery.attribution, imagery.date ?? this.t('imagery.noDate')].filter(Boolean).join(' · ')}</small>
      ${imagery.datum === 'gcj02' ? html`<small class="partly">${this.t('imagery.gcj02')}</small>` : nothing}
      ${imagery.datum === 'undeclared' ? html`<small class="problem" data-testid="background-undeclared">${this.t('imagery.undeclared')}</small>` : nothing}
      ${imagery.state === 'away' ? html`<small class="problem" role="alert">${this.t('imagery.away')} ${imagery.problem}</small>` : nothing}`;
  }

  /** @param {InputEvent} event */
  fade(event) {
    this.app.imagery.fade(Number(/** @type {HTMLInputElement} */ (event.target).value) / 100);
  }
}
customElements.define('wl-background', BackgroundChoice);
