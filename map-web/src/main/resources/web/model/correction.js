/** @import { Correction, CorrectionFields, Incident, IncidentCorrection } from '../types.js' */

/** @param {Incident} incident @returns {CorrectionFields} */
export function fieldsOf({ title, kind, place, people, description, location }) {
  return { title, kind, place: place ?? '', people: people === null ? '' : String(people), description: description ?? '', location: location.coordinates };
}

/** @param {Incident} incident @returns {Correction} */
export function begunFrom(incident) {
  return { base: incident, seen: incident, fields: fieldsOf(incident), touched: [], busy: false, problem: '', errors: [] };
}

/** @param {Correction} correction @param {Partial<CorrectionFields>} change @returns {Correction} */
export function written(correction, change) {
  const touched = /** @type {(keyof CorrectionFields)[]} */ ([...new Set([...correction.touched, ...Object.keys(change)])]);
  return { ...correction, fields: { ...correction.fields, ...change }, touched };
}

/** Somebody was faster: what this person changed stays, the rest is as it is now. @param {Correction} correction @param {Incident} latest @returns {Correction} */
export function overtaken(correction, latest) {
  const mine = Object.fromEntries(correction.touched.map((field) => [field, correction.fields[field]]));
  return { ...correction, seen: latest, fields: { ...fieldsOf(latest), ...mine } };
}

/** Fields that this person and somebody else changed, with the other's value. @param {Correction} correction @returns {Partial<CorrectionFields>} */
export function theirs({ base, seen, touched, fields }) {
  const [before, now] = [fieldsOf(base), fieldsOf(seen)];
  return Object.fromEntries(touched.filter((field) => String(before[field]) !== String(now[field]) && String(now[field]) !== String(fields[field])).map((field) => [field, now[field]]));
}

/** What is to be different; null when nothing is. @param {Correction} correction @returns {IncidentCorrection | null} */
export function asCorrection({ seen, fields, touched }) {
  const now = fieldsOf(seen);
  const changed = touched.filter((field) => String(now[field]) !== String(fields[field]));
  if (!changed.length) return null;
  return Object.fromEntries(changed.map((field) => {
    if (field === 'people') return [field, Number(fields.people)];
    if (field === 'location') return [field, { type: 'Point', coordinates: fields.location }];
    return [field, fields[field].trim()];
  }));
}
