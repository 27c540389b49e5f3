/** @import { App } from './app.js' */
import { html, nothing } from 'lit';

/** Above what is printed, and only there: of which county and realm, when, by whom; what is invented says so on paper too. @param {App} app @param {string} title @param {number} at ms @param {boolean} synthetic */
export function printHead({ store, texts }, title, at, synthetic) {
  const realm = store.picture.realm;
  return html`<header class="print-only"><h1>${title}</h1>
    <p>${store.setup?.county ?? ''}${realm ? html` · ${texts.t(`realm.${realm.kind}`)}` : nothing} · ${texts.date(at)} ${texts.clock(at)} · ${store.session?.user.display_name ?? ''}</p>
    ${synthetic ? html`<p class="print-mark">${texts.t('map.synthetic')}</p>` : nothing}</header>`;
}
