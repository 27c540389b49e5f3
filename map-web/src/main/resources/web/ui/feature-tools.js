/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { geometryOf } from '../model/editing/shape.js';
import { Panel } from './panel.js';

/** On the card of a feature: change it, look back, delete it with a reason. */
export class FeatureTools extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['feature', 'editing', 'history', 'session'];

  /** @override */
  render() {
    const selected = this.store.selectedFeature;
    if (!selected?.feature) return nothing;
    const { layer, id, feature } = selected;
    const history = html`<button class="small" data-testid="feature-history" @click=${() => this.app.history.open(layer, id)}>${this.t('history.title')}</button>`;
    if (!this.store.may('editFeature')) return history;
    const { removal } = this.store.editing;
    if (removal?.layer === layer && removal.id === id) return this.removing();
    const unsent = this.store.editing.drafts.has(`${layer}/${id}`);
    return html`<button class="small" data-testid="feature-edit" @click=${() => this.edit(layer, id)}>${this.t('editing.edit')}${unsent ? html` <span class="soft">${this.t('editing.unsent')}</span>` : nothing}</button>
      ${history}<button class="small quiet" data-testid="feature-remove" @click=${() => this.app.history.askRemoval(layer, feature)}>${this.t('history.remove')}</button>`;
  }

  /** @param {string} layer @param {string} id */
  async edit(layer, id) {
    await this.app.editing.begin(layer, id);
    const shape = this.store.editing.draft()?.journal.now;
    if (shape) this.app.stage.show({ type: 'Feature', geometry: geometryOf(shape), properties: {} });
  }

  removing() {
    const { removal } = this.store.editing;
    if (!removal) return nothing;
    return html`<form class="feature-removal" @submit=${this.submit}><input name="remove-reason" .value=${removal.reason} maxlength="500" autocomplete="off" aria-label=${this.t('history.removeReason')} placeholder=${this.t('history.removeReason')}
        @input=${(/** @type {InputEvent} */ event) => this.app.history.changeRemoval({ reason: /** @type {HTMLInputElement} */ (event.target).value })}>
      <button class="small primary" data-testid="remove-confirm" ?disabled=${removal.busy || !removal.reason.trim()}>${this.t('history.removeSure')}</button>
      <button type="button" class="small" @click=${() => this.app.history.keepIt()}>${this.t('history.keep')}</button>
      <p class="form-problem" role="alert" data-testid="remove-problem">${removal.problem}</p></form>`;
  }

  /** @param {Map<string, unknown>} changed @override */
  updated(changed) {
    super.updated(changed);
    const field = /** @type {HTMLInputElement | null} */ (this.querySelector('[name="remove-reason"]'));
    if (field && !field.value && document.activeElement !== field) field.focus();
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    void this.app.history.remove();
  }
}
customElements.define('wl-feature-tools', FeatureTools);
