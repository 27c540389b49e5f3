/** @import { People, PersonForm, Topic, User } from '../types.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ROLES } from '../model/people.js';
import { messagesByField } from '../model/report.js';
import { Panel } from './panel.js';

/** Who may sign in and do what: the list, and one of them to change. */
export class PeopleSheet extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['people', 'session'];

  constructor() {
    super();
    /** Whose form had the focus at the last drawing; null is the list. @type {string | null} */
    this.at = null;
    this.wasOpen = false;
  }

  /** @override */
  updated() {
    const dialog = this.querySelector('dialog');
    if (this.wasOpen && !dialog) /** @type {HTMLElement | null} */ (document.querySelector('[data-testid="user-menu"]'))?.focus();
    this.wasOpen = Boolean(dialog);
    if (dialog && !dialog.open) dialog.showModal();
    const form = this.store.people?.form;
    const at = form ? form.user?.id ?? 'new' : null;
    if (at === this.at) return;
    const known = this.querySelector(at === null ? `[data-user="${this.at}"]` : 'form input');
    this.at = at;
    /** @type {HTMLElement | null} */ (known ?? this.querySelector('[data-testid="person-new"]'))?.focus();
  }

  /** @override */
  render() {
    const { people } = this.store;
    if (!people) return nothing;
    return html`<dialog class="sheet people" aria-labelledby="people-title" data-testid="people-sheet" @keydown=${this.key} @cancel=${this.cancel} @close=${() => this.app.people.close()}>
      <h2 id="people-title">${this.t('people.title')}<span class="mute">${people.users?.length ?? ''}</span><span class="spring"></span>
        <button class="small" data-testid="person-new" @click=${() => this.app.people.begin(null)}>${this.t('people.new')}</button></h2>
      ${people.problem ? html`<p class="form-problem" role="alert" data-testid="people-problem">${people.problem}</p>` : nothing}
      ${this.note(people)}
      <div class="people-parts">
        <ul class="rows" aria-label=${this.t('people.title')}>${repeat(people.users ?? [], (user) => user.id, (user) => this.row(user, people))}</ul>
        ${people.form ? this.form(people.form) : html`<p class="empty">${this.t('people.choose')}</p>`}
      </div>
      <div class="form-foot"><span class="spring"></span><button data-testid="people-close" @click=${() => this.app.people.close()}>${this.t('people.close')}</button></div></dialog>`;
  }

  /** @param {People} people */
  note({ note, oneTime }) {
    if (!note) return nothing;
    return html`<p class="note" role="status" data-testid="people-note">${note}
      ${oneTime ? html`<br>${this.t('people.oneTime')}<b class="one-time" data-testid="one-time">${oneTime}</b>${this.t('people.oneTimeHow')}` : nothing}</p>`;
  }

  /** @param {User} user @param {People} people */
  row(user, { form }) {
    const roles = this.app.texts.list(ROLES.filter((role) => user.roles.includes(role)).map((role) => this.t(`role.${role}`)));
    const marks = [user.disabled ? 'disabled' : '', user.must_change_password ? 'mustChange' : '', user.program ? 'program' : ''].filter(Boolean);
    return html`<li><button class="person ${user.disabled ? 'is-disabled' : ''}" data-testid="person" data-user=${user.id} aria-current=${form?.user?.id === user.id} ?disabled=${user.program}
      @click=${() => this.app.people.begin(user)}><b>${user.display_name}</b> <span class="mute">${user.username}</span>
      <span class="marks">${marks.map((mark) => html`<span class="mark-${mark}">${this.t(`people.${mark}`)}</span>`)}</span><span class="roles">${roles}</span></button></li>`;
  }

  /** @param {PersonForm} form */
  form(form) {
    const errors = messagesByField(form.errors);
    const error = (/** @type {string} */ field) => errors[field] ?? (form.missing.includes(field) ? this.t(`people.missing.${field}`) : '');
    const { user } = form;
    return html`<form class="person-form" data-testid="person-form" aria-label=${user ? user.display_name : this.t('people.new')} @submit=${this.submit} novalidate>
      ${user ? nothing : this.input('username', this.t('signIn.username'), form.username, error('username'), this.t('people.usernameHint'))}
      ${this.input('display_name', this.t('people.name'), form.displayName, error('display_name'), '')}
      ${this.roles(form, error('roles'))}
      ${user?.id === this.store.session?.user.id ? html`<p class="hint">${this.t('people.ownPassword')}</p>` : this.password(form, error('password'))}
      ${user ? this.disabling(form, error('disabled')) : nothing}
      <p class="form-problem" role="alert" data-testid="person-problem">${[form.problem, errors[''] === form.problem ? '' : errors['']].filter(Boolean).join(' ')}</p>
      <div class="person-foot"><button class="primary" data-testid="person-save" ?disabled=${form.busy}>${this.t(form.busy ? 'people.busy' : 'people.save')} <kbd>Enter</kbd></button>
        <button type="button" @click=${() => this.app.people.leave()}>${this.t('people.cancel')} <kbd>Esc</kbd></button></div></form>`;
  }

  /** @param {string} name @param {string} label @param {string} value @param {string} problem @param {string} hint */
  input(name, label, value, problem, hint) {
    return html`<div><label class="field">${label}<input name=${name} .value=${value} maxlength="64" autocomplete="off" spellcheck="false" autocapitalize="none"
      aria-invalid=${problem ? 'true' : 'false'} aria-describedby="problem-${name}" @input=${this.typed}></label>${this.under(name, problem, hint)}</div>`;
  }

  /** The problem, or else the hint. @param {string} name @param {string} problem @param {string} hint */
  under(name, problem, hint) {
    return html`<p class=${problem ? 'field-problem' : 'hint'} id="problem-${name}" data-testid="problem-${name}">${problem || hint}</p>`;
  }

  /** @param {PersonForm} form @param {string} problem */
  roles(form, problem) {
    return html`<fieldset class="person-roles" aria-describedby="problem-roles"><legend>${this.t('people.roles')}</legend>
      ${ROLES.map((role) => html`<label><input type="checkbox" name="roles" value=${role} .checked=${form.roles.includes(role)} aria-invalid=${problem ? 'true' : 'false'} @change=${this.chosen}>
        <b>${this.t(`role.${role}`)}</b><small>${this.t(`roleMay.${role}`)}</small></label>`)}
      ${this.under('roles', problem, '')}</fieldset>`;
  }

  /** @param {PersonForm} form @param {string} problem */
  password({ user, password }, problem) {
    return html`<div><label class="field">${this.t(user ? 'people.resetPassword' : 'people.firstPassword')}<span class="with-button">
      <input name="password" class="one-time" .value=${password} maxlength="256" autocomplete="off" spellcheck="false" autocapitalize="none" placeholder=${user ? this.t('people.keepPassword') : ''}
        aria-invalid=${problem ? 'true' : 'false'} aria-describedby="problem-password" @input=${this.typed}>
      <button type="button" class="small" data-testid="make-password" @click=${() => this.app.people.write({ password: this.app.people.newPassword() })}>${this.t('people.makePassword')}</button></span></label>
      ${this.under('password', problem, this.t(user ? 'people.resetHint' : 'people.firstHint'))}</div>`;
  }

  /** @param {PersonForm} form @param {string} problem */
  disabling(form, problem) {
    return html`<div><label class="person-disabled"><input type="checkbox" name="disabled" .checked=${form.disabled} aria-invalid=${problem ? 'true' : 'false'} aria-describedby="problem-disabled"
      @change=${(/** @type {Event} */ event) => this.app.people.write({ disabled: /** @type {HTMLInputElement} */ (event.target).checked })}><b>${this.t('people.disable')}</b></label>
      ${this.under('disabled', problem, this.t('people.disableHint'))}</div>`;
  }

  /** @param {InputEvent} event */
  typed(event) {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    this.app.people.write({ [name === 'display_name' ? 'displayName' : name]: value });
  }

  chosen() {
    const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll('input[name="roles"]:checked'));
    this.app.people.write({ roles: [...boxes].map((box) => box.value) });
  }

  /** @param {Event} event */
  async submit(event) {
    event.preventDefault();
    await this.app.people.save();
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('[aria-invalid="true"]'))?.focus();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === 'Escape' && !event.isComposing) this.cancel(event);
  }

  /** @param {Event} event */
  cancel(event) {
    event.preventDefault();
    this.app.people.leave();
  }
}
customElements.define('wl-people', PeopleSheet);
