/** @import { AreaKind } from '../area-types.js' */
/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { Panel } from './panel.js';

/** @type {readonly AreaKind[]} */
const KINDS = ['circle', 'polygon', 'corridor', 'road', 'township'];
const RADII = ['500', '1000', '3000', '5000'];
const DISTANCES = ['50', '100', '200', '500'];

/** Which area is asked for: clicked on the map, a road, a township, or the outline of a feature. */
export class AreaForm extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['area', 'layers'];

  /** @override */
  render() {
    const { area, areaState } = this.store;
    const kinds = area.kind === 'feature' ? [...KINDS, /** @type {const} */ ('feature')] : KINDS;
    return html`<form class="area-form" data-testid="area-form" data-kind=${area.kind} @submit=${this.submit}>
      <fieldset class="choices"><legend>${this.t('area.kind')}</legend>${kinds.map((kind) => html`<label class="choice"><input type="radio" name="area-kind" value=${kind} .checked=${kind === area.kind} @change=${() => this.app.areas.choose(kind)}>
        <span>${this.t(`area.kind.${kind}`)}</span></label>`)}</fieldset>
      ${this.fields()} ${this.what()}
      <p class="form-problem" role="alert" data-testid="area-problem">${[areaState.problem, areaState.detail].filter(Boolean).join(' ')}</p>
      <div class="area-buttons"><button class="primary" data-testid="area-ask" ?disabled=${areaState.busy}>${this.t(areaState.busy ? 'area.busy' : 'area.ask')} <kbd>Enter</kbd></button>
        ${area.points.length ? html`<button type="button" data-testid="area-back" @click=${() => this.app.areas.stepBack()}>${this.t('area.back')}</button>` : nothing}
        <button type="button" class="quiet" @click=${() => this.app.areas.clear()}>${this.t('area.clear')}</button></div></form>`;
  }

  fields() {
    const { kind, radiusM, distanceM, road, township, points, feature } = this.store.area;
    switch (kind) {
      case 'circle':
        return html`${this.hint(this.t(points.length ? 'area.hint.moveCircle' : 'area.hint.circle'))}${this.metres('radiusM', 'area.radius', radiusM, RADII)}`;
      case 'polygon':
        return this.hint(this.t('area.hint.polygon', { n: points.length }));
      case 'corridor':
        return html`${this.hint(this.t('area.hint.corridor', { n: points.length }))}${this.metres('distanceM', 'area.distance', distanceM, DISTANCES)}`;
      case 'road':
        return html`<label class="field">${this.t('area.road')}<input name="road" maxlength="100" autocomplete="off" placeholder=${this.t('area.roadHint')} .value=${road} @input=${this.typed}></label>
          ${this.hint(this.t('area.hint.road', { n: points.length }))}${this.metres('distanceM', 'area.distance', distanceM, DISTANCES)}`;
      case 'township':
        return html`<label class="field">${this.t('area.township')}<input name="township" maxlength="100" list="townships" autocomplete="off" placeholder=${this.t('area.townshipHint')} .value=${township} @input=${this.typed}></label>
          <datalist id="townships">${this.store.townships.map((name) => html`<option value=${name}></option>`)}</datalist>`;
      default:
        return this.hint(this.t('area.hint.feature', { name: feature?.feature.properties.name ?? '' }));
    }
  }

  /** @param {string} text */
  hint(text) {
    return html`<p class="hint" data-testid="area-hint">${text}</p>`;
  }

  /** @param {string} name @param {string} label @param {string} value @param {readonly string[]} usual */
  metres(name, label, value, usual) {
    return html`<div><label class="field">${this.t(label)}<input name=${name} inputmode="numeric" autocomplete="off" .value=${value} @input=${this.typed}></label>
      <div class="chips usual">${usual.map((metres) => html`<button type="button" class="chip" aria-pressed=${metres === value} @click=${() => this.app.areas.write({ [name]: metres })}>${this.app.texts.distance(Number(metres))}</button>`)}</div></div>`;
  }

  /** Which layers' features are listed, and by what condition. */
  what() {
    const chosen = this.app.areas.layers();
    const types = this.store.layerTypes.filter((type) => type.count > 0);
    return html`<details class="area-layers"><summary>${this.t('area.layers', { n: chosen.length })}</summary>
      <ul>${types.map((type) => html`<li><label><input type="checkbox" .checked=${chosen.includes(type.id)} @change=${() => this.toggle(type.id)}> ${type.label}</label></li>`)}</ul>
      <label class="field">${this.t('area.filter')}<input name="filter" maxlength="8000" autocomplete="off" spellcheck="false" placeholder=${this.t('area.filterHint')} .value=${this.store.area.filter} @input=${this.typed}></label></details>`;
  }

  /** @param {string} id */
  toggle(id) {
    const layers = new Set(this.app.areas.layers());
    if (!layers.delete(id)) layers.add(id);
    this.app.areas.write({ layers: [...layers] });
  }

  /** @param {InputEvent} event */
  typed(event) {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    this.app.areas.write({ [name]: value });
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    void this.app.areas.ask();
  }
}
customElements.define('wl-area-form', AreaForm);
