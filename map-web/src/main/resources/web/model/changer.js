/** @import { Feature } from '../layer-types.js' */
/** @import { Texts } from '../i18n/texts.js' */

const SYSTEM = 'system:';

/** Who made this state of a feature, as people know them; parts of the program have words. @param {Texts} texts @param {Partial<Feature['properties']>} properties @returns {string} */
export function changerOf(texts, { changed_by: by, changed_by_name: name }) {
  if (!by?.startsWith(SYSTEM)) return name || by || '';
  const part = by.slice(SYSTEM.length);
  return texts.codes('changer').includes(part) ? texts.code('changer', part) : texts.t('changer.system');
}
