/** @import { FieldProblem, Level, LonLat, NewIncident, ReportDraft } from '../types.js' */

/** @param {string} key @returns {ReportDraft} */
export function emptyReport(key) {
  return {
    key, startedAt: null, kind: '', title: '', level: '', place: '', people: '', phone: '', description: '', source: 'phone',
    location: null, touched: [],
  };
}

/** Whether somebody has begun to write it. @param {ReportDraft} draft */
export function isBegun(draft) {
  return draft.startedAt !== null;
}

/**
 * What the one line says by itself: kind by its words, people, telephone. Fields that were filled by hand stay.
 * @param {ReportDraft} draft
 * @param {[string, string][]} kindWords kind and the pattern of its words, the most special first
 * @param {string} peoplePattern with the number as first group
 * @returns {ReportDraft}
 */
export function understood(draft, kindWords, peoplePattern) {
  const free = (/** @type {string} */ field) => !draft.touched.includes(field);
  const found = { ...draft };
  if (free('kind')) found.kind = kindWords.find(([, words]) => words && new RegExp(words, 'i').test(draft.title))?.[0] ?? draft.kind;
  if (free('people')) found.people = new RegExp(peoplePattern, 'i').exec(draft.title)?.[1] ?? '';
  if (free('phone')) found.phone = /(?<!\d)(1\d{10}|0\d{2,3}-?\d{7,8})(?!\d)/.exec(draft.title)?.[1] ?? '';
  return found;
}

/** Fields that are still wanting. @param {ReportDraft} draft @returns {string[]} */
export function missing(draft) {
  return [...(draft.kind ? [] : ['kind']), ...(draft.location ? [] : ['location'])];
}

/**
 * As the contract wants it; only what was filled in.
 * @param {ReportDraft} draft
 * @param {string} titleOtherwise when no title was written
 * @returns {NewIncident}
 */
export function asIncident(draft, titleOtherwise) {
  if (!draft.location) throw new Error('a report has a place');
  /** @type {NewIncident} */
  const report = {
    kind: draft.kind,
    title: withoutPhone(draft).trim() || titleOtherwise,
    location: { type: 'Point', coordinates: draft.location },
    source: draft.source,
  };
  if (draft.level) report.level = /** @type {Level} */ (Number(draft.level));
  if (draft.place.trim()) report.place = draft.place.trim();
  if (draft.people.trim()) report.people = Number(draft.people);
  if (draft.phone.trim()) report.caller_phone = draft.phone.trim();
  if (draft.description.trim()) report.description = draft.description.trim();
  if (draft.startedAt) report.reported_at = draft.startedAt;
  return report;
}

/** The telephone has its own field; in the title it would be read out to everybody. @param {ReportDraft} draft */
function withoutPhone({ title, phone }) {
  return phone.trim() ? title.replace(phone.trim(), '') : title;
}

/** The form again, from a report that was refused. @param {NewIncident} report @param {string} key @returns {ReportDraft} */
export function asDraft(report, key) {
  return {
    ...emptyReport(key),
    startedAt: report.reported_at ?? null,
    kind: report.kind,
    title: report.title,
    level: report.level ? String(report.level) : '',
    place: report.place ?? '',
    people: report.people === undefined ? '' : String(report.people),
    phone: report.caller_phone ?? '',
    description: report.description ?? '',
    source: report.source ?? 'phone',
    location: report.location.coordinates,
    touched: ['kind', 'people', 'phone'],
  };
}

const FIELD_OF_POINTER = /** @type {Record<string, string>} */ ({ caller_phone: 'phone' });

/** Messages by field of the form; '' holds what belongs to no field. @param {FieldProblem[]} errors @returns {Record<string, string>} */
export function messagesByField(errors) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const { pointer, message } of errors) {
    const name = pointer.split('/')[1] ?? '';
    const field = FIELD_OF_POINTER[name] ?? name;
    found[field] = found[field] ? `${found[field]} ${message}` : message;
  }
  return found;
}

/**
 * Coordinates typed as "110.93, 36.69" or "N36.69 E110.93". Without letters longitude comes first, unless only the
 * other order lies within `bounds`.
 * @param {string} text
 * @param {readonly number[]} bounds west, south, east, north
 * @returns {LonLat | null}
 */
export function parseCoordinates(text, bounds) {
  const numbers = text.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  if (numbers.length !== 2 || numbers.some((n) => Math.abs(n) > 180)) return null;
  const [a, b] = numbers;
  const latitudeFirst = /^\s*[NSns]/.test(text) || (!inside([a, b], bounds) && inside([b, a], bounds));
  const found = /** @type {LonLat} */ (latitudeFirst ? [b, a] : [a, b]);
  return Math.abs(found[1]) <= 90 ? found : null;
}

/** @param {number[]} at @param {readonly number[]} bounds */
function inside([lon, lat], [west, south, east, north]) {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
