/** @import { Journal, Shape } from '../../editing-types.js' */
import { vertexCount } from './shape.js';

/** Steps that can be taken back; a shape is small, what is forgotten is the oldest. */
const MOST = 200;

/** One's own drawing steps, each as the shape that stood before. @param {Shape} now @returns {Journal} */
export function begunJournal(now) {
  return { past: [], now, future: [] };
}

/** With as many of the nearest steps as go into a browser's small drawer. @param {Journal} journal @param {number} mostSteps @param {number} mostVertices @returns {Journal} */
export function shortened({ past, now, future }, mostSteps, mostVertices) {
  const steps = Math.min(mostSteps, Math.floor(mostVertices / Math.max(1, vertexCount(now))));
  return { past: past.slice(Math.max(0, past.length - steps)), now, future: future.slice(0, steps) };
}

/** @param {Journal} journal @param {Shape} next @returns {Journal} the same when nothing changed */
export function stepped(journal, next) {
  if (next === journal.now) return journal;
  return { past: [...journal.past, journal.now].slice(-MOST), now: next, future: [] };
}

/** @param {Journal} journal @returns {Journal} */
export function undone({ past, now, future }) {
  if (!past.length) return { past, now, future };
  return { past: past.slice(0, -1), now: past[past.length - 1], future: [now, ...future] };
}

/** @param {Journal} journal @returns {Journal} */
export function redone({ past, now, future }) {
  if (!future.length) return { past, now, future };
  return { past: [...past, now], now: future[0], future: future.slice(1) };
}
