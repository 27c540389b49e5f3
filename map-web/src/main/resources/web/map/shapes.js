/** @import { Feature } from '../types.js' */

/**
 * A feature's geometry in the square of the Web Mercator world, 0 to 1 from north-west, computed once: a zoom is then one
 * multiplication. Rows of corners are x, y, x, y …
 * @typedef {{points: number[], lines: Float64Array[], polygons: Float64Array[][], west: number, north: number, east: number, south: number}} Shape
 */

/** @type {WeakMap<Feature, Shape>} */
const known = new WeakMap();

/** @param {Feature} feature @returns {Shape} */
export function shapeOf(feature) {
  let shape = known.get(feature);
  if (!shape) {
    shape = projected(feature);
    known.set(feature, shape);
  }
  return shape;
}

/** @param {number} lon */
export function worldX(lon) {
  return lon / 360 + 0.5;
}

/** @param {number} lat */
export function worldY(lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** @param {Feature} feature @returns {Shape} */
function projected({ geometry }) {
  /** @type {Shape} */
  const shape = { points: [], lines: [], polygons: [], west: Infinity, north: Infinity, east: -Infinity, south: -Infinity };
  const row = (/** @type {import('../types.js').LonLat[]} */ corners) => {
    const found = new Float64Array(corners.length * 2);
    corners.forEach(([lon, lat], i) => {
      const [x, y] = [worldX(lon), worldY(lat)];
      found[2 * i] = x;
      found[2 * i + 1] = y;
      shape.west = Math.min(shape.west, x);
      shape.east = Math.max(shape.east, x);
      shape.north = Math.min(shape.north, y);
      shape.south = Math.max(shape.south, y);
    });
    return found;
  };
  switch (geometry?.type) {
    case 'Point':
      shape.points.push(...row([geometry.coordinates]));
      break;
    case 'MultiPoint':
      shape.points.push(...row(geometry.coordinates));
      break;
    case 'LineString':
      shape.lines.push(row(geometry.coordinates));
      break;
    case 'MultiLineString':
      shape.lines.push(...geometry.coordinates.map(row));
      break;
    case 'Polygon':
      shape.polygons.push(turned(geometry.coordinates.map(row)));
      break;
    case 'MultiPolygon':
      shape.polygons.push(...geometry.coordinates.map((rings) => turned(rings.map(row))));
      break;
    default: // nothing that could be drawn
  }
  return shape;
}

/** The outer ring one way round, holes the other: many areas can then be filled as one path, without gaps where two overlap. @param {Float64Array[]} rings */
function turned(rings) {
  return rings.map((ring, i) => (turns(ring) === (i === 0) ? ring : reversed(ring)));
}

/** Clockwise on the screen. @param {Float64Array} ring */
function turns(ring) {
  let area = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) area += (ring[j] - ring[i]) * (ring[j + 1] + ring[i + 1]);
  return area > 0;
}

/** @param {Float64Array} ring */
function reversed(ring) {
  const back = new Float64Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) {
    back[i] = ring[ring.length - 2 - i];
    back[i + 1] = ring[ring.length - 1 - i];
  }
  return back;
}

/** Whether a point lies inside, holes left out. @param {Float64Array[]} rings @param {number} x @param {number} y */
export function inside(rings, x, y) {
  let within = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      if (ring[i + 1] > y !== ring[j + 1] > y && x < ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]) within = !within;
    }
  }
  return within;
}

/** Distance to a row of corners, in its unit. @param {Float64Array} row @param {number} x @param {number} y */
export function distanceTo(row, x, y) {
  let nearest = Infinity;
  for (let i = 0; i + 3 < row.length; i += 2) {
    const [ax, ay, dx, dy] = [row[i], row[i + 1], row[i + 2] - row[i], row[i + 3] - row[i + 1]];
    const length = dx * dx + dy * dy;
    const share = length ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
    nearest = Math.min(nearest, Math.hypot(x - ax - share * dx, y - ay - share * dy));
  }
  return nearest;
}

/** Half way along. @param {Float64Array} row @returns {{x: number, y: number}} */
export function halfWay(row) {
  let length = 0;
  for (let i = 0; i + 3 < row.length; i += 2) length += Math.hypot(row[i + 2] - row[i], row[i + 3] - row[i + 1]);
  let left = length / 2;
  for (let i = 0; i + 3 < row.length; i += 2) {
    const step = Math.hypot(row[i + 2] - row[i], row[i + 3] - row[i + 1]);
    if (step >= left) {
      const share = step ? left / step : 0;
      return { x: row[i] + (row[i + 2] - row[i]) * share, y: row[i + 1] + (row[i + 3] - row[i + 1]) * share };
    }
    left -= step;
  }
  return { x: row[0], y: row[1] };
}

/**
 * A point inside for a numeral or name: on the level line through the middle of its box, in the middle of the widest stretch inside.
 * @param {Float64Array[]} rings @returns {{x: number, y: number, width: number}} all in the shape's unit
 */
export function labelPoint(rings) {
  const outer = rings[0];
  let [north, south] = [Infinity, -Infinity];
  for (let i = 1; i < outer.length; i += 2) {
    north = Math.min(north, outer[i]);
    south = Math.max(south, outer[i]);
  }
  const y = (north + south) / 2;
  /** @type {number[]} */
  const crossings = [];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      if (ring[i + 1] > y !== ring[j + 1] > y) crossings.push(((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]);
    }
  }
  crossings.sort((a, b) => a - b);
  let best = { x: outer[0], y: outer[1], width: 0 };
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1] - crossings[i];
    if (width > best.width) best = { x: (crossings[i] + crossings[i + 1]) / 2, y, width };
  }
  return best;
}
