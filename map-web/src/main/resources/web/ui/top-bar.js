/** @import { Topic } from '../types.js' */
import { html, nothing } from 'lit';
import { counts } from '../model/selectors.js';
import { Panel } from './panel.js';
import { watchtower } from './signs.js';

/** Who we are, what is open, how old the data is. */
export class TopBar extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['session', 'setup', 'link', 'incidents', 'orders', 'tick'];

  /** @override */
  render() {
    const { store } = this;
    const sums = counts(store.picture);
    const realm = store.picture.realm?.kind ?? 'real';
    return html`
      <header class="top" role="banner">
        <div class="brand">${watchtower()}<b>${this.t('app.name')}</b><span class="county">${store.setup?.county ?? ''}</span>
          <span class="realm realm-${realm}">${this.t(`realm.${realm}`)}</span></div>
        <div class="spring"></div>
        <div class="figures">
          ${this.figure('incidents', sums.incidents, false)} ${this.figure('waiting', sums.waiting, sums.waiting > 0)} ${this.figure('unanswered', sums.unanswered, sums.unanswered > 0)}
          ${this.figure('enRoute', sums.enRoute, false)} ${this.figure('onScene', sums.onScene, false)}
        </div>
        ${this.link()}
        <time class="clock" data-testid="clock">${this.app.texts.clock(store.now())}</time>
        <div class="top-tools">
          ${this.themeButton()}
          <button class="quiet" aria-label=${this.t('top.toLanguage')} @click=${() => this.app.setLanguage(this.app.texts.language() === 'en' ? 'zh-CN' : 'en')}>${this.t('top.language')}</button>
          <button class="quiet" aria-label=${this.t('top.help')} @click=${this.help}><kbd>?</kbd></button>
          ${this.userMenu()}
        </div>
      </header>`;
  }

  /** @param {'incidents' | 'waiting' | 'unanswered' | 'enRoute' | 'onScene'} name @param {number} n @param {boolean} urgent */
  figure(name, n, urgent) {
    return html`<span class="figure ${urgent ? 'is-urgent' : ''}" data-testid="count-${name}">${this.t(`top.${name}`)}<b>${n}</b></span>`;
  }

  link() {
    const { state, heardAt } = this.store.link;
    if (state === 'connecting') return html`<span class="link-state" data-testid="link-state" data-state="connecting"><i></i>${this.t('top.connecting')}</span>`;
    const text = state === 'lost' ? this.t('top.lost') : this.t('top.data', { age: this.app.texts.age(this.store.now() - heardAt) });
    return html`<span class="link-state is-${state}" data-testid="link-state" data-state=${state}><i></i>${text}</span>`;
  }

  themeButton() {
    const night = this.store.preferences.theme === 'night';
    return html`<button class="quiet" aria-pressed=${night} aria-label=${this.t(night ? 'top.toDay' : 'top.toNight')} data-testid="theme"
      @click=${() => this.app.setTheme(night ? 'day' : 'night')}>${this.t(night ? 'top.day' : 'top.night')}</button>`;
  }

  userMenu() {
    const user = this.store.session?.user;
    const entry = (/** @type {string} */ id, /** @type {string} */ text, /** @type {() => unknown} */ act) =>
      html`<button data-testid=${id} popovertarget="user-menu" popovertargetaction="hide" @click=${act}>${text}</button>`;
    return html`<button class="quiet user" popovertarget="user-menu" data-testid="user-menu" title=${user?.display_name ?? ''} aria-label=${this.t('top.user', { name: user?.display_name ?? '' })}>${user?.display_name ?? ''}</button>
      <div class="user-menu" id="user-menu" popover @toggle=${this.menuToggled}><small>${user?.username ?? ''}</small>
        ${this.store.may('editCatalogue') ? entry('catalogue', this.t('catalogue.title'), () => this.app.catalogue.open()) : nothing}
        ${this.store.may('manageUsers') ? entry('people', this.t('people.title'), () => this.app.people.open()) : nothing}
        ${entry('change-password', this.t('ownPassword.title'), this.password)} ${entry('sign-out', this.t('top.signOut'), () => this.app.signOut())}</div>`;
  }

  /** @param {ToggleEvent} event */
  menuToggled(event) {
    if (event.newState === 'open') /** @type {HTMLElement | null} */ (this.querySelector('.user-menu button'))?.focus();
  }

  password() {
    this.store.passwordOpen = true;
    this.store.notify('mode');
  }

  help() {
    this.store.helpOpen = true;
    this.store.notify('mode');
  }
}
customElements.define('wl-top-bar', TopBar);

/** Counts up while nothing is heard. */
export class LinkStrip extends Panel {
  /** @type {readonly Topic[]} */
  static topics = ['link', 'tick'];

  /** @override */
  render() {
    if (!this.store.isLost()) return nothing;
    const { heardAt } = this.store.link;
    const since = heardAt ? this.t('link.since', { time: this.app.texts.clock(heardAt) }) : '';
    return html`<div class="link-strip" role="alert" data-testid="link-strip">
      <b>${this.t('link.lost')} <span class="counting" aria-live="off">${this.app.texts.elapsed(this.store.now() - heardAt)}</span></b>
      <span>${since}</span><span class="spring"></span><span>${this.t('link.phone')}</span>
    </div>`;
  }
}
customElements.define('wl-link-strip', LinkStrip);
