/** @import { LayerType } from '../layer-types.js' */
/** @import { FeatureDraft, ShapeKind } from '../editing-types.js' */
/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { geometryOf } from '../model/editing/shape.js';
import './feature-form.js';
import { Panel } from './panel.js';

/** Editing: the feature in hand, or what can be drawn and what is unfinished. */
export class Editor extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['editing', 'layers', 'session'];
  static properties = { ...Panel.properties, chosen: { state: true } };

  constructor() {
    super();
    /** Layer to draw in. */
    this.chosen = '';
  }

  /** @override */
  firstUpdated() {
    this.querySelector('select')?.focus();
  }

  /** @override */
  render() {
    if (this.app.editing.hand()) return html`<wl-feature-form .app=${this.app}></wl-feature-form>`;
    const drafts = [...this.store.editing.drafts.values()];
    return html`<section class="closures editor" aria-label=${this.t('editing.title')} data-testid="editor">
      <h2>${this.t('editing.title')}<span class="spring"></span><button class="small" @click=${() => this.app.editing.leave()}>${this.t('closures.leave')} <kbd>Esc</kbd></button></h2>
      ${this.store.may('editFeature') ? this.beginning() : html`<p class="empty short">${this.t('editing.notAllowed')}</p>`}
      ${drafts.length ? html`<h3>${this.t('editing.drafts')} <b>${drafts.length}</b></h3><ul class="rows">${drafts.map((draft) => this.draft(draft))}</ul>` : nothing}</section>`;
  }

  beginning() {
    const type = this.store.layerTypes.find(({ id }) => id === this.chosen);
    const kinds = /** @type {ShapeKind[]} */ (type?.geometry_type === 'any' ? ['point', 'line', 'polygon'] : type ? [type.geometry_type] : []);
    return html`<div class="closure-form"><label class="field">${this.t('editing.layer')}<select name="layer" @change=${(/** @type {Event} */ event) => (this.chosen = /** @type {HTMLSelectElement} */ (event.target).value)}>
        <option value="" ?selected=${!type}>${this.t('editing.chooseLayer')}</option>${groups(this.store.layerTypes).map(([group, types]) => html`<optgroup label=${this.app.texts.code('layerGroup', group)}>
          ${types.map((it) => html`<option value=${it.id} ?selected=${it.id === this.chosen}>${this.app.texts.label(it)}</option>`)}</optgroup>`)}</select></label>
      ${type ? html`<div class="draw-kinds">${kinds.map((kind) => html`<button class="primary" data-testid="draw-${kind}" @click=${() => this.app.editing.create(type, kind)}>${this.t(`drawing.begin.${kind}`)}</button>`)}</div>` : nothing}
      <p class="hint">${this.t('editing.existing')}</p></div>`;
  }

  /** @param {FeatureDraft} draft */
  goOn(draft) {
    this.app.editing.take(draft.key);
    this.app.stage.show({ type: 'Feature', geometry: geometryOf(draft.journal.now), properties: {} });
  }

  /** @param {FeatureDraft} draft */
  draft(draft) {
    const type = this.store.layerTypes.find(({ id }) => id === draft.layer);
    const name = String(draft.fields.name) || this.t('editing.unnamed');
    return html`<li class="closure-row" data-testid="feature-draft" data-key=${draft.key}><div class="grow"><b>${name}</b><span class="mute">${type ? this.app.texts.label(type) : draft.layer} · ${this.t(draft.id === null ? 'editing.isNew' : 'editing.isChange')} · ${this.app.texts.time(Date.parse(draft.startedAt), this.store.now())}</span></div>
      <button class="small" data-testid="draft-continue" @click=${() => this.goOn(draft)}>${this.t('editing.continue')}</button>
      <button class="small quiet" data-testid="draft-drop" @click=${() => this.app.editing.drop(draft.key)}>${this.t('editing.drop')}</button></li>`;
  }
}
customElements.define('wl-editor', Editor);

/** @param {LayerType[]} types @returns {[string, LayerType[]][]} in the order of the catalogue */
function groups(types) {
  const ids = [...new Set(types.map(({ group }) => group ?? 'own'))];
  return ids.map((id) => [id, types.filter(({ group }) => (group ?? 'own') === id)]);
}
