/** @import { Ghost } from '../../editing-types.js' */
/** @import { Store } from '../store.js' */
import { before } from './differences.js';
import { clashes, GEOMETRY, shapeOfFeature } from './draft.js';

/** What the map shows to compare with. @param {Store} store @returns {Ghost[]} */
export function ghostsOf(store) {
  if (store.mode === 'history') return ofHistory(store);
  const draft = store.mode === 'edit' ? store.editing.draft() : null;
  const type = draft && store.layerTypes.find((it) => it.id === draft.layer);
  if (!draft || !type) return [];
  const isClash = clashes(draft, type).includes(GEOMETRY);
  const [shape, look] = isClash ? [shapeOfFeature(draft.seen), 'theirs'] : [shapeOfFeature(draft.base), 'before'];
  return shape && draft.touched.includes(GEOMETRY) ? [{ shape, look: /** @type {Ghost['look']} */ (look) }] : [];
}

/** The state that is chosen over the one before it; without a choice the newest. @param {Store} store @returns {Ghost[]} */
function ofHistory({ editing: { history } }) {
  const versions = history?.versions ?? [];
  const chosen = versions.find(({ revision }) => revision === history?.chosen) ?? versions[0];
  if (!chosen) return [];
  const old = before(versions, chosen);
  return [[old, 'before'], [chosen, 'after']].flatMap(([version, look]) => {
    const shape = version && typeof version !== 'string' ? shapeOfFeature(version.feature) : null;
    return shape ? [{ shape, look: /** @type {Ghost['look']} */ (look) }] : [];
  });
}
