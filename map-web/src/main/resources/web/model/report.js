/** @import { FieldProblem, Level, NewIncident, ReportDraft } from '../types.js' */

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

const OLD_AFTER_MS = 12 * 3_600_000;

/** So old that it is rather another call's: it is offered to be thrown away. @param {ReportDraft} draft @param {number} now */
export function isOld(draft, now) {
  return draft.startedAt !== null && now - Date.parse(draft.startedAt) >= OLD_AFTER_MS;
}

/** When it was begun; an old one that somebody goes on with begins now. @param {ReportDraft} draft @param {number} now @returns {ReportDraft} */
export function begun(draft, now) {
  return isBegun(draft) && !isOld(draft, now) ? draft : { ...draft, startedAt: new Date(now).toISOString() };
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
