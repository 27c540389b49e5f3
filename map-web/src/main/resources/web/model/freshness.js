/** @import { Fix, Freshness } from '../types.js' */

const KEPT_INTERVALS = 4;
const USUAL_INTERVAL_MS = 30_000;
const SHORTEST_MS = 10_000;
const LONGEST_MS = 300_000;

/**
 * How often a device reports, learnt from itself: the longest of its last gaps, so that a parked vehicle that
 * reports once a minute does not look lost. ms.
 * @param {Fix} fix
 */
export function reportInterval(fix) {
  const longest = fix.intervals.length ? Math.max(...fix.intervals) : USUAL_INTERVAL_MS;
  return Math.min(Math.max(longest, SHORTEST_MS), LONGEST_MS);
}

/** @param {number[]} intervals @param {number} gap @returns {number[]} */
export function withInterval(intervals, gap) {
  return gap > 0 ? [...intervals.slice(1 - KEPT_INTERVALS), gap] : intervals;
}

/**
 * Below 3 intervals solid, below 10 ageing, below 30 stale, then lost.
 * @param {Fix | undefined} fix
 * @param {number} now server time, ms
 * @returns {Freshness}
 */
export function freshness(fix, now) {
  if (!fix) return 'unknown';
  const intervals = (now - fix.fixAt) / reportInterval(fix);
  if (intervals < 3) return 'fresh';
  if (intervals < 10) return 'ageing';
  return intervals < 30 ? 'stale' : 'lost';
}
