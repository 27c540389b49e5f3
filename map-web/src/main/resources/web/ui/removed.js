/** @import { Feature } from '../layer-types.js' */
/** @import { RemovedList } from '../editing-types.js' */
/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { changerOf } from '../model/changer.js';
import { Panel } from './panel.js';

/** What was deleted from a layer: what, when, by whom, why; any of it can be brought back. */
export class RemovedFeatures extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['history', 'session'];
  static properties = { ...Panel.properties, layer: { attribute: false } };

  constructor() {
    super();
    this.layer = '';
  }

  /** @override */
  render() {
    const list = this.store.editing.removed;
    if (list?.layer !== this.layer) return nothing;
    return html`<section class="removed" aria-label=${this.t('removed.title')} data-testid="removed-list">
      ${list.features?.length === 0 ? html`<p class="empty short" data-testid="removed-none">${this.t('removed.none')}</p>` : nothing}
      <ol>${(list.features ?? []).map((feature) => this.feature(list, feature))}</ol>
      ${list.next ? html`<button class="link" data-testid="removed-more" @click=${() => this.app.removed.load(list.layer, list.next)}>${this.t('removed.more')}</button>` : nothing}
      ${list.problem && list.chosen === null ? html`<p class="form-problem" role="alert">${list.problem}</p>` : nothing}</section>`;
  }

  /** @param {RemovedList} list @param {Feature} feature */
  feature(list, feature) {
    const { name, changed_at: at, reason } = feature.properties;
    const chosen = list.chosen === feature.id;
    return html`<li data-testid="removed" data-feature=${feature.id ?? ''}><span class="grow"><b>${name || this.t('feature.unnamed')}</b>
        <small><time>${this.app.texts.time(Date.parse(String(at)), this.store.now())}</time> · ${changerOf(this.app.texts, feature.properties)}</small><small>${reason || this.t('history.noReason')}</small></span>
      ${this.store.may('editFeature') ? html`<button class="small" data-testid="removed-choose" aria-expanded=${chosen} aria-label=${this.t('removed.restoreOf', { name: String(name ?? '') })} @click=${() => this.app.removed.choose(feature.id ?? '')}>${this.t('removed.restore')}</button>` : nothing}
      ${chosen ? this.why(list) : nothing}</li>`;
  }

  /** @param {RemovedList} list */
  why(list) {
    return html`<form @submit=${this.submit}><input name="removed-reason" .value=${list.reason} maxlength="500" autocomplete="off" aria-label=${this.t('history.restoreReason')} placeholder=${this.t('history.restoreReason')}
        @input=${(/** @type {InputEvent} */ event) => this.app.removed.change({ reason: /** @type {HTMLInputElement} */ (event.target).value })}>
      <button class="small primary" data-testid="removed-restore" ?disabled=${list.busy || !list.reason.trim()}>${this.t('removed.restore')}</button>
      <p class="form-problem" role="alert" data-testid="removed-problem">${list.problem}</p></form>`;
  }

  /** @override */
  updated() {
    const field = /** @type {HTMLInputElement | null} */ (this.querySelector('[name="removed-reason"]'));
    if (field && !this.wasAsking) field.focus();
    this.wasAsking = field !== null;
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    void this.app.removed.restore();
  }
}
customElements.define('wl-removed', RemovedFeatures);
