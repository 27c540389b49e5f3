/** @import { Level } from '../types.js' */

const NUMERALS = ['', '\u2160', '\u2161', '\u2162', '\u2163'];

/** @param {Level | null} level */
export const numeral = (level) => (level ? NUMERALS[level] : '?');
