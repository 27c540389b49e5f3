import { html } from 'lit';

/**
 * A unit's name in one line: what is short of room is the station in front, never the vehicle at the end.
 * @param {string} name
 */
export function unitName(name) {
  const [station, vehicle] = splitName(name);
  return html`<span class="unit-name" title=${name}>${station ? html`<span class="station">${station}</span> ` : ''}<span class="vehicle">${vehicle}</span></span>`;
}

/** Station and vehicle; a name of one word is all vehicle. @param {string} name @returns {[string, string]} */
export function splitName(name) {
  const cut = name.lastIndexOf(' ');
  return cut > 0 ? [name.slice(0, cut), name.slice(cut + 1)] : ['', name];
}
