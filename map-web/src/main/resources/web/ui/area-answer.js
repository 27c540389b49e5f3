/** @import { AreaAnswer, Exposed, SelectedLayer, Sum } from '../area-types.js' */
/** @import { LonLat, Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { isSynthetic } from '../model/area.js';
import { anchorOf } from '../model/layers.js';
import { dataSources } from './data-sources.js';
import { Panel } from './panel.js';
import { printHead } from './print-head.js';

/** Who and what is in the area: figures, how they were counted, from where and how old; to be looked up and printed. */
export class AreaAnswerPanel extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['area', 'layers'];

  /** @override */
  render() {
    const answer = this.store.areaAnswer;
    if (!answer) return nothing;
    const { exposure, selection } = answer;
    const there = exposure.results.filter((it) => it.count);
    const none = exposure.results.filter((it) => !it.count).map((it) => it.label);
    return html`<section class="area-answer printed" data-testid="area-answer" aria-label=${answer.title}>
      ${printHead(this.app, answer.title, answer.at, isSynthetic([...exposure.results, ...(selection?.results ?? [])]))}
      <h3>${answer.title}<span class="spring"></span><button class="small screen-only" data-testid="area-print" @click=${() => window.print()}>${this.t('area.print')}</button></h3>
      <p class="mute pad">${this.t('area.size', { size: this.size(answer) })} · ${this.app.texts.time(answer.at, answer.at)}</p>
      <ul class="exposed">${there.map((it) => this.exposed(it))}</ul>
      ${there.length ? nothing : html`<p class="empty short">${this.t('area.nothing')}</p>`}
      ${none.length ? html`<p class="mute pad">${this.t('area.none')}${this.t('join.colon')}${this.app.texts.list(none)}</p>` : nothing}
      ${selection ? html`<h3>${this.t('area.selected')} <b>${selection.results.reduce((sum, it) => sum + it.count, 0)}</b></h3><p class="mute pad">${selection.rule}</p>
        <ul class="exposed">${selection.results.map((it) => this.selected(it))}</ul>` : nothing}</section>`;
  }

  /** @param {AreaAnswer} answer */
  size({ exposure: { area } }) {
    return this.app.texts.area(area.area_ha * 10_000);
  }

  /** @param {Exposed} it */
  exposed({ layer, label, count, sums, length_km: length, area_ha: area, uncertain, rule, sources, features }) {
    const facts = [...Object.values(sums).map((sum) => this.sum(sum)), length ? `${length} km` : '', area ? this.app.texts.area(area * 10_000) : ''].filter(Boolean);
    return html`<li data-testid="exposed" data-layer=${layer}><details><summary><b>${label}</b> <span class="figure">${count}</span><span class="facts">${facts.join(' · ')}</span>
        ${uncertain.at_border ? html`<span class="due">${this.t('area.atBorder', { n: uncertain.at_border })}</span>` : nothing}</summary>
      <p class="rule">${rule}</p>${this.list(layer, features.map((it) => ({ id: it.id, name: it.name, at: it.location.coordinates })), count)}</details>${dataSources(sources, this.app.texts)}</li>`;
  }

  /** A sum without what is not known would be too small. @param {Sum} sum */
  sum({ label, unit, sum, unknown }) {
    if (sum === null) return '';
    const text = [label, this.app.texts.count(sum), unit ? this.app.texts.code('measure', unit) : ''].filter(Boolean).join(' ');
    return unknown ? `${text} (${this.t('area.unknown', { n: unknown })})` : text;
  }

  /** @param {SelectedLayer} it */
  selected({ layer, label, count, features, sources }) {
    return html`<li data-testid="selected-layer" data-layer=${layer}><details><summary><b>${label}</b> <span class="figure">${count}</span></summary>
      ${this.list(layer, features.map((it) => ({ id: it.id ?? '', name: it.properties.name ?? '', at: anchorOf(it) })), count)}</details>${dataSources(sources, this.app.texts)}</li>`;
  }

  /** @param {string} layer @param {{id: string, name: string, at: LonLat | null}[]} features @param {number} count */
  list(layer, features, count) {
    return html`<ol class="exposed-list">${features.map((it) => html`<li><button class="link" @click=${() => this.go(layer, it.id, it.at)}>${it.name || this.t('feature.unnamed')}</button></li>`)}</ol>
      ${count > features.length ? html`<p class="rule">${this.t('area.more', { n: count - features.length })}</p>` : nothing}`;
  }

  /** @param {string} layer @param {string} id @param {LonLat | null} at */
  go(layer, id, at) {
    void this.app.features.select(layer, id);
    if (at) this.app.stage.reveal(at);
  }
}
customElements.define('wl-area-answer', AreaAnswerPanel);
