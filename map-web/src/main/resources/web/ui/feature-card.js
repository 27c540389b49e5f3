/** @import { Feature, Selected, Topic } from '../types.js' */
/** @import { Fact } from '../model/feature-facts.js' */
import { html, nothing } from 'lit';
import { changerOf } from '../model/changer.js';
import { factsOf } from '../model/feature-facts.js';
import { anchorOf } from '../model/layers.js';
import { spoken } from '../model/degrees.js';
import { layerSign } from './layer-sign.js';
import { Panel } from './panel.js';
import { tableChart } from './table-chart.js';

const AREAS = ['Polygon', 'MultiPolygon'];

/** What is known of the chosen feature: its attributes by the schema, where it is, and how far all that can be trusted. */
export class FeatureCard extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['feature', 'layers', 'session', 'mode'];

  /** @override */
  render() {
    const selected = this.store.selectedFeature;
    if (!selected) return nothing;
    const type = this.store.layerType(selected.layer);
    return html`<section class="float feature-card" aria-label=${selected.feature?.properties.name ?? ''} data-testid="feature-card" data-layer=${selected.layer} data-feature=${selected.id}>
      <h2>${type ? layerSign(type, this.app.texts) : nothing}<span class="names"><b>${selected.feature?.properties.name || this.t('feature.unnamed')}</b><small>${type?.label ?? selected.layer}</small></span>
        <span class="spring"></span><button class="quiet" aria-label=${this.t('feature.close')} data-testid="feature-close" @click=${() => this.app.features.deselect()}>×</button></h2>
      ${selected.problem ? html`<p class="form-problem" role="alert">${selected.problem}</p>` : nothing}
      ${selected.feature ? this.body(selected.feature, selected) : nothing}</section>`;
  }

  /** @param {Feature} feature @param {Selected} selected */
  body(feature, selected) {
    const words = { yes: this.t('feature.yes'), no: this.t('feature.no'), unit: (/** @type {string} */ unit) => this.app.texts.code('measure', unit) };
    const facts = factsOf(this.store.layerType(selected.layer), feature, words);
    const at = anchorOf(feature);
    return html`<div class="feature-body">
      <dl class="facts-list">${facts.filter((fact) => fact.kind !== 'table').map((fact) => this.fact(fact))}</dl>
      ${facts.filter((fact) => fact.kind === 'table').map((fact) => this.table(fact))}
      <dl class="facts-list trust">${this.trust(feature).map(([key, value]) => html`<dt>${this.t(key)}</dt><dd>${value}</dd>`)}</dl>
      ${this.others(selected)}</div>
      <div class="feature-tools">${at ? html`<button class="small" data-testid="feature-go" @click=${() => this.app.stage.show(feature)}>${this.t('feature.go')}</button>` : nothing}
        ${feature.geometry && AREAS.includes(feature.geometry.type) ? html`<button class="small" data-testid="feature-area" @click=${() => this.app.areas.ofFeature(selected.layer, feature)}>${this.t('feature.area')}</button>` : nothing}
        <wl-feature-tools .app=${this.app}></wl-feature-tools></div>`;
  }

  /** @param {Fact} fact */
  fact({ name, label, kind, text }) {
    return html`<dt>${label}</dt><dd data-attribute=${name}>${kind === 'phone' ? phone(text) : text}</dd>`;
  }

  /** @param {Fact} fact */
  table({ name, label, table }) {
    if (!table) return nothing;
    return html`<div class="fact-table" data-attribute=${name}><h3>${label} <b>${table.rows.length}</b></h3>${tableChart(table, label)}
      <div class="scroll"><table><thead><tr>${table.columns.map((column) => html`<th class=${column.numeric ? 'number' : ''}>${column.label}</th>`)}</tr></thead>
      <tbody>${table.rows.map((row) => html`<tr>${row.map((cell, i) => html`<td class=${table.columns[i].numeric ? 'number' : ''}>${table.columns[i].phone ? phone(cell.text) : cell.text}</td>`)}</tr>`)}</tbody></table></div></div>`;
  }

  /** How far it can be trusted: from whom, how exact, how old. @param {Feature} feature @returns {[string, unknown][]} */
  trust(feature) {
    const { provenance, source, accuracy_m: accuracy, changed_at: changed, revision, external_id: external, valid_to: until } = feature.properties;
    const by = changerOf(this.app.texts, feature.properties);
    const at = anchorOf(feature);
    const day = (/** @type {string} */ text) => this.app.texts.date(Date.parse(text));
    /** @type {[string, unknown][]} */
    const lines = [
      ['feature.provenance', html`<span class=${provenance === 'SYNTHETIC' ? 'synthetic' : ''} data-testid="feature-provenance">${this.app.texts.code('provenance', provenance)}</span>${source ? html` <span class="source" title=${source}>${source}</span>` : nothing}`],
      ['feature.date', changed ? `${day(changed)}${by ? ` · ${by}` : ''}` : this.t('layers.noDate')],
      ['feature.accuracy', typeof accuracy === 'number' ? this.t('unit.accuracy', { m: accuracy }) : this.t('feature.unknown')],
    ];
    if (at) lines.push(['feature.location', spoken(at)]);
    if (until) lines.push(['feature.until', day(until)]);
    if (external) lines.push(['feature.external', external]);
    if (revision) lines.push(['feature.revision', String(revision)]);
    return lines;
  }

  /** What else lies under the same click. @param {Selected} selected */
  others({ others, ...selected }) {
    const rest = others.filter((it) => it.id !== selected.id);
    if (!rest.length) return nothing;
    return html`<div class="others"><h3>${this.t('feature.others')} <b>${rest.length}</b></h3><ul>${rest.map((it) => html`<li><button class="link" @click=${() => this.app.features.select(it.layer, it.id, others)}>
      ${it.name || this.t('feature.unnamed')}</button> <small>${this.store.layerType(it.layer)?.label ?? it.layer}</small></li>`)}</ul></div>`;
  }
}
/** @param {string} text */
function phone(text) {
  return text ? html`<a class="phone" href="tel:${text.replace(/[^+\d]/g, '')}">${text}</a>` : nothing;
}
customElements.define('wl-feature-card', FeatureCard);
