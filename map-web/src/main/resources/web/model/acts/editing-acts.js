/** @import { Feature, LayerType } from '../../layer-types.js' */
/** @import { EventMessage } from '../../types.js' */
/** @import { FeatureDraft, FieldValue, ShapeKind } from '../../editing-types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { EditingApi } from '../../net/editing-api.js' */
/** @import { Keeping } from '../../net/keeping.js' */
/** @import { Store } from '../store.js' */
/** @import { Toasts } from './toasts.js' */
import { ApiError } from '../../net/api.js';
import { faults } from '../editing/crossings.js';
import { asWish, changed, draftKey, draftOf, isBegun, newDraft, overtaken, shapeOfFeature, unsettled, wanting, withoutShortPath, written } from '../editing/draft.js';
import { shortened } from '../editing/journal.js';
import { freshState } from '../editing/state.js';
import { told } from './problems.js';

const DRAFTS = 'features';
const STEPS_KEPT = 30;
const VERTICES_KEPT = 20_000;

/** Changing and sending a feature. What is begun is kept until it is sent or thrown away. */
export class EditingActs {
  /** @param {{store: Store, editingApi: EditingApi, texts: Texts, toasts: Toasts, onTaken: (layer: string) => void, onSaved: (layer: string, feature: Feature) => void}} parts */
  constructor(parts) {
    this.store = parts.store;
    this.api = parts.editingApi;
    this.texts = parts.texts;
    this.toasts = parts.toasts;
    this.onTaken = parts.onTaken;
    this.onSaved = parts.onSaved;
    /** What this window threw away or sent. @type {Set<string>} */
    this.forgotten = new Set();
    /** Of who is signed in. @type {Keeping | null} */
    this.keeping = null;
  }

  /** What this person left unfinished in this county; null when nobody is signed in. @param {Keeping | null} keeping */
  open(keeping) {
    this.keeping = keeping;
    this.editing.drafts = new Map(/** @type {FeatureDraft[]} */ (keeping?.get(DRAFTS, []) ?? []).map((draft) => [draft.key, draft]));
    this.editing.key = null;
    this.editing.state = freshState();
  }

  get editing() {
    return this.store.editing;
  }

  /** The draft in hand, with its layer. @returns {{draft: FeatureDraft, type: LayerType} | null} */
  hand() {
    const draft = this.editing.draft();
    const type = draft && this.store.layerTypes.find((it) => it.id === draft.layer);
    return draft && type ? { draft, type } : null;
  }

  /** To what can be drawn and what is unfinished. */
  start() {
    this.take(null);
  }

  /** A feature that is there; goes on with what was begun before. @param {string} layer @param {string} id */
  async begin(layer, id) {
    const key = draftKey(layer, id);
    if (this.editing.drafts.has(key)) return this.take(key);
    try {
      const feature = await this.api.feature(layer, id);
      const shape = shapeOfFeature(feature);
      const type = this.store.layerTypes.find((it) => it.id === layer);
      if (!shape || !type) return this.toasts.say(this.texts.t('editing.notDrawable'), 'bad');
      this.editing.drafts.set(key, draftOf(type, feature, shape, this.store.now()));
      this.take(key);
    } catch (cause) {
      this.toasts.say(told(cause, this.texts).title, 'bad');
    }
    return undefined;
  }

  /** A new one. @param {LayerType} type @param {ShapeKind} kind */
  create(type, kind) {
    const draft = newDraft(type, kind, crypto.randomUUID(), this.store.now());
    this.editing.drafts.set(draft.key, draft);
    this.take(draft.key);
  }

  /** @param {string | null} key null: none in hand */
  take(key) {
    this.tidy();
    this.editing.key = key;
    this.editing.dragged = null;
    this.editing.state = freshState();
    this.store.mode = 'edit';
    this.store.notify('mode', 'editing');
    const draft = this.editing.draft();
    if (draft) this.onTaken(draft.layer);
  }

  /** What nobody touched is no draft. */
  tidy() {
    const draft = this.editing.draft();
    if (draft && !isBegun(draft)) this.forget(draft.key);
  }

  /** Away from it; it stays unfinished. */
  leave() {
    this.tidy();
    this.editing.key = null;
    this.store.mode = 'incident';
    this.store.notify('mode', 'editing');
  }

  /** Throws it away. @param {string} key */
  drop(key) {
    this.forget(key);
    if (this.editing.key === key) this.leave();
    else this.store.notify('editing');
  }

  /** @param {string} key */
  forget(key) {
    this.editing.drafts.delete(key);
    this.forgotten.add(key);
    this.keep();
  }

