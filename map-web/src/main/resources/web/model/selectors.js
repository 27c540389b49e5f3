/** @import { Incident, LonLat, Order, Unit } from '../types.js' */
/** @import { Picture } from './picture.js' */
import { freshness } from './freshness.js';

const UNJUDGED = 5;
const UNANSWERED_AFTER_MS = 60_000;
const ENDED = new Set(['complete', 'countermanded']);

/** @param {Order} order */
export const isActive = (order) => !ENDED.has(order.state);

/** Sent, not acknowledged, for a minute or more. @param {Order} order @param {number} now */
export const isUnanswered = (order, now) => order.state === 'ordered' && now - Date.parse(order.ordered_at) >= UNANSWERED_AFTER_MS;

/** Open incidents, the gravest first, among equals the newest. @param {Picture} picture @returns {Incident[]} */
export function openIncidents(picture) {
  return [...picture.incidents.values()]
    .filter((incident) => incident.state !== 'closed')
    .sort((a, b) => (a.level ?? UNJUDGED) - (b.level ?? UNJUDGED) || Date.parse(b.reported_at) - Date.parse(a.reported_at));
}

/** Closed ones that the server still shows, the last closed first. @param {Picture} picture @returns {Incident[]} */
export function closedIncidents(picture) {
  return [...picture.incidents.values()]
    .filter((incident) => incident.state === 'closed')
    .sort((a, b) => Date.parse(b.closed_at ?? b.reported_at) - Date.parse(a.closed_at ?? a.reported_at));
}

/** Orders of an incident, active ones first, each group by time. @param {Picture} picture @param {string} incidentId @returns {Order[]} */
export function ordersOf(picture, incidentId) {
  return [...picture.orders.values()]
    .filter((order) => order.incident_id === incidentId)
    .sort((a, b) => Number(isActive(b)) - Number(isActive(a)) || Date.parse(a.ordered_at) - Date.parse(b.ordered_at));
}

/** The order a unit is under. @param {Picture} picture @param {string} unitId @returns {Order | undefined} */
export function activeOrderOf(picture, unitId) {
  const named = picture.orders.get(picture.units.get(unitId)?.active_order_id ?? '');
  if (named && isActive(named)) return named;
  return [...picture.orders.values()].find((order) => order.unit_id === unitId && isActive(order));
}

/** Whether the server would take an order for it. @param {Picture} picture @param {Unit} unit */
export function isFree(picture, unit) {
  return (unit.status === 'available' || unit.status === 'returning') && !activeOrderOf(picture, unit.id);
}

/** Active order by unit, for those who need all of them. @param {Picture} picture @returns {Map<string, Order>} */
export function activeOrders(picture) {
  return new Map([...picture.orders.values()].filter(isActive).map((order) => [order.unit_id, order]));
}

/**
 * Forces of each incident: committed and on scene.
 * @param {Picture} picture
 * @returns {Map<string, {committed: number, onScene: number, unanswered: number}>}
 */
export function forces(picture) {
  /** @type {Map<string, {committed: number, onScene: number, unanswered: number}>} */
  const found = new Map();
  for (const order of picture.orders.values()) {
    if (order.state === 'countermanded') continue;
    const sum = found.get(order.incident_id) ?? { committed: 0, onScene: 0, unanswered: 0 };
    sum.committed++;
    if (order.state === 'on_scene' || order.state === 'complete') sum.onScene++;
    if (order.state === 'ordered') sum.unanswered++;
    found.set(order.incident_id, sum);
  }
  return found;
}

/** The figures of the top bar; `waiting` are open incidents to which nobody was sent. @param {Picture} picture */
export function counts(picture) {
  const orders = [...picture.orders.values()];
  const open = openIncidents(picture);
  const sums = forces(picture);
  return {
    incidents: open.length,
    waiting: open.filter((incident) => !sums.get(incident.id)?.committed).length,
    unanswered: orders.filter((order) => order.state === 'ordered').length,
    enRoute: orders.filter((order) => order.state === 'en_route').length,
    onScene: orders.filter((order) => order.state === 'on_scene').length,
  };
}

const BUSY_FIRST = ['ordered', 'en_route', 'on_scene', 'returning', 'available', 'out_of_service'];

/** What the unit list can be narrowed to. */
export const UNIT_FILTERS = /** @type {const} */ (['all', 'available', 'ordered', 'en_route', 'on_scene', 'returning', 'out_of_service', 'lost']);

/** @typedef {typeof UNIT_FILTERS[number]} UnitFilter */

/** @param {Picture} picture @param {Unit} unit @param {UnitFilter} filter @param {number} now */
function passes(picture, unit, filter, now) {
  if (filter === 'all') return true;
  if (filter === 'lost') return isLost(picture, unit, now);
  return unit.status === filter;
}

/** No position that could still be believed. @param {Picture} picture @param {Unit} unit @param {number} now */
export function isLost(picture, unit, now) {
  const state = freshness(picture.fixes.get(unit.id), now);
  return state === 'lost' || state === 'unknown';
}

/** Units of a filter: who is busy first, then by name. @param {Picture} picture @param {UnitFilter} filter @param {number} now @returns {Unit[]} */
export function unitsIn(picture, filter, now) {
  const compare = new Intl.Collator('zh-CN', { numeric: true }).compare;
  return [...picture.units.values()]
    .filter((unit) => passes(picture, unit, filter, now))
    .sort((a, b) => BUSY_FIRST.indexOf(a.status) - BUSY_FIRST.indexOf(b.status) || compare(a.name, b.name));
}

/** How many units each filter has. @param {Picture} picture @param {number} now @returns {Record<UnitFilter, number>} */
export function unitCounts(picture, now) {
  const sums = /** @type {Record<UnitFilter, number>} */ (Object.fromEntries(UNIT_FILTERS.map((filter) => [filter, 0])));
  for (const unit of picture.units.values()) {
    for (const filter of UNIT_FILTERS) if (passes(picture, unit, filter, now)) sums[filter]++;
  }
  return sums;
}

/** When a unit under way should arrive, ms; null before it has left, for nobody knows how long it turns out, and when the way is unknown. @param {Order} order */
export function expectedAt({ departed_at: departed, duration_s: duration }) {
  return departed && duration !== null && duration !== undefined ? Date.parse(departed) + duration * 1000 : null;
}

/** Where a unit is, or where it stands when it never said. @param {Picture} picture @param {Unit} unit @returns {LonLat} */
export function placeOf(picture, unit) {
  const fix = picture.fixes.get(unit.id);
  return fix ? [fix.lon, fix.lat] : unit.base.location.coordinates;
}

/**
 * How far units are from an incident as the crow flies, in degrees of latitude: good for comparing only.
 * @param {Picture} picture
 * @param {Incident} incident
 * @returns {(unit: Unit) => number}
 */
export function crowDistance(picture, incident) {
  const [lon, lat] = incident.location.coordinates;
  const shrink = Math.cos((lat * Math.PI) / 180);
  return (unit) => {
    const [x, y] = placeOf(picture, unit);
    return Math.hypot((x - lon) * shrink, y - lat);
  };
}

/** Free units, the nearest first as the crow flies. @param {Picture} picture @param {Incident} incident @param {number} most @returns {Unit[]} */
export function nearestFree(picture, incident, most) {
  const distance = crowDistance(picture, incident);
  return [...picture.units.values()]
    .filter((unit) => unit.status === 'available')
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, most);
}

/** Whether anything shown is invented. @param {Picture} picture */
export function hasSyntheticUnits(picture) {
  for (const unit of picture.units.values()) if (unit.provenance === 'SYNTHETIC') return true;
  return false;
}
