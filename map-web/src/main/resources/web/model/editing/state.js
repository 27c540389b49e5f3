/** @import { Catalogue, EditState, FeatureDraft, FeatureHistory, RemovedList, Shape } from '../../editing-types.js' */

/** What drawing, editing and looking back keep while the page is open. */
export class EditingState {
  constructor() {
    /** What this person has begun and not sent, by key. @type {Map<string, FeatureDraft>} */
    this.drafts = new Map();
    /** The draft in hand. @type {string | null} */
    this.key = null;
    /** The shape while it is being dragged, before it becomes a step. @type {Shape | null} */
    this.dragged = null;
    this.state = freshState();
    /** @type {FeatureHistory | null} */
    this.history = null;
    /** Open while not null. @type {RemovedList | null} */
    this.removed = null;
    /** Open while not null. @type {Catalogue | null} */
    this.catalogue = null;
    /** A feature about to be deleted: why is being asked. @type {{layer: string, id: string, revision: number, reason: string, busy: boolean, problem: string} | null} */
    this.removal = null;
  }

  /** The draft in hand. */
  draft() {
    return this.key === null ? null : this.drafts.get(this.key) ?? null;
  }

  /** As it is on the map at this moment. */
  shape() {
    return this.dragged ?? this.draft()?.journal.now ?? null;
  }
}

/** @returns {EditState} */
export function freshState() {
  return { busy: false, kept: true, problem: '', errors: [], wanting: {}, gone: false };
}
