/** @import { Found } from '../types.js' */
import { html, nothing } from 'lit';
import { ApiError } from '../net/api.js';
import { Asking } from '../model/asking.js';
import { looksLikeCoordinates } from '../model/coordinates.js';
import { spoken } from '../model/degrees.js';
import { Panel } from './panel.js';

/** A field with what the search finds for its text below it: arrow keys, Enter, a click. */
export class Suggesting extends Panel {
  constructor() {
    super();
    this.asking = new Asking((text, limit) => this.app.search.find(text, limit), () => this.requestUpdate());
    /** Whether Enter takes the first answer without arrow keys. */
    this.takesFirst = true;
  }

  get listId() {
    return `found-${this.localName}`;
  }

  /** Somebody chose it. @param {Found} _found */
  take(_found) {}

  /** What is found; that nothing is, is read out too: the region is there before its words. */
  list() {
    return html`<div class="found-said" role="status" aria-live="polite">${this.none()}</div>${this.found()}`;
  }

  none() {
    const { results, failure, text } = this.asking;
    if (failure) return html`<p class="found-none">${failure instanceof ApiError && !failure.isUnanswered ? failure.title : this.t('search.failed')}</p>`;
    if (!results || results.length) return nothing;
    return html`<p class="found-none" data-testid="found-none">${this.t(looksLikeCoordinates(text) ? 'search.noCoordinates' : 'search.none')}</p>`;
  }

  found() {
    const { results, active } = this.asking;
    if (!results?.length) return nothing;
    return html`<ul class="found-list" role="listbox" id=${this.listId}>${results.map((found, i) => html`<li role="option" id="${this.listId}-${i}" aria-selected=${i === active} data-testid="found" data-kind=${found.kind}
      @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => this.choose(found)}><b>${found.name}</b><span class="kind">${this.kind(found)}</span><small>${this.detail(found)}</small></li>`)}</ul>`;
  }

  /** @param {Found} found */
  kind({ kind, layer }) {
    const type = kind === 'feature' && layer ? this.store.layerType(layer) : undefined;
    return type ? this.app.texts.label(type) : this.app.texts.code('foundKind', kind);
  }

  /** @param {Found} found */
  detail({ detail, location }) {
    return detail || spoken(location.coordinates);
  }

  /** @param {Found} found */
  choose(found) {
    this.asking.clear();
    this.take(found);
  }

  /** Whether the key was one of the list's. @param {KeyboardEvent} event */
  pressed(event) {
    if (event.isComposing) return false;
    const arrow = { ArrowDown: /** @type {const} */ (1), ArrowUp: /** @type {const} */ (-1) }[event.key];
    const chosen = this.asking.chosen();
    if (arrow && this.asking.results) this.asking.step(arrow);
    else if (event.key === 'Enter' && chosen) this.choose(chosen);
    else if (event.key === 'Escape' && (this.asking.results || this.asking.failure)) this.asking.clear();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}
