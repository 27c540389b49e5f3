/** @import { LayerType, Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MOST_FEATURES, ROLE_PRESETS, grouped, isShown } from '../model/layers.js';
import './background.js';
import './layer-export.js';
import { layerSign } from './layer-sign.js';
import { Panel } from './panel.js';
import './removed.js';

/** Which layers there are, how old and from whom, and which are shown; sets of them by role. */
export class LayersPanel extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['layers', 'mode', 'session', 'export', 'history'];
  static properties = { ...Panel.properties, wanted: { state: true }, naming: { state: true } };

  constructor() {
    super();
    /** What is looked for among the layers. */
    this.wanted = '';
    /** The name of a set being saved. @type {string | null} */
    this.naming = null;
  }

  /** @override @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('naming') && this.naming !== null) /** @type {HTMLInputElement | null} */ (this.querySelector('.preset-name input'))?.focus();
  }

  /** @override */
  render() {
    if (!this.store.layersOpen) return nothing;
    const groups = grouped(this.store.layerTypes, this.wanted, (group) => this.app.texts.code('layerGroup', group));
    return html`<section class="float layers" aria-label=${this.t('layers.title')} data-testid="layers-panel">
      <h3>${this.t('layers.title')} <b>${this.store.visibleLayers.size}/${this.store.layerTypes.length}</b><span class="spring"></span>${this.store.may('importFile') ? html`<button class="small" data-testid="import" @click=${() => this.app.importing.open('')}>${this.t('importing.title')}…</button>` : nothing}<button class="quiet" aria-label=${this.t('layers.close')} @click=${this.leave}>×</button></h3>
      <wl-background .app=${this.app}></wl-background>
      ${this.presets()}
      <input class="find" type="search" placeholder=${this.t('layers.find')} aria-label=${this.t('layers.find')} data-testid="layers-find" .value=${this.wanted} @input=${this.typed}>
      <div class="groups">${this.store.layerTypes.length ? nothing : html`<p class="empty short">${this.t('layers.none')}</p>`}
        ${this.store.layerTypes.length && !groups.length ? html`<p class="empty short">${this.t('layers.notFound')}</p>` : nothing}
        ${groups.map(({ group, types }) => html`<h4>${this.app.texts.code('layerGroup', group)}</h4><ul>${repeat(types, (type) => type.id, (type) => this.row(type))}</ul>`)}</div></section>`;
  }

  presets() {
    const types = this.store.layerTypes;
    const chip = (/** @type {string} */ id, /** @type {string} */ name, /** @type {readonly string[]} */ layers) => html`<button class="chip" data-testid="preset-${id}"
      aria-pressed=${isShown(layers, this.store.visibleLayers, types)} @click=${() => this.app.layers.show(layers)}>${name}</button>`;
    return html`<div class="chips presets" role="group" aria-label=${this.t('layers.presets')}>
      ${ROLE_PRESETS.map(({ id, layers }) => chip(id, this.t(`preset.${id}`), layers))}
      ${this.store.presets.map(({ id, name, layers }) => html`<span class="own">${chip(id, name, layers)}<button class="quiet" aria-label=${this.t('layers.dropPreset', { name })} @click=${() => this.app.layers.dropPreset(id)}>×</button></span>`)}
      ${this.naming === null ? html`<button class="link" data-testid="preset-save" @click=${() => (this.naming = '')}>${this.t('layers.savePreset')}</button>` : this.nameForm()}</div>`;
  }

  nameForm() {
    return html`<form class="preset-name" @submit=${this.save}><input name="preset" maxlength="20" autocomplete="off" placeholder=${this.t('layers.presetName')} aria-label=${this.t('layers.presetName')} @keydown=${this.pressed}>
      <button class="small" data-testid="preset-keep">${this.t('layers.keepPreset')}</button></form>`;
  }

  /** @param {LayerType} type */
  row(type) {
    const shown = this.store.visibleLayers.has(type.id);
    return html`<li class=${type.count ? '' : 'is-empty'} data-testid="layer" data-layer=${type.id}><label title=${[type.source, type.update_rule].filter(Boolean).join(' · ')}><input type="checkbox" .checked=${shown} @change=${() => this.app.layers.toggle(type.id)}>
      ${layerSign(type, this.app.texts)}<span>${type.label} <b>${type.count ? this.app.texts.count(type.count) : this.t('layers.empty')}</b><small>${this.origin(type)}</small>${shown ? this.state(type) : nothing}</span></label>${this.files(type)}
      <wl-layer-export .app=${this.app} .layer=${type.id}></wl-layer-export><wl-removed .app=${this.app} .layer=${type.id}></wl-removed></li>`;
  }

  /** A file into it, a file of it, what was deleted from it. @param {LayerType} type */
  files(type) {
    const label = this.app.texts.label(type);
    return html`<span class="layer-files">${this.store.may('importFile') ? html`<button class="small quiet" data-testid="layer-import" aria-label=${this.t('importing.into', { layer: label })} @click=${() => this.app.importing.open(type.id)}>${this.t('importing.title')}</button>` : nothing}
      ${type.count ? html`<button class="small quiet" data-testid="layer-export" aria-label=${this.t('export.of', { layer: label })} aria-expanded=${this.store.exporting?.layer === type.id} @click=${() => this.export(type.id)}>${this.t('export.title')}</button>` : nothing}
      <button class="small quiet" data-testid="layer-removed" aria-label=${this.t('removed.of', { layer: label })} aria-expanded=${this.store.editing.removed?.layer === type.id} @click=${() => this.app.removed.toggle(type.id)}>${this.t('removed.title')}</button></span>`;
  }

  /** @param {string} layer */
  export(layer) {
    void this.app.importing.records.loadOptions();
    this.app.exporting.toggle(layer);
  }

  /** Who says so, and when it was last true. @param {LayerType} type */
  origin(type) {
    if (!type.count) return '';
    const kinds = (type.provenance ?? []).map((code) => this.app.texts.code('provenance', code)).join('/');
    return [kinds, type.data_date ? this.app.texts.date(Date.parse(type.data_date)) : this.t('layers.noDate')].filter(Boolean).join(' · ');
  }

  /** What is not on the map although the layer is on. @param {LayerType} type */
  state(type) {
    const loaded = this.store.loadedLayers.get(type.id);
    if (loaded?.state === 'failed') return html`<small class="problem" role="alert">${loaded.problem} <button class="link" data-testid="layer-again" @click=${() => this.app.layers.fetch(type.id)}>${this.t('layers.again')}</button></small>`;
    if (loaded && !loaded.complete && loaded.state === 'ready') return html`<small class="partly" data-testid="layer-partly">${this.t('layers.partly', { n: this.app.texts.count(loaded.features.length), m: this.app.texts.count(type.count) })}</small>`;
    return type.count > MOST_FEATURES && loaded?.state === 'loading' ? html`<small>${this.t('layers.loading')}</small>` : nothing;
  }

  /** @param {InputEvent} event */
  typed(event) {
    this.wanted = /** @type {HTMLInputElement} */ (event.target).value;
  }

  /** @param {SubmitEvent} event */
  save(event) {
    event.preventDefault();
    const name = /** @type {HTMLInputElement} */ (/** @type {HTMLFormElement} */ (event.target).elements.namedItem('preset')).value.trim();
    if (!name) return;
    this.app.layers.savePreset(name);
    this.naming = null;
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.naming = null;
  }

  leave() {
    this.store.layersOpen = false;
    this.store.notify('mode');
  }
}
customElements.define('wl-layers-panel', LayersPanel);
