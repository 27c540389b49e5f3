/** @import { Found, Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { Suggesting } from './suggesting.js';

/** One field for names, initials, codes and coordinates, over the map. */
export class SearchBox extends Suggesting {
  /** @type {readonly Topic[]} */
  static topics = ['layers', 'search'];

  /** @override */
  render() {
    const { active, results } = this.asking;
    return html`<div class="float search-box" role="search">
      <input type="text" role="combobox" aria-label=${this.t('search.label')} aria-expanded=${results !== null} aria-controls=${this.listId} aria-activedescendant=${active >= 0 ? `${this.listId}-${active}` : nothing} aria-autocomplete="list"
        placeholder=${this.t('search.placeholder')} autocomplete="off" spellcheck="false" data-testid="search" @input=${this.typed} @keydown=${this.keyed} @blur=${this.leave}>
      ${this.store.foundPlace ? html`<button class="quiet" aria-label=${this.t('search.clear')} data-testid="search-clear" @click=${this.forget}>×</button>` : html`<kbd>/</kbd>`}
      ${this.list()}</div>`;
  }

  get field() {
    return /** @type {HTMLInputElement} */ (this.querySelector('input'));
  }

  typed() {
    this.asking.ask(this.field.value, this.takesFirst);
  }

  /** @param {KeyboardEvent} event */
  keyed(event) {
    if (this.pressed(event) || event.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.forget();
      this.field.blur();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const text = this.field.value.trim();
      if (text) void this.asking.now(text, true);
    }
  }

  /** @override @param {Found} found */
  take(found) {
    this.field.value = found.name;
    this.field.blur();
    this.app.search.choose(found);
    this.app.stage.centre(found.location.coordinates);
  }

  leave() {
    this.asking.clear();
  }

  forget() {
    this.field.value = '';
    this.asking.clear();
    this.app.search.forget();
  }
}
customElements.define('wl-search-box', SearchBox);
