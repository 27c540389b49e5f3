/** @import { Closure, EventMessage, Fix, FixRow, Incident, Order, PositionsMessage, Realm, SnapshotMessage, Topic, Unit } from '../types.js' */
import { withInterval } from './freshness.js';

/** A copy with the item put in by its id; an older revision never replaces a newer one. @template {{id: string, revision?: number}} T @param {ReadonlyMap<string, T>} map @param {T[]} items */
export function replaceById(map, items) {
  const copy = new Map(map);
  for (const item of items) {
    const known = copy.get(item.id);
    if ((known?.revision ?? 0) <= (item.revision ?? Infinity)) copy.set(item.id, item);
  }
  return copy;
}

/** @template {{id: string}} T @param {T[]} items @returns {Map<string, T>} */
function byId(items) {
  return new Map(items.map((item) => [item.id, item]));
}

/** What the server's live picture is, as far as this screen knows. Each `take` says which topics changed. */
export class Picture {
  constructor() {
    /** @type {Realm | null} */
    this.realm = null;
    /** @type {ReadonlyMap<string, Incident>} */
    this.incidents = new Map();
    /** @type {ReadonlyMap<string, Order>} */
    this.orders = new Map();
    /** @type {ReadonlyMap<string, Unit>} */
    this.units = new Map();
    /** @type {ReadonlyMap<string, Closure>} */
    this.closures = new Map();
    /** Changed in place: thousands a second. @type {Map<string, Fix>} */
    this.fixes = new Map();
  }

  /** @param {SnapshotMessage} message @returns {Topic[]} */
  takeSnapshot(message) {
    this.realm = message.realm;
    this.incidents = byId(message.incidents);
    this.orders = byId(message.orders);
    this.units = byId(message.units);
    this.closures = byId(message.closures);
    for (const id of this.fixes.keys()) if (!this.units.has(id)) this.fixes.delete(id);
    for (const unit of message.units) this.takeLatest(unit);
    return ['incidents', 'orders', 'units', 'closures', 'fixes', 'session'];
  }

  /** @param {EventMessage} message @returns {Topic[]} */
  takeEvent({ payload }) {
    /** @type {Topic[]} */
    const changed = ['timeline'];
    if (payload.incident) {
      this.takeIncident(payload.incident);
      changed.push('incidents');
    }
    const orders = [payload.order, ...(payload.orders ?? [])].filter((order) => order !== undefined);
    if (orders.length) {
      this.orders = replaceById(this.orders, orders);
      changed.push('orders');
    }
    const units = [payload.unit, ...(payload.units ?? [])].filter((unit) => unit !== undefined);
    if (units.length) changed.push(...this.takeUnits(units));
    if (payload.closure) {
      this.takeClosure(payload.closure);
      changed.push('closures');
    }
    return changed;
  }

  /** @param {Unit[]} units @returns {Topic[]} */
  takeUnits(units) {
    this.units = replaceById(this.units, units);
    units.forEach((unit) => this.takeLatest(unit));
    return ['units', 'fixes'];
  }

  /** @param {Incident} incident */
  takeIncident(incident) {
    this.incidents = replaceById(this.incidents, [incident]);
  }

  /** @param {Order} order */
  takeOrder(order) {
    this.orders = replaceById(this.orders, [order]);
  }

  /** @param {Closure} closure */
  takeClosure(closure) {
    const closures = new Map(this.closures);
    if (closure.lifted_at) closures.delete(closure.id);
    else closures.set(closure.id, closure);
    this.closures = closures;
  }

  /** @param {PositionsMessage} message @returns {Topic[]} */
  takePositions(message) {
    for (const row of message.fixes) this.takeFix(row);
    return ['fixes'];
  }

  /** @param {Unit} unit */
  takeLatest({ id, latest }) {
    if (!latest) return;
    const [lon, lat] = latest.location.coordinates;
    this.takeFix([id, lon, lat, latest.fix_at, latest.speed_kmh, latest.course_deg, latest.accuracy_m, latest.source]);
  }

  /** A fix older than the known one is left out. @param {FixRow} row */
  takeFix([id, lon, lat, at, speedKmh, courseDeg, accuracyM, source]) {
    const fixAt = Date.parse(at);
    const known = this.fixes.get(id);
    if (known && known.fixAt > fixAt) return;
    const intervals = known ? withInterval(known.intervals, fixAt - known.fixAt) : [];
    this.fixes.set(id, { lon, lat, fixAt, speedKmh, courseDeg, accuracyM, source, intervals });
  }
}
