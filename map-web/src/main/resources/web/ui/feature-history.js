/** @import { LayerType } from '../layer-types.js' */
/** @import { Difference, FeatureHistory, FeatureVersion } from '../editing-types.js' */
/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { changerOf } from '../model/changer.js';
import { before, differences, rowDifferences, shiftM } from '../model/editing/differences.js';
import { attributeName, GEOMETRY } from '../model/editing/draft.js';
import { attributeOf } from '../model/editing/values.js';
import { Panel } from './panel.js';
import { fieldLabel, fieldText, rowText } from './value-text.js';

const MOST_ROWS = 6;

/** Every state of a feature: when, who, why, what changed; any of them can be brought back. */
export class HistoryPanel extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['history', 'layers', 'session'];

  /** @override */
  render() {
    const { history } = this.store.editing;
    if (!history) return nothing;
    const type = this.store.layerTypes.find(({ id }) => id === history.layer);
    const name = String(history.versions?.[0]?.feature.properties.name ?? '');
    return html`<section class="closures feature-history" aria-label=${this.t('history.title')} data-testid="history-panel" data-feature=${history.id}>
      <h2>${this.t('history.title')}<span class="mute">${[type ? this.app.texts.label(type) : history.layer, name].filter(Boolean).join(' · ')}</span><span class="spring"></span>
        <button class="small" data-testid="history-close" @click=${() => this.app.history.close()}>${this.t('closures.leave')} <kbd>Esc</kbd></button></h2>
      <p class="hint pad">${this.t('history.onMap')} <i class="swatch is-before"></i>${this.t('history.before')} <i class="swatch is-after"></i>${this.t('history.after')}</p>
      ${history.problem && !history.restoring ? html`<p class="form-problem" role="alert">${history.problem}</p>` : nothing}
      <ol class="rows">${(history.versions ?? []).map((version) => this.version(history, version, type))}</ol></section>`;
  }

  /** @param {FeatureHistory} history @param {FeatureVersion} version @param {LayerType | undefined} type */
  version(history, version, type) {
    const versions = history.versions ?? [];
    const old = before(versions, version);
    const chosen = history.chosen === version.revision;
    const changes = old && version.act !== 'removed' ? differences(old.feature, version.feature, type) : [];
    return html`<li class="version ${chosen ? 'is-chosen' : ''}" data-testid="version" data-revision=${version.revision} data-act=${version.act}>
      <button class="bare" aria-pressed=${chosen} @click=${() => this.app.history.choose(version.revision)}>
        <span class="version-head"><b>${this.app.texts.code('act', version.act)}</b> <time>${this.app.texts.time(Date.parse(version.at), this.store.now())}</time> <span>${changerOf(this.app.texts, version.feature.properties)}</span> <span class="mute">${this.t('history.revision', { n: version.revision })}</span></span>
        <span class="version-reason">${version.reason || this.t('history.noReason')}</span></button>
      ${changes.length ? html`<dl class="changes">${changes.map((change) => this.change(change, old, version, type))}</dl>` : nothing}
      ${chosen ? this.restoring(history, version) : nothing}</li>`;
  }

  /** @param {Difference} difference @param {FeatureVersion | null} old @param {FeatureVersion} version @param {LayerType | undefined} type */
  change({ field, before: was, after }, old, version, type) {
    const { texts } = this.app;
    const attribute = attributeOf(type, attributeName(field) ?? '');
    if (attribute?.type === 'table') return html`<dt>${texts.label(attribute)}</dt><dd data-field=${field}>${this.rows(was, after, attribute)}</dd>`;
    const shift = field === GEOMETRY && old ? shiftM(old.feature, version.feature) : null;
    return html`<dt>${fieldLabel(texts, type, field)}</dt><dd data-field=${field}><del>${fieldText(texts, type, field, was)}</del> → <ins>${fieldText(texts, type, field, after)}</ins>
      ${shift !== null && shift >= 0.1 ? html` <small>${this.t('history.shift', { length: texts.length(shift) })}</small>` : nothing}</dd>`;
  }

  /** @param {unknown} was @param {unknown} after @param {NonNullable<ReturnType<typeof attributeOf>>} attribute */
  rows(was, after, attribute) {
    const { gone, came } = rowDifferences(was, after);
    const list = (/** @type {Record<string, unknown>[]} */ rows, /** @type {boolean} */ isNew) => rows.slice(0, MOST_ROWS).map((row) => (isNew ? html`<ins class="row">+ ${rowText(this.app.texts, attribute, row)}</ins>` : html`<del class="row">− ${rowText(this.app.texts, attribute, row)}</del>`));
    const more = Math.max(0, gone.length - MOST_ROWS) + Math.max(0, came.length - MOST_ROWS);
    return html`${list(gone, false)}${list(came, true)}${more ? html`<small>${this.t('history.moreRows', { n: more })}</small>` : nothing}`;
  }

  /** @param {FeatureHistory} history @param {FeatureVersion} version */
  restoring(history, version) {
    const isNewest = history.versions?.[0] === version;
    if (!this.store.may('editFeature') || version.act === 'removed' || isNewest) return nothing;
    return html`<form class="restore" @submit=${this.submit}><label class="field">${this.t('history.restoreReason')}<input name="restore-reason" .value=${history.reason} maxlength="500" autocomplete="off"
        @input=${(/** @type {InputEvent} */ event) => this.app.history.change({ reason: /** @type {HTMLInputElement} */ (event.target).value })}></label>
      <button class="primary small" data-testid="restore" ?disabled=${history.busy || !history.reason.trim()}>${this.t('history.restore')}</button>
      <p class="form-problem" role="alert" data-testid="history-problem">${history.problem}</p></form>`;
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    void this.app.history.restore();
  }
}
customElements.define('wl-history', HistoryPanel);
