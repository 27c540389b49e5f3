import { html } from 'lit';
import { nameParts } from '../model/unit-names.js';

/**
 * A unit's name in one line: what is short of room loses its middle, never the end that tells it from others.
 * @param {string} name
 */
export function unitName(name) {
  const [front, end] = nameParts(name);
  return html`<span class="unit-name" title=${name}>${front ? html`<span class="front">${front}</span>` : ''}<span class="end">${end}</span></span>`;
}
