/** @import { Language, Theme } from '../types.js' */
/** @import { App } from '../ui/app.js' */
import { html, render } from 'lit';
import { Texts } from '../i18n/texts.js';
import { Stage } from '../map/stage.js';
import { AreaActs } from '../model/acts/area-acts.js';
import { ClosureActs } from '../model/acts/closure-acts.js';
import { CorrectActs } from '../model/acts/correct-acts.js';
import { DispatchActs } from '../model/acts/dispatch-acts.js';
import { FeatureActs } from '../model/acts/feature-acts.js';
import { ImageryActs } from '../model/acts/imagery-acts.js';
import { IncidentActs } from '../model/acts/incident-acts.js';
import { LayerActs } from '../model/acts/layer-acts.js';
import { PeopleActs } from '../model/acts/people-acts.js';
import { SearchActs } from '../model/acts/search-acts.js';
import { told } from '../model/acts/problems.js';
import { TerrainActs } from '../model/acts/terrain-acts.js';
import { Toasts } from '../model/acts/toasts.js';
import { UnitActs } from '../model/acts/unit-acts.js';
import { Store } from '../model/store.js';
import { Api, ApiError } from '../net/api.js';
import { Keeping } from '../net/keeping.js';
import { Outbox } from '../net/outbox.js';
import '../ui/sign-in.js';
import { keepAdvised } from './advising.js';
import { editingActs, listenWhileDrawing } from './editing.js';
import { askBeforeLeaving, importingActs } from './importing.js';
import './command-view.js';
import { listenToKeys } from './keyboard.js';
import { liveLink } from './live-wiring.js';

const PREFERENCES = 'preferences';
const TICK_MS = 1000;

/** The page: nobody is signed in, or the command map. */
class Page {
  constructor() {
    const store = new Store();
    const keeping = new Keeping(localStorage, 'wanglou.');
    store.preferences = { theme: 'day', language: document.documentElement.lang === 'en' ? 'en' : 'zh-CN', ...keeping.get(PREFERENCES, {}) };
    const texts = new Texts(() => store.preferences.language);
    const api = new Api({ fetch: (...request) => fetch(...request), language: () => store.preferences.language, onSignedOut: () => this.signedOut(true) });
    const toasts = new Toasts(store);
    // Before drafts had owners they lay here for everybody.
    ['report', 'outbox'].forEach((name) => keeping.remove(name));
    const outbox = new Outbox((report, key) => api.reportIncident(report, key), () => store.notify('outbox'));
    const parts = { store, api, keeping, outbox, texts, toasts };
    const [features, incidents, correct] = [new FeatureActs(parts), new IncidentActs(parts), new CorrectActs(parts)];
    /** @type {App} */
    this.app = {
      ...parts,
      stage: new Stage(store, texts),
      incidents,
      correct,
      dispatch: new DispatchActs(parts),
      closures: new ClosureActs(parts),
      layers: new LayerActs(parts),
      features,
      areas: new AreaActs(parts),
      terrain: new TerrainActs(parts),
      imagery: new ImageryActs(parts),
      search: new SearchActs({ ...parts, features, incidents, correct, near: () => this.app.stage.view().centre }),
      people: new PeopleActs(parts),
      units: new UnitActs(parts),
      ...editingActs(parts, {
        // Who draws sees the neighbours, and what becomes of it.
        onTaken: (layer) => store.visibleLayers.has(layer) || void this.app.layers.show([...store.visibleLayers, layer]),
        onSaved: (layer, feature) => void this.app.features.select(layer, feature.id ?? ''),
        onRemoved: () => this.app.features.deselect(),
      }),
      ...importingActs(parts, () => this.app.stage),
      setTheme: (theme) => this.prefer({ theme }),
      setLanguage: (language) => this.prefer({ language }),
      signOut: () => this.signOut(),
      enter: () => this.enter(),
      renewSetup: () => this.renewSetup(),
    };
    /** @type {(() => void)[]} */
    this.ends = [];
    this.inside = false;
  }

