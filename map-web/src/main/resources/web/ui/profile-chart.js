/** @import { TerrainProfile } from '../terrain-types.js' */
/** @import { Texts } from '../i18n/texts.js' */
import { html, nothing, svg } from 'lit';
import { stretches } from '../model/terrain.js';

const WIDTH = 320;
const HEIGHT = 130;
const LEFT = 38;
const BOTTOM = 18;
const TOP = 8;
const RIGHT = 6;

/** The ground along a line, seen from the side; where no height is known there is nothing. @param {TerrainProfile} profile @param {Texts} texts */
export function profileChart({ length_m: length, lowest_m: lowest, highest_m: highest, samples }, texts) {
  if (lowest === null || highest === null) return nothing;
  const rise = Math.max(1, highest - lowest);
  const x = (/** @type {number} */ distance) => LEFT + (distance / length) * (WIDTH - LEFT - RIGHT);
  const y = (/** @type {number} */ elevation) => HEIGHT - BOTTOM - ((elevation - lowest) / rise) * (HEIGHT - BOTTOM - TOP);
  const floor = HEIGHT - BOTTOM;
  return html`<figure class="table-chart"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${texts.t('terrain.kind.profile')} data-testid="profile-chart">
    ${stretches(samples).map((stretch) => {
      const line = stretch.map(({ distance, elevation }) => `${x(distance).toFixed(1)} ${y(elevation).toFixed(1)}`).join('L');
      return svg`<path class="terrain-ground" d="M${x(stretch[0].distance).toFixed(1)} ${floor}L${line}L${x(stretch[stretch.length - 1].distance).toFixed(1)} ${floor}Z"/><path class="curve curve-0" d="M${line}"/>`;
    })}
    <path class="axis" d="M${LEFT} ${TOP}V${floor}H${WIDTH - RIGHT}"/>
    <text class="end" x=${LEFT - 3} y=${TOP + 8}>${Math.round(highest)}</text><text class="end" x=${LEFT - 3} y=${floor}>${Math.round(lowest)}</text>
    <text x=${LEFT} y=${HEIGHT - 4}>0</text><text class="end" x=${WIDTH - RIGHT} y=${HEIGHT - 4}>${texts.distance(length)}</text></svg></figure>`;
}
