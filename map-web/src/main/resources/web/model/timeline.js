/** @import { Incident, LogEvent } from '../types.js' */
/** @import { Texts } from '../i18n/texts.js' */
import { numeral } from './levels.js';

/** @typedef {{key: string, values: Record<string, string | number>}} Words a text key of i18n and what goes into it */

/**
 * The words of an event. Unknown types, of a later version, speak for themselves.
 * @param {LogEvent} event
 * @param {ReadonlySet<string>} known types that have words
 * @returns {Words}
 */
export function wordsOf(event, known) {
  if (!known.has(event.event)) return { key: 'event.other', values: { type: event.event } };
  const { incident, order, unit, closure } = event.payload;
  return {
    key: `event.${event.event}`,
    values: {
      unit: order?.unit_name ?? unit?.name ?? '',
      title: incident?.title ?? '',
      number: incident?.number ?? '',
      reason: order?.countermand_reason ?? closure?.reason ?? event.payload.reason ?? '',
    },
  };
}

/** Acts that ask for a look: they went against what was meant. @param {LogEvent} event */
export function isSetback(event) {
  return event.event === 'order.countermanded' || event.event === 'closure.set';
}

/** @typedef {{before: Incident, after: Incident}} Corrected the whole incident, before and after */

/**
 * What came before each correction: events carry the whole incident, so the last that carried one tells.
 * @param {LogEvent[]} events oldest first
 * @returns {Map<number, Corrected>} by sequence number of the correction
 */
export function correctionsIn(events) {
  /** @type {Map<number, Corrected>} */
  const found = new Map();
  /** @type {Incident | undefined} */
  let before;
  for (const { seq, event, payload: { incident: after } } of events) {
    if (event === 'incident.corrected' && before && after) found.set(seq, { before, after });
    before = after ?? before;
  }
  return found;
}

/** What a correction changed, one clause a field; details are too long to repeat. @param {Corrected} correction @param {Texts} texts @returns {string[]} */
export function changesIn({ before, after }, texts) {
  const level = (/** @type {Incident} */ it) => (it.level ? numeral(it.level) : texts.code('level', 'none'));
  const written = (/** @type {string | number | null | undefined} */ value) => String(value ?? '') || texts.t('incident.emptied');
  /** @type {[string, (it: Incident) => string][]} */
  const fields = [
    ['incident.level', level],
    ['incident.kind', (it) => texts.code('kind', it.kind)],
    ['incident.title', (it) => written(it.title)],
    ['report.place', (it) => written(it.place)],
    ['incident.people', (it) => written(it.people)],
  ];
  const clauses = fields.filter(([, value]) => value(before) !== value(after))
    .map(([name, value]) => texts.t('timeline.change', { what: texts.t(name), before: value(before), after: value(after) }));
  if (String(before.location.coordinates) !== String(after.location.coordinates)) clauses.push(texts.t('timeline.moved'));
  if ((before.description ?? '') !== (after.description ?? '')) clauses.push(texts.t('timeline.rewritten'));
  return clauses;
}