  /** @param {Partial<{theme: Theme, language: Language}>} change */
  prefer(change) {
    const { store, keeping, stage, incidents, dispatch, layers } = this.app;
    store.preferences = { ...store.preferences, ...change };
    keeping.put(PREFERENCES, store.preferences);
    this.dress();
    if (change.theme) stage.setTheme(change.theme);
    store.notify('preferences');
    if (!this.inside) this.showSignIn('');
    else if (change.language) {
      if (store.incidentId) void dispatch.advise(store.incidentId).then(() => store.incidentId && dispatch.renew(store.incidentId));
      if (store.incidentId) void incidents.loadTimeline(store.incidentId);
      void layers.load();
      void this.app.importing.records.translate();
      void this.app.imagery.load();
    }
  }

  dress() {
    const { theme, language } = this.app.store.preferences;
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = language;
    document.title = this.app.texts.t('app.name');
  }

  async open() {
    this.dress();
    try {
      this.app.store.session = await this.app.api.session();
    } catch (cause) {
      const { title } = told(cause, this.app.texts);
      if (cause instanceof ApiError && cause.status === 401) this.showSignIn('');
      else this.showFailure(title);
      return;
    }
    if (this.app.store.session.user.must_change_password) this.showSignIn('');
    else await this.enter();
  }

  /** @param {string} note */
  showSignIn(note) {
    render(html`<wl-sign-in .app=${this.app} .note=${note}></wl-sign-in>`, document.body);
  }

  /** @param {string} problem */
  showFailure(problem) {
    const { texts } = this.app;
    render(html`<main class="sign-in"><div class="sign-in-card" role="alert"><p>${texts.t('start.failed', { problem })}</p>
      <button class="primary wide" @click=${() => this.open()}>${texts.t('start.retry')}</button></div></main>`, document.body);
  }

  async enter() {
    const { app } = this;
    try {
      app.store.setup = await app.api.setup();
    } catch (cause) {
      this.showFailure(told(cause, app.texts).title);
      return;
    }
    app.store.clock.heard(app.store.setup.server_time);
    const own = app.keeping.drawer(`of.${app.store.session?.user.id}.${app.store.setup.county}`);
    app.incidents.open(own);
    app.editing.open(own);
    app.imagery.open(own);
    app.layers.open(app.keeping.drawer(`of.${app.store.session?.user.id}.${app.store.setup.county}`));
    app.store.link = { state: 'connecting', heardAt: app.store.now(), lostAtSeq: null };
    this.inside = true;
    render(html`<wl-command-view .app=${app}></wl-command-view>`, document.body);
    const link = liveLink(app, () => this.signedOut(true));
    const tick = setInterval(() => app.store.notify('tick'), TICK_MS);
    this.ends = [() => link.stop(), () => clearInterval(tick), listenWhileDrawing(app), listenToKeys(app), askBeforeLeaving(app), keepAdvised(app)];
    link.start();
    void app.layers.load();
    void app.imagery.load();
    if (app.outbox.items.length) void app.incidents.resend();
  }

  /** What the county's data are may have changed: above all the pictures of the base map. */
  async renewSetup() {
    const { store, stage, api, texts, toasts } = this.app;
    try {
      const setup = await api.setup();
      if (!this.inside) return;
      const isRedrawn = setup.base_revision !== store.setup?.base_revision;
      store.setup = setup;
      if (isRedrawn) stage.setTheme(store.preferences.theme);
      store.notify('setup');
    } catch (cause) {
      toasts.say(told(cause, texts).title, 'bad');
    }
  }

  /** @param {boolean} ended by the server, not by the person */
  signedOut(ended) {
    if (!this.inside && ended) return;
    this.ends.forEach((end) => end());
    this.ends = [];
    this.inside = false;
    const { store } = this.app;
    store.session = null;
    store.mode = 'incident';
    store.corrections.clear();
    store.exporting = null;
    this.app.importing.forget();
    this.app.incidents.open(null);
    this.app.editing.open(null);
    store.sheet = null;
    store.people = null;
    store.selectedFeature = null;
    store.foundPlace = null;
    store.passwordOpen = false;
    this.showSignIn(ended ? this.app.texts.t('signIn.ended') : '');
  }

  async signOut() {
    try {
      await this.app.api.signOut();
    } catch (cause) {
      if (!(cause instanceof ApiError) || cause.status !== 401) {
        this.app.toasts.say(told(cause, this.app.texts).title, 'bad');
        return;
      }
    }
    this.signedOut(false);
  }
}

void new Page().open();
