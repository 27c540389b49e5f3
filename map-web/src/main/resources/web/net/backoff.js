const STEPS_MS = [500, 1000, 2000, 4000, 5000];

/** Pause before the next attempt after `failures` failed attempts in a row. @param {number} failures */
export function pauseMs(failures) {
  return STEPS_MS[Math.min(Math.max(failures, 1), STEPS_MS.length) - 1];
}
