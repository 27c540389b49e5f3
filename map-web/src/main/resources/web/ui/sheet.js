/** @import { Incident, Sheet, Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { driveOf } from '../model/advice.js';
import { spoken } from '../model/degrees.js';
import { Panel } from './panel.js';
import { levelChip } from './signs.js';
import { unitName } from './unit-name.js';

/** The exact orders, before they leave the house; then what became of each. */
export class ConfirmSheet extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['sheet', 'link', 'recommendation'];

  /** @override */
  updated() {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) {
      dialog.showModal();
      /** @type {HTMLElement | null} */ (dialog.querySelector('[data-testid="confirm"], [data-testid="sheet-close"]'))?.focus();
    }
  }

  /** @override */
  render() {
    const { sheet } = this.store;
    if (!sheet) return nothing;
    const incident = this.store.picture.incidents.get(sheet.incidentId);
    const phone = sheet.kind === 'phone';
    const title = phone ? this.t('sheet.phoneTitle') : this.howMany(sheet);
    return html`<dialog class="sheet" aria-labelledby="sheet-title" data-testid="sheet" @cancel=${this.cancel}>
      <h2 id="sheet-title">${title}</h2>
      ${phone ? html`<p class="note">${this.t('sheet.phoneWhy')}</p>` : nothing}
      ${incident ? this.target(incident) : nothing} ${this.gaps(sheet)}
      <ul class="sheet-units">${sheet.units.map((unit) => this.unit(sheet, unit))}</ul>
      ${phone ? nothing : html`<label class="field">${this.t('sheet.task')}<input name="task" maxlength="1000" autocomplete="off" .value=${sheet.task} ?disabled=${sheet.busy}
        @input=${this.typed} @keydown=${this.enter}></label>`}
      ${this.summary(sheet)}
      <div class="form-foot">${this.buttons(sheet)}</div></dialog>`;
  }

  /** Who meant to send one unit and reads another number stops. @param {Sheet} sheet */
  howMany({ units }) {
    return this.t(units.length === 1 ? 'sheet.sendOne' : 'sheet.send', { n: units.length });
  }

  /** Enough to notice that it is the wrong incident. @param {Incident} incident */
  target(incident) {
    const level = this.app.texts.code('level', String(incident.level ?? 'none'));
    const where = [incident.place, spoken(incident.location.coordinates)].filter(Boolean).join(' · ');
    return html`<p class="sheet-to" data-testid="sheet-to"><span>${this.t('sheet.to')}</span> ${levelChip(incident.level, level)} <b>${incident.title}</b> <span class="mute">#${incident.number}</span>
      <span class="sheet-facts">${this.app.texts.code('kind', incident.kind)} · ${level} · ${where}</span></p>`;
  }

  /** @param {Sheet} sheet */
  gaps({ gaps }) {
    if (!gaps.length) return nothing;
    const words = gaps.map(({ capability, units }) => this.t('advice.short', { capability: this.app.texts.code('capability', capability), n: units }));
    return html`<p class="gap" role="alert" data-testid="sheet-gap"><b>${this.t('sheet.gaps')}</b> ${this.app.texts.list(words)}</p>`;
  }

  /** @param {Sheet} sheet @param {Sheet['units'][number]} unit */
  unit(sheet, unit) {
    const result = sheet.results.find((it) => it.unitId === unit.unitId);
    const phone = this.store.picture.units.get(unit.unitId)?.phone;
    return html`<li class="sheet-unit is-${result?.state ?? 'open'}" data-testid="sheet-unit" data-unit=${unit.unitId} data-state=${result?.state ?? 'open'}>
      <b>${unitName(unit.name)}</b><span class="phone ${sheet.kind === 'phone' ? 'is-big' : ''}">${phone ?? (sheet.kind === 'phone' ? this.t('sheet.noPhone') : '')}</span>
      <span class="eta">${this.app.texts.minutes(unit.durationS ?? driveOf(this.app.dispatch.adviceOf(sheet.incidentId), unit.unitId))}</span>
      ${unit.against === null ? nothing : html`<span class="against" data-testid="against"><b class="contra">${this.t('advice.against')}</b>${unit.against}</span>`}
      ${result ? html`<span class="result">${this.t(`sheet.${result.state}`)}${result.problem ? html`${this.t('join.colon')}${result.problem} <small>${result.detail}</small>` : nothing}</span>` : nothing}</li>`;
  }

  /** @param {Sheet} sheet */
  summary({ results, busy }) {
    const failed = results.filter((it) => it.state === 'failed').length;
    if (busy || !failed) return nothing;
    return html`<p class="form-problem" role="alert" data-testid="sheet-problem">${this.t('sheet.partly', { n: results.length - failed, m: failed })}</p>`;
  }

  /** @param {Sheet} sheet */
  buttons(sheet) {
    const send = () => void this.app.dispatch.send();
    const close = (/** @type {string} */ key) => html`<button data-testid="sheet-close" @click=${() => this.app.dispatch.closeSheet()}>${this.t(key)} <kbd>Esc</kbd></button>`;
    if (sheet.kind === 'phone') return html`${close('sheet.done')}<button data-testid="confirm-anyway" ?disabled=${sheet.busy} @click=${send}>${this.t('sheet.tryAnyway')}</button>`;
    const failed = sheet.results.some((it) => it.state === 'failed') && !sheet.busy;
    const doing = sheet.busy ? this.t('sheet.sending') : failed ? this.t('sheet.again') : this.howMany(sheet);
    return html`<button class="primary" data-testid="confirm" ?disabled=${sheet.busy} @click=${send}>${doing} <kbd>Enter</kbd></button>
      ${close(failed ? 'sheet.done' : 'sheet.cancel')}`;
  }

  /** @param {Event} event */
  cancel(event) {
    event.preventDefault();
    this.app.dispatch.closeSheet();
  }

  /** @param {InputEvent} event */
  typed(event) {
    this.app.dispatch.writeTask(/** @type {HTMLInputElement} */ (event.target).value);
  }

  /** @param {KeyboardEvent} event */
  enter(event) {
    if (event.key === 'Enter' && !event.isComposing) void this.app.dispatch.send();
  }
}
customElements.define('wl-sheet', ConfirmSheet);
