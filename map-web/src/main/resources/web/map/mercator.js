const RADIUS_M = 6_378_137;
const TILE_PX = 256;

/** Ground metres per screen pixel at a latitude. @param {number} lat @param {number} zoom */
export function metresPerPixel(lat, zoom) {
  return (Math.cos((lat * Math.PI) / 180) * 2 * Math.PI * RADIUS_M) / (TILE_PX * 2 ** zoom);
}

/** The longest of 1, 2, 5, 10 … metres that fits into so many pixels. @param {number} perPixel @param {number} mostPx @returns {{metres: number, px: number}} */
export function scaleBar(perPixel, mostPx) {
  const most = perPixel * mostPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((n) => n * power).find((n) => n <= most) ?? power;
  return { metres, px: Math.round(metres / perPixel) };
}

const WORTH_A_FRACTION = 0.5;

/**
 * The zoom to show something at that would just fit at `exact`: between two levels only in the upper half, where the pictures of the
 * next level are shrunk and stay sharp; below that the whole level, at which it still fills seven tenths.
 * @param {number} exact
 */
export function fittingZoom(exact) {
  const whole = Math.floor(exact);
  return exact - whole >= WORTH_A_FRACTION ? exact : whole;
}
