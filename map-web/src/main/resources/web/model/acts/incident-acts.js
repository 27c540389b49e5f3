/** @import { IncidentCorrection, Incident, ReportDraft, WaitingReport } from '../../types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { Api } from '../../net/api.js' */
/** @import { Keeping } from '../../net/keeping.js' */
/** @import { Outbox } from '../../net/outbox.js' */
/** @import { Store } from '../store.js' */
/** @import { Toasts } from './toasts.js' */
import { ApiError } from '../../net/api.js';
import { asDraft, asIncident, begun, emptyReport, missing, understood } from '../report.js';
import { told } from './problems.js';

const DRAFT = 'report';

/** Reporting, judging and closing incidents; choosing the one in hand. */
export class IncidentActs {
  /** @param {{store: Store, api: Api, outbox: Outbox, texts: Texts, toasts: Toasts}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.api;
    /** Of who is signed in. @type {Keeping | null} */
    this.keeping = null;
    this.outbox = parts.outbox;
    this.texts = parts.texts;
    this.toasts = parts.toasts;
  }

  /** What this person left unfinished in this county; null when nobody is signed in. @param {Keeping | null} keeping */
  open(keeping) {
    this.keeping = keeping;
    this.outbox.open(keeping);
    this.fresh();
    this.store.report = { ...this.store.report, ...keeping?.get(DRAFT, {}) };
  }

  /** @param {string | null} id */
  select(id) {
    this.store.incidentId = id;
    this.store.mode = 'incident';
    this.store.preview = null;
    this.store.notify('selection', 'mode', 'preview');
  }

  /** @param {Partial<ReportDraft>} change @param {boolean} [byHand] */
  write(change, byHand = true) {
    const { store } = this;
    const touched = byHand ? [...new Set([...store.report.touched, ...Object.keys(change)])] : store.report.touched;
    const written = { ...begun(store.report, store.now()), ...change, touched };
    store.report = 'title' in change ? understood(written, this.kindWords(), this.texts.t('words.people')) : written;
    store.reportState = { ...store.reportState, kept: this.keeping?.put(DRAFT, store.report) ?? false, missing: [] };
    store.notify('report');
  }

  /** @returns {[string, string][]} */
  kindWords() {
    return this.texts.codes('words').filter((kind) => kind !== 'people').map((kind) => [kind, this.texts.t(`words.${kind}`)]);
  }

  clear() {
    this.fresh();
    this.keeping?.remove(DRAFT);
    this.store.notify('report');
  }

  fresh() {
    this.store.report = emptyReport(crypto.randomUUID());
    this.store.reportState = { busy: false, kept: true, problem: '', errors: [], missing: [] };
  }

  /** Sends the report; without an answer it goes to the outbox, so that the form is free for the next call. */
  async report() {
    const { store, keeping } = this;
    const wanting = missing(store.report);
    store.reportState = { ...store.reportState, problem: '', errors: [], missing: wanting };
    if (wanting.length || store.reportState.busy) return store.notify('report');
    const draft = begun(store.report, store.now());
    const report = asIncident(draft, this.texts.code('kind', draft.kind));
    store.reportState.busy = true;
    store.notify('report');
    try {
      const incident = await this.api.reportIncident(report, draft.key);
      if (this.keeping !== keeping) return undefined;
      this.clear();
      this.take(incident);
      this.select(incident.id);
      this.toasts.say(this.texts.t('report.done', { number: incident.number, title: incident.title }), 'good');
    } catch (cause) {
      if (this.keeping !== keeping) return undefined; // signed out meanwhile: it is still the draft of who wrote it
      store.reportState.busy = false;
      if (cause instanceof ApiError && cause.isUnanswered) {
        this.outbox.add(report, draft.key, new Date(store.now()).toISOString());
        this.clear();
        this.toasts.say(this.texts.t('report.queued'), 'bad');
      } else {
        this.refused(cause);
      }
    }
    return undefined;
  }

  /** @param {unknown} cause */
  refused(cause) {
    const { title, detail } = told(cause, this.texts);
    const errors = cause instanceof ApiError ? cause.errors : [];
    this.store.reportState = { ...this.store.reportState, problem: [title, errors.length ? '' : detail].join(' ').trim(), errors };
    this.store.notify('report');
  }

  /** The answer, before the live event comes; the event then finds the same revision. @param {Incident} incident */
  take(incident) {
    this.store.picture.takeIncident(incident);
    this.store.notify('incidents');
  }

  /** Sends again what waits. */
  async resend() {
    const taken = await this.outbox.flush();
    taken.forEach((incident) => this.take(incident));
    if (taken.length) this.toasts.say(this.texts.t('report.sentLater', { n: taken.length }), 'good');
  }

  /** A report that was refused goes back into the form. @param {WaitingReport} waiting */
  edit(waiting) {
    this.outbox.remove(waiting.key);
    // Changed content under the old key would be refused, and it was refused as it stood: nothing was created.
    this.store.report = asDraft(waiting.report, waiting.problem ? crypto.randomUUID() : waiting.key);
    this.keeping?.put(DRAFT, this.store.report);
    this.store.mode = 'report';
    this.store.notify('report', 'mode');
  }

  /** @param {IncidentCorrection} change */
  async correct(change) {
    const incident = this.store.incident();
    if (!incident) return;
    await this.attempt(async () => this.take(await this.api.correctIncident(incident.id, change, incident.revision)));
  }

  async close() {
    const incident = this.store.incident();
    if (!incident) return;
    await this.attempt(async () => this.take(await this.api.closeIncident(incident.id)));
  }

  /** @param {() => Promise<void>} act */
  async attempt(act) {
    try {
      await act();
    } catch (cause) {
      const { title, detail } = told(cause, this.texts);
      this.toasts.say([title, detail].filter(Boolean).join(' · '), 'bad');
    }
  }

  /** @param {string} id */
  async loadTimeline(id) {
    await this.attempt(async () => {
      this.store.timelines.set(id, await this.api.timeline(id));
      this.store.notify('timeline');
    });
  }
}
