/** @import { LonLat } from '../types.js' */
/** @import { Reading } from '../model/coordinates.js' */
import { html, nothing } from 'lit';
import { Asking } from '../model/asking.js';
import { readCoordinates } from '../model/coordinates.js';
import { decimal } from '../model/degrees.js';
import { Panel } from './panel.js';

const NO_BOUNDS = [-180, -90, 180, 90];

/** Where something is: clicked on the map, typed, or the middle of the map. What is typed and is no place empties the place. */
export class LocationField extends Panel {
  static properties = { ...Panel.properties, at: { attribute: false }, problem: { attribute: false }, written: { attribute: false }, typing: { state: true }, left: { state: true } };

  constructor() {
    super();
    /** @type {LonLat | null} */
    this.at = null;
    /** What else is wrong with the place. */
    this.problem = '';
    /** @type {(at: LonLat | null) => void} */
    this.written = () => undefined;
    /** What stands in the field while it is not just the place. @type {string | null} */
    this.typing = null;
    /** Whether whoever typed is done: before that nothing is wrong yet. */
    this.left = false;
    this.asking = new Asking((text, limit) => this.app.search.readings(text, limit), () => this.requestUpdate());
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    // The place came from elsewhere, such as a click on the map.
    if (changed.has('at') && this.typing !== null && String(this.reading().at ?? '') !== String(this.at ?? '') && this.at) this.show(null);
  }

  /** @returns {Reading} */
  reading() {
    return readCoordinates(this.typing ?? '', this.store.setup?.bounds ?? NO_BOUNDS);
  }

  /** @override */
  render() {
    const shown = this.typing ?? (this.at ? decimal(this.at) : '');
    const reading = this.reading();
    const mirrored = reading.state === 'mirrored';
    const text = (this.left && this.said(reading)) || this.problem;
    return html`<div><label class="field">${this.t('report.location')}
      <span class="with-button"><input name="coordinates" .value=${shown} placeholder=${this.t('report.locationHint')} autocomplete="off" spellcheck="false" aria-invalid=${text || mirrored ? 'true' : 'false'}
        aria-describedby="problem-location" @input=${this.typed} @keydown=${this.pressed} @blur=${this.leave}>
        <button type="button" class="small" @click=${() => this.take(this.app.stage.view().centre)}>${this.t('report.centre')}</button></span></label>
      ${mirrored && reading.at ? html`<p class="offer" role="alert"><span>${this.t('report.mirrored')}</span>
        <button type="button" class="small" data-testid="turn-round" @click=${() => this.take(reading.at)}>${this.t('report.turnRound', { pair: decimal(reading.at) })} <kbd>Enter</kbd></button></p>` : nothing}
      ${this.offers()}
      ${reading.state === 'beside' ? html`<p class="hint" data-testid="beside">${this.t('report.beside', { km: Math.ceil(reading.km) })}</p>` : nothing}
      <p class="field-problem" id="problem-location" data-testid="problem-location">${text}</p></div>`;
  }

  /** What the server reads in it: plane coordinates, those of other systems. Each is offered, none is taken silently. */
  offers() {
    const { results } = this.asking;
    if (!results?.length) return nothing;
    return html`<ul class="readings" role="alert"><li class="mute">${this.t('report.readAs')}</li>${results.map(({ detail, location }) => html`<li><button type="button" class="small" data-testid="reading"
      @click=${() => this.take(location.coordinates)}>${decimal(location.coordinates)}</button> <span>${detail}</span></li>`)}</ul>`;
  }

  /** @param {Reading} reading */
  said({ state, km }) {
    if (state === 'unreadable') return this.t('report.badCoordinates');
    return state === 'outside' ? this.t('report.outside', { km: Math.round(km), county: this.store.setup?.county ?? '' }) : '';
  }

  /** @param {string | null} text */
  show(text) {
    this.typing = text;
    this.left = false;
    this.asking.clear();
  }

  /** @param {InputEvent} event */
  typed(event) {
    this.show(/** @type {HTMLInputElement} */ (event.target).value);
    const { state, at } = this.reading();
    if (state === 'unreadable' || state === 'outside') this.asking.ask(this.typing ?? '', false);
    this.written(state === 'mirrored' ? null : at);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const { state, at } = this.reading();
    if (event.key !== 'Enter' || event.isComposing || state !== 'mirrored') return;
    event.preventDefault();
    this.take(at);
  }

  /** @param {LonLat | null} at */
  take(at) {
    this.show(null);
    this.written(at);
    if (at) this.app.stage.reveal(at);
  }

  /** The person is done with it, by leaving the field or by sending. */
  leave() {
    if (this.typing === null) return;
    const { state, at } = this.reading();
    if (state === 'place' || state === 'empty') this.show(null);
    else this.left = true;
    if (at && state !== 'mirrored') this.app.stage.reveal(at);
  }
}
customElements.define('wl-location-field', LocationField);
