/** @import { DataSource } from '../area-types.js' */
/** @import { Texts } from '../i18n/texts.js' */
import { html, nothing } from 'lit';

/** Where figures come from and how old they are; a figure without that is a rumour. @param {readonly DataSource[]} sources @param {Texts} texts */
export function dataSources(sources, texts) {
  if (!sources.length) return nothing;
  return html`<ul class="data-sources">${sources.map((it) => html`<li title=${it.source}><span class=${it.synthetic ? 'synthetic' : ''}>${texts.code('provenance', it.provenance)}</span>
    · ${texts.date(Date.parse(it.newest))} ${texts.t('area.age', { n: it.age_days })}${it.accuracy_worst_m === null ? nothing : html` · ${texts.t('unit.accuracy', { m: it.accuracy_worst_m })}`} · ${it.source}</li>`)}</ul>`;
}
