/** @import { LayerType } from '../../layer-types.js' */
/** @import { EditState } from '../../editing-types.js' */
import { attributeField, GEOMETRY, OWN_FIELDS } from './draft.js';

/**
 * What is wrong, by field of the form: found here or told by the server, a row of a table with its number. '' holds what has no field here.
 * @param {Pick<EditState, 'wanting' | 'errors'>} state
 * @param {LayerType} type
 * @param {(why: string) => string} word of what is found here
 * @returns {Record<string, string>}
 */
export function problemsByField({ wanting, errors }, type, word) {
  const found = Object.fromEntries(Object.entries(wanting).map(([field, why]) => [field, word(why)]));
  for (const { pointer, message } of errors) {
    const [, first = '', second = '', row] = pointer.split('/');
    const field = first === 'attributes' ? attributeField(second) : first;
    const known = [...OWN_FIELDS, GEOMETRY, 'reason'].some((it) => it === field) || type.attributes?.some(({ name }) => attributeField(name) === field);
    const text = row === undefined || first !== 'attributes' ? message : `${Number(row) + 1}: ${message}`;
    const at = known ? field : '';
    found[at] = found[at] ? `${found[at]} ${text}` : text;
  }
  return found;
}
