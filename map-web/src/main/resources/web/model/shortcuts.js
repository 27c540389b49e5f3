/**
 * @typedef {object} Press what is needed of a KeyboardEvent
 * @property {string} key
 * @property {boolean} ctrlKey
 * @property {boolean} altKey
 * @property {boolean} metaKey
 * @property {boolean} isComposing
 * @property {boolean} [repeat]
 */

/** Command by key. Shown in the help in this order. @type {readonly [string, string][]} */
export const SHORTCUTS = [
  ['n', 'report'],
  ['/', 'search'],
  ['[', 'previous'],
  [']', 'next'],
  ['1-9', 'toggle'],
  ['d', 'dispatch'],
  ['c', 'closures'],
  ['p', 'editing'],
  ['s', 'area'],
  ['g', 'terrain'],
  [' ', 'centre'],
  ['f', 'county'],
  ['l', 'layers'],
  ['u', 'units'],
  ['t', 'timeline'],
  ['Escape', 'leave'],
  ['?', 'help'],
];

const BY_KEY = new Map(SHORTCUTS);

/**
 * The command a key press means, or null. While somebody writes, or an input method composes, keys are letters;
 * only Escape stays a command.
 * @param {Press} press
 * @param {boolean} writing the focus is in a field
 * @param {boolean} onControl the focus is on a button or link, which takes the space bar itself
 * @returns {{command: string, digit: number} | null}
 */
export function commandOf(press, writing, onControl) {
  if (press.isComposing || press.key === 'Process' || press.ctrlKey || press.altKey || press.metaKey || press.repeat) return null;
  if (press.key === 'Escape') return { command: 'leave', digit: 0 };
  if (writing || (onControl && press.key === ' ')) return null;
  if (/^[1-9]$/.test(press.key)) return { command: 'toggle', digit: Number(press.key) };
  const command = BY_KEY.get(press.key.length === 1 ? press.key.toLowerCase() : press.key);
  return command ? { command, digit: 0 } : null;
}
