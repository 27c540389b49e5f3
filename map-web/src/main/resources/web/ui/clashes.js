/** @import { LayerType } from '../layer-types.js' */
/** @import { FeatureDraft } from '../editing-types.js' */
/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { changerOf } from '../model/changer.js';
import { attributeName, clashes, fieldsOf, GEOMETRY } from '../model/editing/draft.js';
import { geometryOf } from '../model/editing/shape.js';
import { attributeOf } from '../model/editing/values.js';
import { Panel } from './panel.js';
import { fieldLabel, fieldText, rowText } from './value-text.js';

/** Somebody was faster: what both changed stands side by side, and the person says which is to be. */
export class Clashes extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['editing', 'layers'];

  /** @override */
  render() {
    const hand = this.app.editing.hand();
    if (!hand || !hand.draft.base || hand.draft.base === hand.draft.seen) return nothing;
    const { draft, type } = hand;
    const fields = clashes(draft, type);
    const { changed_at: at, reason } = draft.seen?.properties ?? {};
    const by = changerOf(this.app.texts, draft.seen?.properties ?? {});
    const who = this.t('editing.overtaken', { who: by, time: at ? this.app.texts.time(Date.parse(at), this.store.now()) : '', reason: reason || this.t('editing.none') });
    return html`<section class="clashes" role="group" aria-label=${this.t('editing.clash')} data-testid="clashes"><p><b>${who}</b> ${fields.length ? this.t('editing.choose') : this.t('editing.noClash')}</p>
      ${fields.length > 1 ? html`<p class="clash-all"><button type="button" class="small" data-testid="all-mine" @click=${() => this.all(fields, 'mine')}>${this.t('editing.allMine')}</button>
        <button type="button" class="small" data-testid="all-theirs" @click=${() => this.all(fields, 'theirs')}>${this.t('editing.allTheirs')}</button></p>` : nothing}
      ${fields.map((field) => this.clash(draft, type, field))}</section>`;
  }

  /** @param {string[]} fields @param {'mine' | 'theirs'} whose */
  all(fields, whose) {
    fields.forEach((field) => this.app.editing.settle(field, whose));
  }

  /** @param {FeatureDraft} draft @param {LayerType} type @param {string} field */
  clash(draft, type, field) {
    const open = field in this.store.editing.state.wanting;
    return html`<fieldset class="clash ${open ? 'is-open' : ''}" data-testid="clash" data-field=${field}><legend>${fieldLabel(this.app.texts, type, field)}</legend>
      ${this.side(draft, type, field, 'mine')} ${this.side(draft, type, field, 'theirs')}
      ${field === GEOMETRY ? html`<p class="hint">${this.t('editing.clashOnMap')}</p>` : nothing}</fieldset>`;
  }

  /** @param {FeatureDraft} draft @param {LayerType} type @param {string} field @param {'mine' | 'theirs'} whose */
  side(draft, type, field, whose) {
    return html`<label class="clash-side is-${whose}"><input type="radio" name="clash-${field}" value=${whose} data-testid="take-${whose}" .checked=${draft.settled[field] === whose} @change=${() => this.app.editing.settle(field, whose)}>
      <span><b>${this.t(`editing.${whose}`)}</b> ${this.text(draft, type, field, whose)}</span></label>`;
  }

  /** @param {FeatureDraft} draft @param {LayerType} type @param {string} field @param {'mine' | 'theirs'} whose */
  text(draft, type, field, whose) {
    const { texts } = this.app;
    if (field === GEOMETRY) return fieldText(texts, type, field, whose === 'mine' ? geometryOf(draft.journal.now) : draft.seen?.geometry ?? null);
    const value = (whose === 'mine' ? draft.fields : fieldsOf(draft.seen, type))[field];
    if (typeof value === 'string') return fieldText(texts, type, field, value);
    const attribute = attributeOf(type, attributeName(field) ?? '');
    return html`<ul>${value.map((row) => html`<li>${rowText(texts, attribute, row)}</li>`)}</ul>`;
  }
}
customElements.define('wl-clashes', Clashes);
