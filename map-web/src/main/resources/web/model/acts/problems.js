/** @import { Texts } from '../../i18n/texts.js' */
import { ApiError } from '../../net/api.js';

/**
 * What to tell the person. Anything but an answer of the server is a defect of this program and goes on.
 * @param {unknown} cause
 * @param {Texts} texts
 * @returns {{title: string, detail: string}}
 */
export function told(cause, texts) {
  if (!(cause instanceof ApiError)) throw cause;
  if (cause.status === 0) return { title: texts.t('error.offline'), detail: '' };
  const messages = cause.errors.map((error) => error.message).filter((message) => message !== cause.title);
  return { title: cause.title, detail: [cause.detail, ...messages].filter(Boolean).join(' ') };
}
