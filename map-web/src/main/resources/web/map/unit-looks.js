/** @import { Fix, Freshness, Order, Unit } from '../types.js' */
import { freshness } from '../model/freshness.js';
import { isUnanswered } from '../model/selectors.js';

/**
 * @typedef {object} UnitLook what decides a unit's picture
 * @property {string} state
 * @property {Freshness} freshness
 * @property {number | null} courseDeg
 * @property {string} glyph
 * @property {boolean} [small] idle, at an overview
 */

/** Drawn on top and labelled first: the selected, then who is under orders. */
export const RANK = { selected: 3, unanswered: 2, underOrders: 1, other: 0 };

/** @param {Unit} unit @param {Fix} fix @param {Order | undefined} order @param {number} now @param {string} glyph @returns {UnitLook} */
export function lookOf(unit, fix, order, now, glyph) {
  const state = order?.state === 'acknowledged' && unit.status === 'ordered' ? 'acknowledged' : unit.status;
  return { state, freshness: freshness(fix, now), courseDeg: state === 'en_route' ? fix.courseDeg : null, glyph };
}

/** @param {Unit} unit @param {Order | undefined} order @param {boolean} selected @param {number} now */
export function rankOf(unit, order, selected, now) {
  if (selected) return RANK.selected;
  if (order && isUnanswered(order, now)) return RANK.unanswered;
  return order || unit.status === 'en_route' || unit.status === 'on_scene' ? RANK.underOrders : RANK.other;
}
