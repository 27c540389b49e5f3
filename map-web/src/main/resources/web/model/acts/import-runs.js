/** @import { Feature } from '../../layer-types.js' */
/** @import { ImportReport, ImportState } from '../../import-types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { ImportApi } from '../../net/import-api.js' */
/** @import { Store } from '../store.js' */
import { ApiError } from '../../net/api.js';
import { carriedOver } from '../importing/mapping.js';
import { coverOf, previewed } from '../importing/preview.js';
import { TERRAIN, isReady, lookKey, modeOf, needsCrs, stepOfErrors, stepsOf, tryKey, wanting, wishOf, withFound } from '../importing/state.js';
import { told } from './problems.js';

const ASK_AGAIN_MS = 400;
const LOST_MS = 2000;
const IS_TERRAIN = 'import.terrain';
const UPLOAD_GONE = 'import.upload_unknown';

/** What takes its time: sending the file and looking into it, the dry run, the import itself. Each can be stopped; what was begun later wins. */
export class ImportRuns {
  /** @param {{store: Store, importApi: ImportApi, texts: Texts, onShow: (feature: Feature | null) => void, onOver: () => void, pause: (ms: number) => Promise<void>}} parts `onOver`: a run is over */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.importApi;
    this.texts = parts.texts;
    this.onShow = parts.onShow;
    this.onOver = parts.onOver;
    this.pause = parts.pause;
    /** The file itself, as long as the page is open. @type {File | null} */
    this.file = null;
    /** @type {AbortController | null} */
    this.sending = null;
    /** What was begun last; what came before no longer writes. */
    this.turn = 0;
  }

  get importing() {
    return this.store.importing;
  }

  get state() {
    return this.importing.state;
  }

  type() {
    return this.store.layerType(this.state.layer);
  }

  /** @param {Partial<ImportState>} change */
  write(change) {
    this.importing.state = { ...this.state, ...change };
    this.store.notify('importing');
  }

  /** What the person chooses: a refusal of the old choice is no longer true. @param {Partial<ImportState>} change */
  choose(change) {
    this.write({ ...change, problem: '', detail: '', errors: [] });
  }

  /** What is in the file, with what is chosen by now. @param {'sending' | 'looking'} busy @returns {Promise<boolean>} */
  async look(busy = 'looking') {
    const turn = ++this.turn;
    this.write({ busy, sent: null, problem: '', detail: '', errors: [] });
    try {
      const { layer, encoding } = this.state;
      const found = this.state.found ? await this.withUpload(() => this.inspect(null, {})) : await this.inspect(this.file, {});
      if (turn !== this.turn) return false;
      const next = withFound(this.state, found, carriedOver);
      this.write({ ...next, busy: '', sent: null, foundFor: lookKey({ ...next, layer, encoding }) });
      return true;
    } catch (cause) {
      if (turn === this.turn) this.refused(cause);
      return false;
    }
  }

  /** @param {File | null} file @param {Record<string, string>} more */
  inspect(file, more) {
    const { layer, encoding, found, sourceLayer } = this.state;
    this.sending = new AbortController();
    const all = { ...(file ? {} : { upload: found?.upload ?? '' }), layer, encoding, source_layer: sourceLayer, ...more };
    const fields = Object.fromEntries(Object.entries(all).filter(([, value]) => value));
    return this.api.inspect(file, fields, { signal: this.sending.signal, onSent: file ? (bytes, of) => this.write({ sent: { bytes, of } }) : undefined });
  }

  /** Ends what is under way: what travels, or what runs on the server. */
  stop() {
    this.sending?.abort();
    const { run } = this.state;
    if (run) this.api.stop(run.id).catch((cause) => this.notStopped(cause));
  }

  /** What was over already needed no stopping. @param {unknown} cause */
  notStopped(cause) {
    if (!(cause instanceof ApiError) || !cause.isConflict) this.refused(cause);
  }

  /** The whole import, taken back at the end; before it a look at where things come to lie. */
  async tryOut() {
    const type = this.type();
    const key = tryKey(this.state, type);
    if (this.state.tried === key && this.state.report?.state === 'done') return;
    const turn = ++this.turn;
    this.write({ busy: 'trying', report: null, tried: '', allowElsewhere: false, shown: null, problem: '', detail: '', errors: [] });
    try {
      const { preview } = await this.withUpload(() => this.inspect(null, { crs: needsCrs(this.state) ? this.state.crs : '', mapping: JSON.stringify(this.state.mapping) }));
      if (turn !== this.turn) return;
      this.write({ preview });
      const report = await this.follow(await this.withUpload(() => this.api.bring({ ...wishOf(this.state), mode: 'dry_run', try: modeOf(this.state, type) })), turn);
      if (turn !== this.turn || !report) return;
      this.write({ busy: '', run: null, report, tried: key });
      this.failed(report);
      this.showAll();
    } catch (cause) {
      if (turn === this.turn) this.refused(cause);
    }
    this.onOver();
  }

  /** For good. */
  async bring() {
    const type = this.type();
    if (this.state.busy || !isReady(this.state, type)) return;
    const turn = ++this.turn;
    this.write({ busy: 'storing', problem: '', detail: '', errors: [] });
    const { reason, skipRejected, allowElsewhere } = this.state;
    const more = { mode: modeOf(this.state, type), ...(reason.trim() ? { reason: reason.trim() } : {}), ...(skipRejected ? { skip_rejected: 'true' } : {}), ...(allowElsewhere ? { allow_elsewhere: 'true' } : {}) };
    try {
      const report = await this.follow(await this.withUpload(() => this.api.bring({ ...wishOf(this.state), ...more })), turn);
      if (turn !== this.turn || !report) return;
      if (report.stored) this.write({ busy: '', run: null, result: report, preview: null, report: null, tried: '', shown: null });
      else this.write({ busy: '', run: null, report, tried: tryKey(this.state, type), step: 'check' });
      this.failed(report);
    } catch (cause) {
      if (turn === this.turn) this.refused(cause);
    }
    this.onOver();
  }

  /** Heights go straight to the terrain. */
  async bringTerrain() {
    const { file, state } = this;
    if (state.busy || !file) return;
    if (Object.keys(wanting(state, 'store')).length) {
      this.write({ asked: 'store' });
      return;
    }
    const turn = ++this.turn;
    this.sending = new AbortController();
    this.write({ busy: 'storing', sent: null, problem: '', detail: '', errors: [] });
    const all = { crs: state.crs, mode: state.mode, source: state.source.trim(), provenance: state.provenance, data_date: state.dataDate, accuracy_m: state.accuracyM };
    const fields = Object.fromEntries(Object.entries(all).filter(([, value]) => value));
    try {
      await this.api.bringTerrain(file, fields, { signal: this.sending.signal, onSent: (bytes, of) => this.write({ sent: { bytes, of } }) });
      if (turn === this.turn) this.write({ busy: '', sent: null, terrainStored: true });
    } catch (cause) {
      if (turn === this.turn) this.refused(cause);
    }
  }

  /** Until it is over; a lost link is no end, the server goes on. @param {ImportReport} begun @param {number} turn @returns {Promise<ImportReport | null>} */
  async follow(begun, turn) {
    let report = begun;
    while (report.state === 'running') {
      if (turn !== this.turn) return null;
      this.write({ run: { id: report.id, progress: report.progress ?? null } });
      await this.pause(ASK_AGAIN_MS);
      try {
        report = await this.api.report(report.id);
      } catch (cause) {
        if (!(cause instanceof ApiError) || !cause.isUnanswered) throw cause;
        await this.pause(LOST_MS);
      }
    }
    return report;
  }

  /** The server keeps a file for two hours; after that it travels once more. @template T @param {() => Promise<T>} ask @returns {Promise<T>} */
  async withUpload(ask) {
    try {
      return await ask();
    } catch (cause) {
      if (!(cause instanceof ApiError) || !cause.errors.some(({ code }) => code === UPLOAD_GONE) || !this.file) throw cause;
      const found = await this.inspect(this.file, {});
      this.write({ found, sent: null });
      return await ask();
    }
  }

  /** A run that came to nothing says why. @param {ImportReport} report */
  failed({ problem }) {
    if (problem) this.refused(new ApiError(422, problem));
  }

  /** Said where the field is, and the person is taken there. @param {unknown} cause */
  refused(cause) {
    const { title, detail } = told(cause, this.texts);
    const errors = cause instanceof ApiError ? cause.errors : [];
    const stopped = this.sending?.signal.aborted && cause instanceof ApiError && cause.status === 0;
    this.write({ busy: '', run: null, sent: null, problem: stopped ? this.texts.t('importing.stopped') : title, detail: stopped ? '' : detail, errors });
    if (errors.some(({ code }) => code === IS_TERRAIN)) {
      this.write({ isTerrain: true, layer: TERRAIN, problem: '', detail: '', errors: [] });
      return;
    }
    const step = stepOfErrors(this.state);
    if (step && stepsOf(this.state).indexOf(step) < stepsOf(this.state).indexOf(this.state.step)) this.write({ step });
  }

  /** On the map, all that the file brings. */
  showAll() {
    this.onShow(coverOf(previewed(this.state)));
  }
}
