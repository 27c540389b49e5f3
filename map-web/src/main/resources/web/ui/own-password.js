/** @import { FieldProblem, Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { told } from '../model/acts/problems.js';
import { messagesByField } from '../model/report.js';
import { ApiError } from '../net/api.js';
import { Panel } from './panel.js';

/** Changing one's own password. What is typed is kept nowhere. */
export class OwnPassword extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['mode'];
  static properties = { ...Panel.properties, busy: { state: true }, problem: { state: true }, errors: { state: true } };

  constructor() {
    super();
    this.busy = false;
    this.problem = '';
    /** @type {FieldProblem[]} */
    this.errors = [];
  }

  /** @override */
  updated() {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  /** @override */
  render() {
    if (!this.store.passwordOpen) return nothing;
    const errors = messagesByField(this.errors);
    return html`<dialog class="sheet own-password" aria-labelledby="own-password-title" data-testid="own-password" @close=${this.leave}>
      <h2 id="own-password-title">${this.t('ownPassword.title')}</h2>
      <form class="person-form" @submit=${this.submit}>
        ${this.input('old_password', this.t('ownPassword.old'), 'current-password', errors)}
        ${this.input('new_password', this.t('password.new'), 'new-password', errors)}
        ${this.input('again', this.t('password.again'), 'new-password', errors)}
        <p class="hint">${this.t('ownPassword.hint')}</p>
        <p class="form-problem" role="alert" data-testid="own-password-problem">${this.problem}</p>
        <div class="person-foot"><button class="primary" data-testid="own-password-save" ?disabled=${this.busy}>${this.t('ownPassword.save')} <kbd>Enter</kbd></button>
          <button type="button" @click=${this.leave}>${this.t('people.cancel')} <kbd>Esc</kbd></button></div>
      </form></dialog>`;
  }

  /** @param {string} name @param {string} label @param {string} purpose @param {Record<string, string>} errors */
  input(name, label, purpose, errors) {
    const problem = errors[name] ?? '';
    return html`<div><label class="field">${label}<input name=${name} type="password" required maxlength="256" autocomplete=${purpose} aria-invalid=${problem ? 'true' : 'false'} aria-describedby="problem-${name}"></label>
      <p class="field-problem" id="problem-${name}" data-testid="problem-${name}">${problem}</p></div>`;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const text = (/** @type {string} */ name) => String(fields.get(name) ?? '');
    this.problem = '';
    this.errors = [];
    if (text('new_password') !== text('again')) this.errors = [{ pointer: '/again', code: 'again', message: this.t('password.differ') }];
    else await this.change(text('old_password'), text('new_password'));
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('[aria-invalid="true"]'))?.focus();
  }

  /** @param {string} old @param {string} wish */
  async change(old, wish) {
    this.busy = true;
    try {
      await this.app.api.changePassword(old, wish);
      this.leave();
      this.app.toasts.say(this.t('ownPassword.done'), 'good');
    } catch (cause) {
      const { title, detail } = told(cause, this.app.texts);
      this.errors = cause instanceof ApiError ? cause.errors.filter(({ pointer }) => pointer) : [];
      if (!this.errors.length) this.problem = [title, detail].filter(Boolean).join(' ');
    } finally {
      this.busy = false;
    }
  }

  leave() {
    this.problem = '';
    this.errors = [];
    this.store.passwordOpen = false;
    this.store.notify('mode');
  }
}
customElements.define('wl-own-password', OwnPassword);
