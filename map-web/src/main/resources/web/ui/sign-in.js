import { html, nothing } from 'lit';
import { told } from '../model/acts/problems.js';
import { ApiError } from '../net/api.js';
import { Panel } from './panel.js';
import { watchtower } from './signs.js';

/** Sign in; at the first time a new password in place of the one-time one. */
export class SignIn extends Panel {
  static properties = { ...Panel.properties, note: { attribute: false }, step: { state: true }, busy: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** Why somebody is here who was inside before. */
    this.note = '';
    /** @type {'credentials' | 'password'} */
    this.step = 'credentials';
    this.busy = false;
    this.problem = '';
    this.oldPassword = '';
  }

  /** @override */
  firstUpdated() {
    if (this.store.session?.user.must_change_password) this.step = 'password';
    this.querySelector('input')?.focus();
  }

  /** @override @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('step')) this.querySelector('input')?.focus();
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const text = (/** @type {string} */ name) => String(fields.get(name) ?? '');
    this.busy = true;
    this.problem = '';
    try {
      if (this.step === 'credentials') await this.enter(text('username').trim(), text('password'));
      else await this.change(text('old') || this.oldPassword, text('new'), text('again'));
    } catch (cause) {
      const { title, detail } = told(cause, this.app.texts);
      const unreachable = cause instanceof ApiError && cause.isUnanswered;
      this.problem = unreachable ? this.t('signIn.unreachable') : [title, detail].filter(Boolean).join(' ');
    } finally {
      this.busy = false;
    }
  }

  /** @param {string} username @param {string} password */
  async enter(username, password) {
    const session = await this.app.api.signIn(username, password);
    this.store.session = session;
    if (session.user.must_change_password) {
      this.oldPassword = password;
      this.step = 'password';
    } else {
      await this.app.enter();
    }
  }

  /** @param {string} old @param {string} wish @param {string} again */
  async change(old, wish, again) {
    if (wish !== again) {
      this.problem = this.t('password.differ');
      return;
    }
    await this.app.api.changePassword(old, wish);
    this.store.session = await this.app.api.session();
    await this.app.enter();
  }

  /** @override */
  render() {
    return html`
      <main class="sign-in">
        <form class="sign-in-card" @submit=${this.submit} aria-labelledby="sign-in-title">
          <div class="sign-in-brand">${watchtower()}<b>${this.t('app.name')}</b><span>${this.t('app.motto')}</span></div>
          <h1 id="sign-in-title" class="visually-hidden">${this.t(this.step === 'credentials' ? 'signIn.title' : 'password.title')}</h1>
          ${this.note ? html`<p class="note" role="status">${this.note}</p>` : nothing}
          ${this.step === 'credentials' ? this.credentials() : this.newPassword()}
          <p class="form-problem" role="alert" data-testid="sign-in-problem">${this.problem}</p>
        </form>
        <p class="sign-in-foot">
          <button type="button" class="link" aria-label=${this.t('top.toLanguage')} @click=${() => this.app.setLanguage(this.app.texts.language() === 'en' ? 'zh-CN' : 'en')}>
            ${this.t('top.language')}
          </button>
        </p>
      </main>`;
  }

  credentials() {
    return html`
      ${this.field('username', this.t('signIn.username'), 'text', 'username')}
      ${this.field('password', this.t('signIn.password'), 'password', 'current-password')}
      <button class="primary wide" ?disabled=${this.busy}>${this.t(this.busy ? 'signIn.busy' : 'signIn.submit')}</button>`;
  }

  newPassword() {
    return html`
      <p class="note"><b>${this.t('password.title')}</b><br>${this.t('password.why')}</p>
      ${this.oldPassword ? nothing : this.field('old', this.t('people.oneTime'), 'password', 'current-password')}
      ${this.field('new', this.t('password.new'), 'password', 'new-password')}
      ${this.field('again', this.t('password.again'), 'password', 'new-password')}
      <button class="primary wide" ?disabled=${this.busy}>${this.t('password.submit')}</button>`;
  }

  /** @param {string} name @param {string} label @param {string} type @param {string} purpose */
  field(name, label, type, purpose) {
    return html`<label class="field">${label}<input name=${name} type=${type} autocomplete=${purpose} required spellcheck="false"></label>`;
  }
}
customElements.define('wl-sign-in', SignIn);
