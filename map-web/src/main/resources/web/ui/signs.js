/** @import { Level, UnitStatus } from '../types.js' */
import { html, svg } from 'lit';
import { numeral } from '../model/levels.js';

/** The level as a chip: colour and numeral, never colour alone. @param {Level | null} level @param {string} label */
export function levelChip(level, label) {
  return html`<span class="level level-${level ?? 'none'}" title=${label} aria-label=${label}>${numeral(level)}</span>`;
}

/** A unit's state as on the map: circle, told apart by fill and by shape. @param {UnitStatus | 'acknowledged' | 'lost'} state */
export function unitSign(state) {
  return html`<svg class="unit-sign is-${state}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${inner(state)}</svg>`;
}

/** @param {string} state */
function inner(state) {
  switch (state) {
    case 'ordered':
      return svg`<circle class="body" cx="8" cy="8" r="6.4"/><path class="cue-line" d="M8 4.6V8l2.4 1.5"/>`;
    case 'acknowledged':
      return svg`<circle class="body" cx="8" cy="8" r="6.4"/><path class="cue-line" d="M5.2 8.2l2 2 3.6-4"/>`;
    case 'en_route':
      return svg`<circle class="body" cx="8" cy="8" r="6.4"/><path class="cue" d="M8 3.8l3.2 6.4L8 8.8l-3.2 1.4z"/>`;
    case 'on_scene':
      return svg`<circle class="body" cx="8" cy="8" r="6.4"/><circle class="cue" cx="8" cy="8" r="2.3"/>`;
    case 'returning':
      return svg`<circle class="body" cx="8" cy="8" r="5.7"/><path class="half" d="M8 2.3a5.7 5.7 0 0 1 0 11.4z"/>`;
    case 'out_of_service':
      return svg`<circle class="body" cx="8" cy="8" r="5.7"/><path class="cross" d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"/>`;
    case 'lost':
      return svg`<circle class="body" cx="8" cy="8" r="5.7"/><path class="cross" d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4"/>`;
    default:
      return svg`<circle class="body" cx="8" cy="8" r="5.7"/>`;
  }
}

/** The mark of the program: a watchtower. */
export function watchtower() {
  return html`<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
    <path d="M16 3l9 6H7z M9 11h14v3H9z M11.5 16h9l2.5 13h-3l-.8-4.5h-6.4L12 29H9z M13.6 18.5l-.7 3.5h6.2l-.7-3.5z" fill-rule="evenodd"/>
  </svg>`;
}

/** No entry: on a closed road. */
export function noEntry() {
  return html`<svg class="no-entry" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><circle cx="10" cy="10" r="8"/><path d="M5.5 10h9"/></svg>`;
}
