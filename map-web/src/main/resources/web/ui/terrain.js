/** @import { AboutTerrain, TerrainKind, TerrainPoints, TerrainProfile, Viewshed } from '../terrain-types.js' */
/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { windOf } from '../model/terrain.js';
import { Panel } from './panel.js';
import { profileChart } from './profile-chart.js';

/** @type {readonly TerrainKind[]} */
const KINDS = ['point', 'profile', 'viewshed'];

/** How high and steep the ground is, along a line too, and what a lookout sees. */
export class TerrainPanel extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['terrain'];

  /** @override */
  render() {
    const { kind, points } = this.store.terrain;
    const { busy, problem, detail } = this.store.terrainState;
    return html`<section class="terrain-panel" aria-label=${this.t('terrain.heading')} data-testid="terrain-panel">
      <h2>${this.t('terrain.heading')}<span class="spring"></span><button class="small" @click=${this.leave}>${this.t('closures.leave')} <kbd>Esc</kbd></button></h2>
      <div class="chips area-tabs">${KINDS.map((it) => html`<button class="chip" aria-pressed=${it === kind} data-testid="terrain-${it}" @click=${() => this.app.terrain.choose(it)}>${this.t(`terrain.kind.${it}`)}</button>`)}</div>
      <form class="area-form" data-testid="terrain-form" data-kind=${kind} @submit=${this.send}>
        <p class="hint">${this.t(`terrain.how.${kind}`)}</p>
        ${kind === 'viewshed' ? [this.number('heightM'), this.number('targetM'), this.number('radiusKm')] : nothing}
        ${kind === 'point' ? nothing : html`<div class="area-buttons"><button class="primary" ?disabled=${busy} data-testid="terrain-ask">${this.t(busy ? 'terrain.busy' : 'terrain.ask')}</button>
          <button type="button" ?disabled=${!points.length} data-testid="terrain-back" @click=${() => this.app.terrain.stepBack()}>${this.t('terrain.back')}</button></div>`}
        ${problem ? html`<p class="problem" role="alert" data-testid="terrain-problem">${problem} ${detail}</p>` : nothing}
      </form>${this.answer()}</section>`;
  }

  /** @param {'heightM' | 'targetM' | 'radiusKm'} name */
  number(name) {
    return html`<label class="field">${this.t(`terrain.${name}`)}<input name=${name} inputmode="decimal" autocomplete="off" .value=${this.store.terrain[name]} @change=${(/** @type {Event & {target: HTMLInputElement}} */ event) => this.app.terrain.write({ [name]: event.target.value })}></label>`;
  }

  answer() {
    const { point, profile, viewshed } = this.store.terrainState;
    if (point) return this.point(point);
    if (profile) return this.profile(profile);
    return viewshed ? this.viewshed(viewshed) : nothing;
  }

  /** @param {TerrainPoints} answer */
  point(answer) {
    const [{ elevation_m: elevation, slope_deg: slope, aspect_deg: aspect, cover }] = answer.results;
    return this.facts(answer, [
      ['elevation', elevation === null ? this.t(`terrain.cover.${cover}`) : `${elevation} m`],
      ['slope', slope === null ? this.t('terrain.unknown') : `${slope}°`],
      ['aspect', aspect === null ? this.t(slope === 0 ? 'terrain.level' : 'terrain.unknown') : `${this.t(`terrain.wind.${windOf(aspect)}`)} ${Math.round(aspect)}°`],
    ]);
  }

  /** @param {TerrainProfile} answer */
  profile(answer) {
    const { length_m: length, climb_m: climb, descent_m: descent, gaps } = answer;
    return html`${profileChart(answer, this.app.texts)}${this.facts(answer, [
      ['length', this.app.texts.distance(length)],
      ['climb', `${Math.round(climb)} m`],
      ['descent', `${Math.round(descent)} m`],
      ...(gaps.length ? /** @type {[string, string][]} */ ([['gaps', gaps.map((gap) => `${this.app.texts.distance(gap.from_m)}–${this.app.texts.distance(gap.to_m)}`).join(', ')]]) : []),
    ])}`;
  }

  /** @param {Viewshed} answer */
  viewshed(answer) {
    const share = (/** @type {number} */ part) => `${(part * 100).toFixed(1)} %`;
    return html`${this.facts(answer, [['visible', share(answer.visible_share)], ['hidden', share(answer.hidden_share)], ['notKnown', share(answer.unknown_share)], ['eye', `${Math.round(answer.eye_m)} m`]])}
      <p class="hint terrain-rule">${this.t('terrain.rule', { resolution: Math.round(answer.resolution_m), refraction: answer.refraction })}</p>`;
  }

  /** @param {AboutTerrain} about @param {[string, string][]} rows */
  facts(about, rows) {
    return html`<dl class="terrain-facts" data-testid="terrain-answer">${rows.map(([key, value]) => html`<div data-fact=${key}><dt>${this.t(`terrain.fact.${key}`)}</dt><dd>${value}</dd></div>`)}</dl>
      <p class="hint terrain-rule" data-testid="terrain-sources">${about.synthetic ? html`<b>${this.t('terrain.synthetic')}</b> ` : nothing}${about.sources.map((it) => [it.name, it.data_date, it.accuracy_m === null ? null : `±${it.accuracy_m} m`].filter(Boolean).join(' · ')).join('; ')}</p>`;
  }

  /** @param {SubmitEvent} event */
  send(event) {
    event.preventDefault();
    void this.app.terrain.ask();
  }

  leave() {
    this.store.mode = 'incident';
    this.store.notify('mode');
  }
}
customElements.define('wl-terrain-panel', TerrainPanel);
