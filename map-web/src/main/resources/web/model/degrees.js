/** @import { LonLat } from '../types.js' */

/** @param {number} degrees @param {string} letters positive and negative */
function degreesMinutes(degrees, letters) {
  const tenths = Math.round(Math.abs(degrees) * 600);
  const whole = Math.floor(tenths / 600);
  const minutes = ((tenths - whole * 600) / 10).toFixed(1).padStart(4, '0');
  return `${letters[degrees < 0 ? 1 : 0]} ${whole}°${minutes}′`;
}

/** As it is read out on the radio: N 36°41.5′ E 110°56.0′. @param {LonLat} at */
export function spoken([lon, lat]) {
  return `${degreesMinutes(lat, 'NS')} ${degreesMinutes(lon, 'EW')}`;
}

/** Six places as in documents, longitude first. @param {LonLat} at */
export function decimal([lon, lat]) {
  return `${lon.toFixed(5)}, ${lat.toFixed(5)}`;
}
