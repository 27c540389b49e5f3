/** @import { Advice, RecommendedUnit, Unit } from '../types.js' */
/** @import { Picture } from './picture.js' */
import { isFree } from './selectors.js';

/** @type {Advice} */
export const NO_ADVICE = { state: 'loading', value: null, newer: null, problem: '', detail: '', byHand: {}, drives: {} };

/** @param {Advice} advice */
const plan = (advice) => advice.value?.plans[0];

/** Units of the plan, then the alternatives, in the order they are numbered. @param {Advice} advice @returns {RecommendedUnit[]} */
export function candidates(advice) {
  return [...(plan(advice)?.units ?? []), ...(advice.value?.alternatives ?? [])];
}

/** Whether a unit is to be sent: as the plan says, unless changed by hand. @param {Advice} advice @param {string} unitId */
export function isChosen(advice, unitId) {
  return advice.byHand[unitId] ?? (plan(advice)?.units ?? []).some((unit) => unit.unit_id === unitId);
}

/** @param {Advice} advice @returns {RecommendedUnit[]} */
export function chosen(advice) {
  return candidates(advice).filter((unit) => isChosen(advice, unit.unit_id));
}

/**
 * Free units chosen by hand that the program does not propose: the dispatcher knows better.
 * @param {Advice} advice
 * @param {Picture} picture
 * @returns {Unit[]}
 */
export function overruled(advice, picture) {
  const proposed = new Set(candidates(advice).map((unit) => unit.unit_id));
  return [...picture.units.values()].filter((unit) => advice.byHand[unit.id] && !proposed.has(unit.id) && isFree(picture, unit));
}

/** How long a unit drives, in s; null until known. @param {Advice} advice @param {string} unitId @returns {number | null} */
export function driveOf(advice, unitId) {
  return candidates(advice).find((unit) => unit.unit_id === unitId)?.duration_s ?? advice.drives[unitId] ?? null;
}

/** What speaks against a unit; empty for one that was not looked at. @param {Advice} advice @param {string} unitId @returns {string[]} */
export function against(advice, unitId) {
  return advice.value?.passed_over.find((unit) => unit.unit_id === unitId)?.reasons.map((reason) => reason.text) ?? [];
}

/** @param {Advice} advice @param {string} unitId @returns {Advice} */
export function toggled(advice, unitId) {
  return { ...advice, byHand: { ...advice.byHand, [unitId]: !isChosen(advice, unitId) } };
}

/** Once it is sent, the choice is carried out: next time it is looked at afresh. @param {Advice} advice @param {string} unitId @returns {Advice} */
export function carriedOut(advice, unitId) {
  const { [unitId]: done, ...byHand } = advice.byHand;
  return done === undefined ? advice : { ...advice, byHand };
}

/** The newer answer takes its place; what was chosen by hand stays so. @param {Advice} advice @returns {Advice} */
export function renewed(advice) {
  return advice.newer ? { ...advice, value: advice.newer, newer: null, state: 'ready' } : advice;
}

/**
 * What is still missing when exactly the chosen units go: the plan's own gaps and the needs of its units that were
 * taken out, less what those put in by hand can do. One unit fills one need.
 * @param {Advice} advice
 * @param {Picture} picture
 * @returns {{capability: string, units: number}[]}
 */
export function openGaps(advice, picture) {
  /** @type {Map<string, number>} */
  const missing = new Map();
  const add = (/** @type {string} */ capability, /** @type {number} */ n) => missing.set(capability, (missing.get(capability) ?? 0) + n);
  for (const gap of plan(advice)?.gaps ?? []) add(gap.capability, gap.units);
  const planned = new Set();
  for (const unit of plan(advice)?.units ?? []) {
    planned.add(unit.unit_id);
    if (!isChosen(advice, unit.unit_id)) unit.fills?.forEach((capability) => add(capability, 1));
  }
  const extra = [...chosen(advice).filter((unit) => !planned.has(unit.unit_id)), ...overruled(advice, picture)].map((unit) => unit.capabilities ?? []);
  const fits = (/** @type {string[]} */ capabilities) => capabilities.filter((capability) => missing.has(capability)).length;
  // Who can do least goes first, so that the others are left for what only they can do.
  for (const capabilities of extra.sort((a, b) => fits(a) - fits(b))) {
    const filled = [...missing.keys()].find((capability) => (missing.get(capability) ?? 0) > 0 && capabilities.includes(capability));
    if (filled) add(filled, -1);
  }
  return [...missing].filter(([, units]) => units > 0).map(([capability, units]) => ({ capability, units }));
}
