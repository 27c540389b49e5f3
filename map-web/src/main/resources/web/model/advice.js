/** @import { Advice, RecommendedUnit } from '../types.js' */

/** @type {Advice} */
export const NO_ADVICE = { state: 'loading', value: null, newer: null, problem: '', detail: '', byHand: {} };

/** Units of the plan, then the alternatives, in the order they are numbered. @param {Advice} advice @returns {RecommendedUnit[]} */
export function candidates(advice) {
  return [...(advice.value?.plans[0]?.units ?? []), ...(advice.value?.alternatives ?? [])];
}

/** Whether a candidate is to be sent: as the plan says, unless changed by hand. @param {Advice} advice @param {string} unitId */
export function isChosen(advice, unitId) {
  return advice.byHand[unitId] ?? (advice.value?.plans[0]?.units ?? []).some((unit) => unit.unit_id === unitId);
}

/** @param {Advice} advice @returns {RecommendedUnit[]} */
export function chosen(advice) {
  return candidates(advice).filter((unit) => isChosen(advice, unit.unit_id));
}

/** @param {Advice} advice @param {string} unitId @returns {Advice} */
export function toggled(advice, unitId) {
  return { ...advice, byHand: { ...advice.byHand, [unitId]: !isChosen(advice, unitId) } };
}

/** The newer answer takes its place; what was chosen by hand stays so. @param {Advice} advice @returns {Advice} */
export function renewed(advice) {
  return advice.newer ? { ...advice, value: advice.newer, newer: null, state: 'ready' } : advice;
}
