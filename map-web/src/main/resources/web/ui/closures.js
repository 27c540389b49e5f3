/** @import { Closure, RoadName, RoadStretch, Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { Panel } from './panel.js';
import { noEntry } from './signs.js';

const HOURS = ['', '1', '3', '12', '24'];

/** Closing a road by clicking it, and what is closed. */
export class Closures extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['closure', 'closures', 'session', 'tick'];

  /** @override */
  render() {
    const closures = [...this.store.picture.closures.values()].sort((a, b) => Date.parse(b.from) - Date.parse(a.from));
    return html`<section class="closures" aria-label=${this.t('closures.title')} data-testid="closures">
      <h2>${noEntry()} ${this.t('closures.title')}<span class="spring"></span><button class="small" @click=${this.leave}>${this.t('closures.leave')} <kbd>Esc</kbd></button></h2>
      ${this.store.may('closeRoad') ? this.form() : nothing}
      <h3>${this.t('closures.inForce', { n: closures.length })}</h3>
      ${closures.length ? nothing : html`<p class="empty short">${this.t('closures.empty')}</p>`}
      <ul class="rows" data-testid="closure-list">${closures.map((closure) => this.row(closure))}</ul></section>`;
  }

  constructor() {
    super();
    /** The stretch whose reason was asked for. @type {RoadStretch | null} */
    this.offered = null;
  }

  /** @override */
  firstUpdated() {
    /** @type {HTMLElement | null} */ (this.querySelector('[data-testid="closure-centre"]'))?.focus();
  }

  /** @override */
  updated() {
    const { stretch } = this.store.closure;
    if (stretch && stretch !== this.offered) /** @type {HTMLElement | null} */ (this.querySelector('input[name="reason"]'))?.focus();
    this.offered = stretch;
  }

  form() {
    const { closure, closureState } = this.store;
    return html`<form class="closure-form" @submit=${this.submit}>
      <p class="stretch" data-testid="stretch">${closure.stretch ? html`<b>${this.name(closure.stretch)}</b>` : html`${this.t(closureState.busy ? 'closures.searching' : 'closures.pick')}<small>${this.t('closures.pickHint')}</small>`}
        <button type="button" class="small" data-testid="closure-centre" @click=${() => this.app.closures.pick(this.app.stage.view().centre)}>${this.t('closures.centre')}</button></p>
      ${closure.stretch ? html`
        <label class="field">${this.t('closures.reason')}<input name="reason" maxlength="500" autocomplete="off" placeholder=${this.t('closures.reasonPlaceholder')} .value=${closure.reason} @input=${this.typed}></label>
        <fieldset class="choices"><legend>${this.t('closures.until')}</legend>${HOURS.map((hours) => html`<label class="choice"><input type="radio" name="hours" value=${hours}
          .checked=${hours === closure.hours} @change=${this.typed}><span>${hours ? this.t('closures.hours', { n: hours }) : this.t('closures.noEnd')}</span></label>`)}</fieldset>
        <button class="primary wide" data-testid="closure-submit" ?disabled=${closureState.busy}>${this.t(closureState.busy ? 'closures.busy' : 'closures.submit')}</button>` : nothing}
      <p class="form-problem" role="alert" data-testid="closure-problem">${[closureState.problem, closureState.detail].filter(Boolean).join(' ')}</p></form>`;
  }

  /** @param {RoadName} stretch */
  name(stretch) {
    const name = [stretch.ref, stretch.name].filter(Boolean).join(' ') || this.t('closures.unnamed');
    return `${name} · ${this.app.texts.code('road', stretch.road_class)}`;
  }

  /** @param {Closure} closure */
  row(closure) {
    const until = closure.until ? this.t('closures.until.at', { time: this.app.texts.time(Date.parse(closure.until), this.store.now()) }) : '';
    return html`<li class="closure-row" data-testid="closure" data-closure=${closure.id}><div class="grow"><b>${closure.reason}</b>
      <span class="roads" data-testid="closure-roads">${this.app.texts.list((closure.roads ?? []).map((road) => this.name(road)))}</span><span class="mute">${this.app.texts.time(Date.parse(closure.from), this.store.now())} ${closure.reported_by} ${until}</span></div>
      <button class="small" data-testid="locate" @click=${() => this.show(closure)}>${this.t('incident.centre')}</button>
      ${this.store.may('closeRoad') ? html`<button class="small" data-testid="lift" @click=${() => this.app.closures.lift(closure)}>${this.t('closures.lift')}</button>` : nothing}</li>`;
  }

  /** @param {Closure} closure */
  show(closure) {
    const line = closure.stretches?.coordinates[0];
    if (line) this.app.stage.centre(line[Math.floor(line.length / 2)]);
  }

  /** @param {InputEvent} event */
  typed(event) {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    this.app.closures.write({ [name]: value });
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    void this.app.closures.close();
  }

  leave() {
    this.app.closures.clear();
    this.store.mode = 'incident';
    this.store.notify('mode');
  }
}
customElements.define('wl-closures', Closures);