  /** @param {FeatureDraft} draft */
  put(draft) {
    this.editing.drafts.set(draft.key, draft);
    this.forgotten.delete(draft.key);
    this.editing.state = { ...this.editing.state, wanting: {}, kept: this.keep() };
    this.store.notify('editing');
  }

  /** Beside what the same person begins in another window. @returns {boolean} whether it outlasts this page */
  keep() {
    const { drafts } = this.editing;
    const elsewhere = /** @type {FeatureDraft[]} */ (this.keeping?.get(DRAFTS, []) ?? []).filter(({ key }) => !drafts.has(key) && !this.forgotten.has(key));
    const own = [...drafts.values()].filter(isBegun).map((draft) => ({ ...draft, journal: shortened(draft.journal, STEPS_KEPT, VERTICES_KEPT) }));
    return this.keeping?.put(DRAFTS, [...elsewhere, ...own]) ?? false;
  }

  /** @param {string} field @param {FieldValue} value */
  write(field, value) {
    const draft = this.editing.draft();
    if (draft) this.put(written(draft, field, value));
  }

  /** @param {string} reason */
  explain(reason) {
    const draft = this.editing.draft();
    if (draft) this.put({ ...draft, reason });
  }

  /** @param {string} field @param {'mine' | 'theirs'} whose */
  settle(field, whose) {
    const draft = this.editing.draft();
    if (draft) this.put({ ...draft, settled: { ...draft.settled, [field]: whose } });
  }

  async send() {
    const hand = this.hand();
    if (!hand || this.editing.state.busy) return;
    const { type } = hand;
    const draft = withoutShortPath(hand.draft);
    if (draft !== hand.draft) this.put(draft);
    const missing = wanting(draft, type);
    if (faults(draft.journal.now).length) missing.geometry = 'crossing';
    for (const field of unsettled(draft, type)) missing[field] = 'unsettled';
    if (draft.id !== null && !changed(draft, type).length && !Object.keys(missing).some((field) => field !== 'reason')) {
      this.toasts.say(this.texts.t('editing.nothing'));
      this.drop(draft.key);
      return;
    }
    this.tell({ ...freshState(), kept: this.editing.state.kept, wanting: missing, busy: !Object.keys(missing).length });
    if (!this.editing.state.busy) return;
    try {
      const wish = asWish(draft, type);
      const revision = Number(draft.seen?.properties.revision ?? 0);
      const feature = draft.id === null ? await this.api.createFeature(type.id, wish, draft.key) : await this.api.changeFeature(type.id, draft.id, wish, revision);
      this.saved(draft, type, feature);
    } catch (cause) {
      this.refused(draft.key, cause);
    }
  }

  /** @param {FeatureDraft} draft @param {LayerType} type @param {Feature} feature */
  saved(draft, type, feature) {
    this.editing.state = freshState();
    this.drop(draft.key);
    this.toasts.say(this.texts.t(draft.id === null ? 'editing.created' : 'editing.saved', { layer: type.label, name: String(feature.properties.name ?? '') }), 'good');
    this.onSaved(type.id, feature);
  }

  /** @param {string} key @param {unknown} cause */
  refused(key, cause) {
    const { title, detail } = told(cause, this.texts);
    const answer = cause instanceof ApiError ? cause : null;
    const current = /** @type {Feature | null} */ (answer?.status === 409 ? answer.current : null);
    if (current) this.overtake(key, current);
    const atField = answer?.errors.some(({ pointer, message }) => pointer && message === title);
    this.tell({ ...this.editing.state, busy: false, gone: answer?.status === 404, problem: [atField ? '' : title, current ? '' : detail].filter(Boolean).join(' '), errors: current ? [] : answer?.errors ?? [] });
  }

  /** Somebody else was faster. @param {string} key @param {Feature} latest */
  overtake(key, latest) {
    const draft = this.editing.drafts.get(key);
    const type = draft && this.store.layerTypes.find((it) => it.id === draft.layer);
    if (!draft || !type || Number(latest.properties.revision) <= Number(draft.seen?.properties.revision)) return;
    this.editing.drafts.set(key, overtaken(draft, latest, type));
    this.keep();
    this.store.notify('editing');
  }

  /** What the live link tells: a draft learns of others' changes before it is sent. @param {EventMessage} message */
  heard({ event, payload: { layer, id, feature } }) {
    if (!layer || !id) return;
    const key = draftKey(layer, id);
    if (!this.editing.drafts.has(key) || this.editing.state.busy) return;
    if (event === 'feature.removed' && this.editing.key === key) this.tell({ ...this.editing.state, gone: true });
    else if (feature) this.overtake(key, feature);
  }

  /** @param {EditingActs['editing']['state']} state */
  tell(state) {
    this.editing.state = state;
    this.store.notify('editing');
  }
}
