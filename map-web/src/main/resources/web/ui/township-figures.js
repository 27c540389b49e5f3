/** @import { LayerFigures, Statistics } from '../area-types.js' */
/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { isSynthetic } from '../model/area.js';
import { dataSources } from './data-sources.js';
import { Panel } from './panel.js';
import { printHead } from './print-head.js';

const NUMBERS = ['integer', 'number'];

/** A layer counted and summed by township. */
export class TownshipFigures extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['area', 'layers'];

  /** @override */
  render() {
    const { layer, attribute, answer, busy, problem } = this.store.figures;
    const type = this.store.layerType(layer);
    const numbers = (type?.attributes ?? []).filter((it) => NUMBERS.includes(it.type));
    return html`<div class="area-form"><label class="field">${this.t('figures.layer')}<select name="figures-layer" @change=${this.chosen}><option value="">${this.t('figures.choose')}</option>
        ${this.store.layerTypes.filter((it) => it.count > 0).map((it) => html`<option value=${it.id} ?selected=${it.id === layer}>${it.label}</option>`)}</select></label>
      ${numbers.length ? html`<label class="field">${this.t('figures.attribute')}<select name="figures-attribute" @change=${this.chosen}><option value="">${this.t('figures.count')}</option>
        ${numbers.map((it) => html`<option value=${it.name} ?selected=${it.name === attribute}>${it.label}</option>`)}</select></label>` : nothing}
      ${busy ? html`<p class="hint">${this.t('area.busy')}</p>` : nothing}<p class="form-problem" role="alert">${problem}</p></div>
      ${answer ? this.answer(answer, type?.label ?? layer, numbers.find((it) => it.name === attribute)?.label ?? '') : nothing}`;
  }

  /** @param {Statistics} answer @param {string} label @param {string} attribute */
  answer({ results, outside, whole, rule, sources, township_sources: areas, notes }, label, attribute) {
    const title = this.t('figures.title', { layer: label });
    const columns = this.columns([...results, whole], attribute);
    const row = (/** @type {LayerFigures} */ it, /** @type {string} */ name) => html`<tr><td>${name}</td>${columns.map(([, value]) => html`<td class="number">${value(it)}</td>`)}</tr>`;
    return html`<section class="area-answer printed" data-testid="figures" aria-label=${title}>${printHead(this.app, title, this.store.figures.at, isSynthetic([{ sources: [...sources, ...areas] }]))}
      <h3>${title}<span class="spring"></span><button class="small screen-only" data-testid="figures-print" @click=${() => window.print()}>${this.t('area.print')}</button></h3>
      ${notes.map((note) => html`<p class="note">${note.text}</p>`)}
      <div class="fact-table"><div class="scroll"><table><thead><tr><th>${this.t('figures.township')}</th>${columns.map(([name]) => html`<th class="number">${name}</th>`)}</tr></thead>
        <tbody>${results.map((it) => row(it, it.name ?? it.code ?? ''))}${outside.count ? row(outside, this.t('figures.outside')) : nothing}</tbody><tfoot>${row(whole, this.t('figures.whole'))}</tfoot></table></div></div>
      <p class="rule pad">${rule}</p>${dataSources(sources, this.app.texts)}</section>`;
  }

  /** Only what there is. @param {LayerFigures[]} rows @param {string} attribute @returns {[string, (it: LayerFigures) => string][]} */
  columns(rows, attribute) {
    const has = (/** @type {keyof LayerFigures} */ key) => rows.some((it) => typeof it[key] === 'number');
    const number = (/** @type {number | null | undefined} */ value) => (typeof value === 'number' ? this.app.texts.count(value) : '');
    /** @type {[string, (it: LayerFigures) => string][]} */
    const columns = [[this.t('figures.count'), (it) => number(it.count)]];
    if (has('sum')) columns.push([attribute, (it) => number(it.sum)]);
    if (has('mean')) columns.push([this.t('figures.mean'), (it) => (typeof it.mean === 'number' ? it.mean.toFixed(1) : '')]);
    if (rows.some((it) => it.unknown)) columns.push([this.t('figures.unknown'), (it) => number(it.unknown)]);
    if (has('length_km')) columns.push(['km', (it) => number(it.length_km)]);
    if (has('area_ha')) columns.push(['ha', (it) => number(it.area_ha)]);
    return columns;
  }

  chosen() {
    const value = (/** @type {string} */ name) => /** @type {HTMLSelectElement | null} */ (this.querySelector(`[name=${name}]`))?.value ?? '';
    void this.app.areas.figures(value('figures-layer'), value('figures-attribute'));
  }
}
customElements.define('wl-township-figures', TownshipFigures);
