/** @import { LogEvent } from '../types.js' */

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
