/** @import { SourceLayer } from '../import-types.js' */
import { html, nothing } from 'lit';
import { chosenLayer, needsCrs } from '../model/importing/state.js';
import { groupedSystems } from '../model/importing/systems.js';
import { ImportStepPanel } from './import-step.js';

const SAMPLES = 3;
const MOST_FIELDS = 8;

/** What is in the file: which table, in which encoding, in which coordinate system. The last is asked for, never guessed. */
export class ImportContent extends ImportStepPanel {
  /** @override */
  render() {
    const { state } = this;
    if (state.isTerrain) return html`<p class="note">${this.t('importing.isTerrain')}</p>${this.systems(null)}`;
    const layer = chosenLayer(state);
    return html`${this.tables()} ${layer ? html`${this.encoding(layer)} ${this.fields(layer)} ${this.notes(layer)}` : nothing}
      ${needsCrs(state) ? this.systems(layer) : html`<p class="note" data-testid="import-no-crs">${this.t(state.found?.format === 'osm_pbf' ? 'importing.osmCrs' : 'importing.placesCrs')}</p>`}
      ${this.progress(this.t('importing.looking'))}`;
  }

  tables() {
    const { state } = this;
    const problem = this.problem('content', 'source_layer');
    const tables = state.found?.source_layers ?? [];
    return html`<fieldset class="tables"><legend>${this.t('importing.tables', { format: state.found?.format ?? '' })}</legend>${tables.map((table) => html`<label class="table-choice"><input type="radio" name="import-table" value=${table.name} .checked=${table.name === state.sourceLayer} aria-invalid=${problem ? 'true' : 'false'} @change=${() => this.app.importing.chooseSourceLayer(table.name)}>
      <span><b>${table.name}</b> <span class="mute">${this.facts(table)}</span></span></label>`)}</fieldset>${this.problemLine('source_layer', problem)}`;
  }

  /** @param {SourceLayer} table */
  facts({ count, geometry_type: geometry, fields }) {
    const n = count === null ? '' : this.t('importing.tableRows', { n: this.app.texts.count(count) });
    return [n, this.t(`importing.geometry.${geometry ?? 'none'}`), this.t('importing.tableFields', { n: fields.length })].filter(Boolean).join(' · ');
  }

  /** Both as they would be read, side by side: people see at once which is theirs. @param {SourceLayer} layer */
  encoding(layer) {
    const { state } = this;
    const encodings = this.store.importing.options?.encodings ?? [];
    const current = state.encoding || layer.encoding || '';
    const problem = this.problem('content', 'encoding');
    const fields = Object.entries(state.both);
    return html`<fieldset class="choices" data-testid="import-encoding"><legend>${this.t('importing.encoding')}</legend>${encodings.map((encoding) => html`<label class="choice"><input type="radio" name="import-encoding" value=${encoding} .checked=${encoding === current} aria-invalid=${problem ? 'true' : 'false'} ?disabled=${Boolean(state.busy)} @change=${() => this.app.importing.chooseEncoding(encoding)}>
      <span>${encoding}</span></label>`)}</fieldset>${this.problemLine('encoding', problem)}
      ${fields.length ? html`<div class="import-scroll"><table class="import-table" data-testid="encoding-samples"><thead><tr><th>${this.t('importing.field')}</th>${encodings.map((encoding) => html`<th>${encoding}</th>`)}</tr></thead>
        <tbody>${fields.slice(0, MOST_FIELDS).map(([name, samples]) => html`<tr><td>${name}</td>${encodings.map((encoding) => html`<td class=${encoding === current ? 'is-chosen' : ''}>${(samples[encoding] ?? []).slice(0, SAMPLES).join(' / ')}</td>`)}</tr>`)}</tbody></table></div>` : nothing}`;
  }

  /** @param {SourceLayer} layer */
  fields(layer) {
    return html`<details open><summary>${this.t('importing.samples')}</summary><div class="import-scroll"><table class="import-table" data-testid="import-samples"><tbody>
      ${layer.fields.map((field) => html`<tr><th scope="row">${field.name}</th><td class="mute">${this.app.texts.code('fieldType', field.type)}</td><td>${field.samples.slice(0, SAMPLES).join(' / ')}</td></tr>`)}</tbody></table></div></details>`;
  }

  /** @param {SourceLayer} layer */
  notes(layer) {
    return (layer.notes ?? []).map(({ message, hint }) => html`<p class="note">${message} ${hint ?? ''}</p>`);
  }

  /** @param {SourceLayer | null} layer */
  systems(layer) {
    const { state, store } = this;
    const [west, , east] = store.setup?.bounds ?? [0, 0, 0, 0];
    const groups = groupedSystems(store.importing.options?.crs ?? [], (west + east) / 2);
    const problem = this.problem('content', 'crs');
    const last = store.importing.saved.find(({ crs }) => crs);
    return html`<label class="field">${this.t('importing.crs')}<select name="import-crs" aria-invalid=${problem ? 'true' : 'false'} aria-describedby="import-problem-crs" @change=${(/** @type {Event} */ event) => this.app.importing.choose({ crs: /** @type {HTMLSelectElement} */ (event.target).value })}>
      <option value="" ?selected=${!state.crs}>${this.t('importing.chooseCrs')}</option>
      ${groups.map(({ id, systems }) => html`<optgroup label=${this.t(`importing.systems.${id}`)}>${systems.map(({ code, label }) => html`<option value=${code} ?selected=${code === state.crs}>${code === label ? code : `${code} · ${label}`}</option>`)}</optgroup>`)}</select></label>
      ${this.problemLine('crs', problem)}<p class="hint">${this.t('importing.crsHint')}
        ${layer ? html`<span data-testid="crs-declared">${this.t(layer.crs_declared ? 'importing.crsDeclared' : 'importing.crsSilent', { crs: layer.crs_declared ?? '' })}</span>` : nothing}
        ${last ? this.t('importing.crsLast', { crs: last.crs ?? '', source: last.source }) : nothing}</p>`;
  }
}
customElements.define('wl-import-content', ImportContent);
