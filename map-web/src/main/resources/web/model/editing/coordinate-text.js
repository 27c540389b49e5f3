/** @import { Shape, ShapeKind } from '../../editing-types.js' */
/** @import { LonLat } from '../../types.js' */
import { readCoordinates } from '../coordinates.js';

/** Between parts; between the rings of an area stands an empty line. */
const PART = '---';
/** About a centimetre. */
const PLACES = 7;

/** @param {LonLat} at */
export function written([lon, lat]) {
  return `${lon.toFixed(PLACES)}, ${lat.toFixed(PLACES)}`;
}

/** A shape as lines that can be typed: a vertex a line. @param {Shape} shape */
export function textOf({ kind, parts }) {
  const join = kind === 'point' ? '\n' : `\n${PART}\n`;
  return parts.map((rings) => rings.map((path) => path.map(written).join('\n')).join('\n\n')).join(join);
}

/**
 * The shape that is typed. A vertex whose line stayed as it was keeps its full figures.
 * @param {string} text
 * @param {Shape} shape as it was
 * @param {readonly number[]} bounds of the county
 * @returns {{shape: Shape | null, line: number, state: string}} the first line that is no place, and why; lines count from 1
 */
export function typedShape(text, shape, bounds) {
  const known = new Map(shape.parts.flat(2).map((at) => [written(at), at]));
  /** @type {LonLat[][][]} */
  const parts = [[[]]];
  for (const [i, line] of text.split('\n').entries()) {
    const typed = line.trim();
    if (!typed || typed === PART) {
      begin(parts, shape.kind, typed === PART);
      continue;
    }
    const reading = readCoordinates(typed, bounds);
    if (!reading.at || reading.state === 'mirrored') return { shape: null, line: i + 1, state: reading.state };
    const part = parts[parts.length - 1];
    part[part.length - 1].push(known.get(typed) ?? reading.at);
  }
  const full = parts.map((rings) => rings.filter((path) => path.length)).filter((rings) => rings.length);
  const split = shape.kind === 'point' ? full.flat(2).map((at) => [[at]]) : full;
  return { shape: { ...shape, parts: split }, line: 0, state: '' };
}

/** @param {LonLat[][][]} parts @param {ShapeKind} kind @param {boolean} isPart */
function begin(parts, kind, isPart) {
  const part = parts[parts.length - 1];
  if (!part[part.length - 1].length) {
    // An empty line around the mark of a part begins nothing of its own.
    if (isPart && part.length > 1) parts.splice(-1, 1, part.slice(0, -1), [[]]);
    return;
  }
  if (isPart || kind === 'line') parts.push([[]]);
  else part.push([]);
}
