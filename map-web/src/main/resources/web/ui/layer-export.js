/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { EXPORT_FORMATS } from '../model/acts/export-acts.js';
import { groupedSystems } from '../model/importing/systems.js';
import { Panel } from './panel.js';

/** A layer as a file: in which format and system. */
export class LayerExport extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['export'];
  static properties = { ...Panel.properties, layer: { attribute: false } };

  constructor() {
    super();
    this.layer = '';
  }

  /** @override */
  updated() {
    const wish = this.store.exporting?.layer === this.layer;
    if (wish && !this.wasOpen) this.querySelector('select')?.focus();
    this.wasOpen = wish;
  }

  /** @override */
  render() {
    const wish = this.store.exporting;
    if (wish?.layer !== this.layer) return nothing;
    const [west, , east] = this.store.setup?.bounds ?? [0, 0, 0, 0];
    const groups = groupedSystems(this.store.importing.options?.crs ?? [], (west + east) / 2);
    return html`<form class="layer-export" data-testid="export-form" data-layer=${this.layer} @submit=${this.save}>
      <label class="field">${this.t('export.format')}<select name="export-format" @change=${this.written}>${EXPORT_FORMATS.map((code) => html`<option value=${code} ?selected=${code === wish.format}>${this.t(`export.${code}`)}</option>`)}</select></label>
      ${wish.format === 'kml' ? html`<p class="hint">${this.t('export.kmlCrs')}</p>` : html`<label class="field">${this.t('importing.crs')}<select name="export-crs" @change=${this.written}>
        ${groups.map(({ id, systems }) => html`<optgroup label=${this.t(`importing.systems.${id}`)}>${systems.map(({ code, label }) => html`<option value=${code} ?selected=${code === wish.crs}>${code} · ${label}</option>`)}</optgroup>`)}</select></label>`}
      <p class="form-problem" role="alert" data-testid="export-problem">${wish.problem}</p>
      <button class="small primary" data-testid="export-save" ?disabled=${wish.busy}>${this.t(wish.busy ? 'export.busy' : 'export.save')}</button></form>`;
  }

  /** @param {Event} event */
  written(event) {
    const { name, value } = /** @type {HTMLSelectElement} */ (event.target);
    this.app.exporting.write({ [name === 'export-crs' ? 'crs' : 'format']: value, problem: '' });
  }

  /** @param {Event} event */
  save(event) {
    event.preventDefault();
    void this.app.exporting.save();
  }
}
customElements.define('wl-layer-export', LayerExport);
