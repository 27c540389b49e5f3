/** @import { LonLat } from '../types.js' */

/**
 * @typedef {object} Reading
 * @property {'empty' | 'unreadable' | 'place' | 'beside' | 'outside' | 'mirrored'} state `beside`: in the neighbour's county;
 *   `outside`: so far away that it is a slip; `mirrored`: turned round, which is what `at` is then, it lies in the county
 * @property {LonLat | null} at
 * @property {number} km outside the county
 */

/** The server's own limit: neighbours ask for help. */
const FURTHEST_OUTSIDE_KM = 50;
const KM_PER_DEGREE = 111.32;

/** What people write for letters and marks; the Chinese are north, south latitude, east, west longitude, degree, minute, second. @type {[RegExp, string][]} */
const SPELLINGS = [
  [/\u5317\u7eac/g, 'N'], [/\u5357\u7eac/g, 'S'], [/\u4e1c\u7ecf/g, 'E'], [/\u897f\u7ecf/g, 'W'],
  [/[\u2033"\u201c\u201d\u79d2]|''|\u2032\u2032|\u2019\u2019/g, 's'], [/['\u2032\u2018\u2019\u00b4`\u5206]/g, 'm'], [/[\u00b0\u00ba\u02da\u5ea6]/g, 'd'],
  [/[,;/\u3001]/g, ';'],
];
const TOKEN = /[NSEW]|[-+]?\d+(?:\.\d+)?|[dms]|;/g;
const MARKS = 'dms';

/**
 * Reads a place as people write it: decimal degrees, degrees and minutes, degrees, minutes and seconds; with letters in either order,
 * without letters longitude first. Nothing is turned round silently.
 * @param {string} text
 * @param {readonly number[]} bounds of the county: west, south, east, north
 * @returns {Reading}
 */
export function readCoordinates(text, bounds) {
  if (!text.trim()) return { state: 'empty', at: null, km: 0 };
  const pair = pairOf(tokens(text));
  if (!pair) return { state: 'unreadable', at: null, km: 0 };
  const km = outsideKm(pair, bounds);
  if (onEarth(pair) && km <= FURTHEST_OUTSIDE_KM) return { state: km ? 'beside' : 'place', at: pair, km };
  /** @type {LonLat} */
  const turned = [pair[1], pair[0]];
  if (onEarth(turned) && outsideKm(turned, bounds) === 0) return { state: 'mirrored', at: turned, km: 0 };
  if (onEarth(pair)) return { state: 'outside', at: null, km };
  return onEarth(turned) ? { state: 'outside', at: null, km: outsideKm(turned, bounds) } : { state: 'unreadable', at: null, km: 0 };
}

/** Whether somebody means coordinates by it, readable or not: at least two numbers, and nothing that belongs to none. @param {string} text */
export function looksLikeCoordinates(text) {
  return tokens(text).filter((token) => /\d/.test(token)).length > 1;
}

/** Empty when anything in it belongs to no coordinate. @param {string} text @returns {string[]} */
function tokens(text) {
  const upper = text.toUpperCase().replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const plain = SPELLINGS.reduce((line, [spelling, token]) => line.replace(spelling, token), upper);
  return plain.replace(TOKEN, '').trim() ? [] : plain.match(TOKEN) ?? [];
}

/** Longitude and latitude. @param {string[]} all @returns {LonLat | null} */
function pairOf(all) {
  const letters = all.filter((token) => /[NSEW]/.test(token));
  const [first, second] = letters.length ? byLetter(all) : withoutLetters(all.filter((token, i) => token !== ';' || i < all.length - 1));
  const [a, b] = [degrees(first), degrees(second)];
  if (a === null || b === null) return null;
  if (!letters.length) return [a, b];
  if (letters.length !== 2 || /[NS]/.test(letters[0]) === /[NS]/.test(letters[1])) return null;
  const [x, y] = [signed(a, letters[0]), signed(b, letters[1])];
  return /[EW]/.test(letters[0]) ? [x, y] : [y, x];
}

/** Letters stand before both angles or behind both. @param {string[]} all @returns {string[][]} */
function byLetter(all) {
  const rest = all.filter((token) => token !== ';');
  const ahead = /[NSEW]/.test(rest[0]);
  /** @type {string[][]} */
  const groups = [[]];
  for (const token of rest) {
    if (!/[NSEW]/.test(token)) groups[groups.length - 1].push(token);
    else if (groups[groups.length - 1].length) groups.push([]);
  }
  if (!ahead && groups[groups.length - 1].length === 0) groups.pop();
  return groups.length === 2 ? groups : [];
}

/** Parted by a comma, by degree signs, or two bare numbers. @param {string[]} all @returns {string[][]} */
function withoutLetters(all) {
  const comma = all.indexOf(';');
  if (comma >= 0) return [all.slice(0, comma), all.slice(comma + 1)];
  const second = all.lastIndexOf('d') - 1;
  const cut = second > 0 ? second : 1;
  return [all.slice(0, cut), all.slice(cut)];
}

/** @param {string[] | undefined} group numbers with their marks, which may be left out @returns {number | null} */
function degrees(group) {
  /** @type {number[]} */
  const parts = [];
  for (const token of group ?? []) {
    if (MARKS.includes(token)) {
      if (MARKS.indexOf(token) !== parts.length - 1) return null;
    } else {
      parts.push(Number(token));
    }
  }
  const [whole, ...sixtieths] = parts;
  if (parts.length < 1 || parts.length > 3 || sixtieths.some((n) => n < 0 || n >= 60)) return null;
  if (parts.slice(0, -1).some((n) => !Number.isInteger(n))) return null;
  const share = (sixtieths[0] ?? 0) / 60 + (sixtieths[1] ?? 0) / 3600;
  return whole < 0 ? whole - share : whole + share;
}

/** @param {number} angle @param {string} letter */
function signed(angle, letter) {
  return letter === 'S' || letter === 'W' ? -angle : angle;
}

/** @param {LonLat} at */
function onEarth([lon, lat]) {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** @param {LonLat} at @param {readonly number[]} bounds */
function outsideKm([lon, lat], [west, south, east, north]) {
  const x = Math.max(0, west - lon, lon - east) * Math.cos((lat * Math.PI) / 180);
  return KM_PER_DEGREE * Math.hypot(x, Math.max(0, south - lat, lat - north));
}
