/** @import { LonLat } from '../../types.js' */
/** @import { FeatureDraft, OpenPath, Shape, VertexAddress } from '../../editing-types.js' */
/** @import { Store } from '../store.js' */
import { drawn, withoutShortPath } from '../editing/draft.js';
import { redone, undone } from '../editing/journal.js';
import { LEAST, withPathBegun, withPathRemoved, withVertexAppended, withVertexMoved, withVertexRemoved } from '../editing/shape.js';

/** What a hand does to the shape of the draft in hand; each a step that can be taken back. */
export class DrawingActs {
  /** @param {{store: Store, put: (draft: FeatureDraft) => void}} parts `put` keeps and shows a changed draft */
  constructor({ store, put }) {
    this.store = store;
    this.put = put;
  }

  draft() {
    return this.store.mode === 'edit' ? this.store.editing.draft() : null;
  }

  /** @param {(draft: FeatureDraft) => FeatureDraft} change */
  change(change) {
    const draft = this.draft();
    if (!draft) return;
    this.store.editing.dragged = null;
    const next = change(draft);
    if (next === draft) this.store.notify('editing');
    else this.put(next);
  }

  /** @param {Shape} shape */
  draw(shape) {
    this.change((draft) => drawn(draft, shape));
  }

  /** Typed: there is nothing left to be clicked. @param {Shape} shape */
  type(shape) {
    this.change((draft) => ({ ...drawn(draft, shape), drawing: shape.parts.length ? null : { part: 0, ring: 0 } }));
  }

  /** While it is dragged: no step yet; null puts it back. @param {Shape | null} shape */
  drag(shape) {
    this.store.editing.dragged = shape;
    this.store.notify('editing');
  }

  /** A click on the ground: the next vertex. @param {LonLat} at */
  place(at) {
    this.change((draft) => {
      const { now } = draft.journal;
      if (now.kind === 'point') return this.placePoint(draft, at);
      return draft.drawing ? drawn(draft, withVertexAppended(now, draft.drawing, at)) : draft;
    });
  }

  /** @param {FeatureDraft} draft @param {LonLat} at @returns {FeatureDraft} */
  placePoint(draft, at) {
    const { now } = draft.journal;
    const first = { part: 0, ring: 0, vertex: 0 };
    if (draft.drawing) return { ...drawn(draft, withVertexAppended(now, draft.drawing, at)), drawing: null };
    // Whoever places a new point clicks until it stands right; one that is known is only dragged.
    return draft.id === null && now.parts.length === 1 ? drawn(draft, withVertexMoved(now, first, at)) : draft;
  }

  undo() {
    this.change((draft) => withOpenPath({ ...draft, journal: undone(draft.journal) }));
  }

  redo() {
    this.change((draft) => withOpenPath({ ...draft, journal: redone(draft.journal) }));
  }

  /** A further part, or a hole; the next clicks draw it. @param {number | null} holeOf */
  beginPath(holeOf) {
    this.change((before) => {
      const draft = withoutShortPath(before);
      const { shape, part, ring } = withPathBegun(draft.journal.now, holeOf);
      return { ...draft, journal: { ...draft.journal, now: shape }, drawing: { part, ring } };
    });
  }

  /** Goes on at the end of a path. @param {OpenPath} path */
  continuePath(path) {
    this.change((draft) => ({ ...draft, drawing: path }));
  }

  /** The path is drawn; one too short to be any goes. */
  finishPath() {
    this.change(withoutShortPath);
  }

  /** @param {OpenPath} path */
  removePath({ part, ring }) {
    this.change((draft) => ({ ...drawn(draft, withPathRemoved(draft.journal.now, part, ring)), drawing: null }));
  }

  /** @param {VertexAddress} address */
  removeVertex(address) {
    this.change((draft) => withOpenPath(drawn(draft, withVertexRemoved(draft.journal.now, address, isBeingDrawn(draft, address)))));
  }

  /** The vertex drawn last. */
  stepBack() {
    const draft = this.draft();
    const path = draft?.drawing && draft.journal.now.parts[draft.drawing.part]?.[draft.drawing.ring];
    if (draft?.drawing && path?.length) this.removeVertex({ ...draft.drawing, vertex: path.length - 1 });
  }

  /** Whether the path being drawn is long enough to be one. */
  mayFinish() {
    const draft = this.draft();
    const path = draft?.drawing && draft.journal.now.parts[draft.drawing.part]?.[draft.drawing.ring];
    return Boolean(draft && path && path.length >= LEAST[draft.journal.now.kind]);
  }
}

/** @param {FeatureDraft} draft @param {VertexAddress} address */
function isBeingDrawn({ drawing }, { part, ring }) {
  return drawing?.part === part && drawing.ring === ring;
}

/** After a step back the path being drawn may not be there any more; without any path the first is drawn. @param {FeatureDraft} draft @returns {FeatureDraft} */
function withOpenPath(draft) {
  const { drawing, journal } = draft;
  if (!journal.now.parts.length) return { ...draft, drawing: { part: 0, ring: 0 } };
  return drawing && !journal.now.parts[drawing.part]?.[drawing.ring] ? { ...draft, drawing: null } : draft;
}
