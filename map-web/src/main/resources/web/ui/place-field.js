/** @import { Found, Topic } from '../types.js' */
import { html } from 'lit';
import { Suggesting } from './suggesting.js';

/** The words for the place in the report; what the search knows by them gives the position too. */
export class PlaceField extends Suggesting {
  /** @type {readonly Topic[]} */
  static topics = ['report', 'layers'];
  static properties = { ...Suggesting.properties, problem: { attribute: false } };

  constructor() {
    super();
    this.problem = '';
    // Enter sends the report unless somebody went into the list.
    this.takesFirst = false;
  }

  /** @override */
  render() {
    const { active, results } = this.asking;
    return html`<div class="place-field"><label class="field">${this.t('report.place')}
      <input name="place" role="combobox" .value=${this.store.report.place} placeholder=${this.t('report.placePlaceholder')} autocomplete="off" spellcheck="false" aria-expanded=${results !== null} aria-controls=${this.listId}
        aria-activedescendant=${active >= 0 ? `${this.listId}-${active}` : ''} aria-autocomplete="list" aria-invalid=${this.problem ? 'true' : 'false'} aria-describedby="problem-place"
        @input=${this.typed} @keydown=${this.pressed} @blur=${() => this.asking.clear()}></label>
      ${this.list()}<p class="field-problem" id="problem-place" data-testid="problem-place">${this.problem}</p></div>`;
  }

  /** @param {InputEvent} event */
  typed(event) {
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    this.app.incidents.write({ place: value });
    this.asking.ask(value, this.takesFirst);
  }

  /** @override @param {Found} found */
  take(found) {
    this.app.search.place(found, true);
    this.app.stage.reveal(found.location.coordinates);
  }
}
customElements.define('wl-place-field', PlaceField);
