/** @import { Setup } from '../types.js' */
/** @import { Texts } from '../i18n/texts.js' */

/** How old the base data is; empty for what is invented: it never was true on any day. @param {Setup | null} setup @param {Texts} texts */
export function dataDate(setup, texts) {
  const date = setup?.data_date;
  if (!date && setup?.provenance === 'SYNTHETIC') return '';
  return date ? texts.t('layers.dataDate', { date }) : texts.t('layers.noDate');
}
