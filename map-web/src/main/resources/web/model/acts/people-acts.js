/** @import { People, PersonForm, User } from '../../types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { Api } from '../../net/api.js' */
/** @import { Store } from '../store.js' */
import { ApiError } from '../../net/api.js';
import { changeOf, emptyPerson, formOf, newUserOf, oneTimePassword, wanting, withUser } from '../people.js';
import { told } from './problems.js';

const CHANGES_PEOPLE = ['user.created', 'user.changed', 'user.password_changed'];

/** Who may sign in and do what; for administrators. */
export class PeopleActs {
  /** @param {{store: Store, api: Api, texts: Texts}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.api;
    this.texts = parts.texts;
  }

  async open() {
    this.show({ users: null, form: null, problem: '', note: '', oneTime: '' });
    await this.load();
  }

  close() {
    this.store.people = null;
    this.store.notify('people');
  }

  /** From the form to the list, from the list to the map. */
  leave() {
    if (this.store.people?.form) this.change({ form: null });
    else this.close();
  }

  async load() {
    try {
      const users = await this.api.users();
      this.change({ users, problem: '' });
    } catch (cause) {
      const { title, detail } = told(cause, this.texts);
      this.change({ problem: [title, detail].filter(Boolean).join(' ') });
    }
  }

  /** What the live link tells: another administrator, or the person, changed something. @param {string} event */
  async heard(event) {
    if (this.store.people && CHANGES_PEOPLE.includes(event)) await this.load();
  }

  /** @param {User | null} user null: a new one */
  begin(user) {
    this.change({ form: user ? formOf(user) : emptyPerson(this.newPassword()), note: '', oneTime: '' });
  }

  newPassword() {
    return oneTimePassword((bytes) => crypto.getRandomValues(bytes));
  }

  /** @param {Partial<PersonForm>} change */
  write(change) {
    const form = this.store.people?.form;
    if (form) this.change({ form: { ...form, ...change } });
  }

  async save() {
    const form = this.store.people?.form;
    if (!form || form.busy) return;
    const missing = wanting(form);
    this.write({ missing, errors: [], problem: '' });
    if (missing.length) return;
    const change = changeOf(form);
    if (form.user && !Object.keys(change).length) {
      this.leave();
      return;
    }
    this.write({ busy: true });
    try {
      this.saved(form.user ? await this.api.changeUser(form.user.id, change) : await this.api.createUser(newUserOf(form)), form.password);
    } catch (cause) {
      this.refused(cause);
    }
  }

  /** @param {User} user @param {string} oneTime the password to be told to the person, if one was set */
  saved(user, oneTime) {
    const { people, session } = this.store;
    if (people) this.change({ users: withUser(people.users ?? [], user), form: null, note: this.texts.t('people.saved', { name: user.display_name }), oneTime });
    if (session?.user.id !== user.id) return;
    this.store.session = { ...session, user };
    if (!this.store.may('manageUsers')) this.close();
    this.store.notify('session');
  }

  /** @param {unknown} cause */
  refused(cause) {
    const { title } = told(cause, this.texts);
    const { errors, detail } = cause instanceof ApiError ? cause : { errors: [], detail: '' };
    const atField = errors.some(({ pointer, message }) => pointer && message === title);
    this.write({ busy: false, errors, problem: [atField ? '' : title, detail].filter(Boolean).join(' ') });
  }

  /** @param {Partial<People>} change */
  change(change) {
    if (this.store.people) this.show({ ...this.store.people, ...change });
  }

  /** @param {People} people */
  show(people) {
    this.store.people = people;
    this.store.notify('people');
  }
}
