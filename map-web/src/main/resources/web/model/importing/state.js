/** @import { LayerType } from '../../layer-types.js' */
/** @import { Importing, ImportState, ImportStep, MeetMode, SourceLayer } from '../../import-types.js' */
import { hasPlace, hasPlaceNamesOnly, maps, takenTwice } from './mapping.js';

/** @type {readonly ImportStep[]} */
export const STEPS = ['file', 'content', 'fields', 'check', 'store'];
/** @type {readonly ImportStep[]} */
const TERRAIN_STEPS = ['file', 'content', 'store'];
/** The target that is no layer: heights. */
export const TERRAIN = 'terrain';
const TERRAIN_FILE = /\.(tif|tiff|asc|hgt)(\.zip)?$/i;
/** What the server names, and where it is chosen. @type {Record<string, ImportStep>} */
const PLACES = {
  layer: 'file', file: 'file', upload: 'file', source_layer: 'content', encoding: 'content', crs: 'content',
  mapping: 'fields', source: 'fields', provenance: 'fields', accuracy_m: 'fields', data_date: 'fields', reason: 'store', mode: 'store',
};

/** @param {string} layer @returns {ImportState} */
export function freshImport(layer) {
  return {
    step: 'file', layer, file: null, isTerrain: false, found: null, foundFor: '', both: {}, sourceLayer: '', encoding: '', crs: '', mapping: {}, mappingOwn: false,
    source: '', provenance: 'IMPORTED', accuracyM: '', dataDate: '', reason: '', mode: '', skipRejected: false, allowElsewhere: false, preview: null, report: null, tried: '', result: null,
    terrainStored: false, busy: '', sent: null, run: null, problem: '', detail: '', errors: [], asked: '', shown: null,
  };
}

/** @returns {Importing} */
export function freshImporting() {
  return { state: freshImport(''), options: null, saved: [], earlier: null, earlierProblem: '', opened: null };
}

/** @param {ImportState} state @returns {readonly ImportStep[]} */
export function stepsOf({ isTerrain }) {
  return isTerrain ? TERRAIN_STEPS : STEPS;
}

/** @param {string} name */
export function isTerrainFile(name) {
  return TERRAIN_FILE.test(name);
}

/** The table that is meant. @param {ImportState} state @returns {SourceLayer | null} */
export function chosenLayer({ found, sourceLayer }) {
  return found?.source_layers.find(({ name }) => name === sourceLayer) ?? null;
}

/** The only one, or of an OpenStreetMap extract the one that is called like the layer. @param {ImportState} state @returns {string} */
export function onlyLayer({ found, layer, sourceLayer }) {
  const names = (found?.source_layers ?? []).map(({ name }) => name);
  if (names.includes(sourceLayer)) return sourceLayer;
  if (names.length === 1) return names[0];
  return names.includes(layer) ? layer : '';
}

/** OpenStreetMap has one by its own definition, place names need none. @param {ImportState} state */
export function needsCrs(state) {
  return state.found?.format !== 'osm_pbf' && !(chosenLayer(state)?.geometry_type === null && hasPlaceNamesOnly(state.mapping));
}

/** What a step still wants, by field; each a key of `importing.wanting`. @param {ImportState} state @param {ImportStep} step @returns {Record<string, string>} */
export function wanting(state, step) {
  /** @type {Record<string, string>} */
  const found = {};
  const layer = chosenLayer(state);
  switch (step) {
    case 'file':
      if (!state.layer) found.layer = 'layer';
      if (!state.file || (!state.isTerrain && !state.found)) found.file = 'file';
      break;
    case 'content':
      if (!state.isTerrain && !layer) found.source_layer = 'sourceLayer';
      if (layer && !state.encoding && !layer.encoding) found.encoding = 'encoding';
      if (needsCrs(state) && !state.crs) found.crs = 'crs';
      break;
    case 'fields':
      if (layer && !layer.geometry_type && !hasPlace(state.mapping)) found.mapping = 'place';
      if (takenTwice(state.mapping).length) found.mapping = 'twice';
      if (state.accuracyM && !isLength(state.accuracyM)) found.accuracy_m = 'accuracy';
      break;
    case 'check':
      if (!state.report || state.report.state !== 'done') found.report = 'report';
      break;
    default:
      if (state.isTerrain && state.accuracyM && !isLength(state.accuracyM)) found.accuracy_m = 'accuracy';
      if (state.isTerrain && !state.mode) found.mode = 'mode';
  }
  return found;
}

/** @param {string} text metres */
function isLength(text) {
  return /^\d{1,4}(\.\d{1,3})?$/.test(text);
}

/** Going back is always possible, forward as far as nothing is wanting. @param {ImportState} state @param {ImportStep} step */
export function isReachable(state, step) {
  const steps = stepsOf(state);
  return steps.slice(0, steps.indexOf(step)).every((it) => !Object.keys(wanting(state, it)).length);
}

/** Where the field of a refusal stands. @param {string} pointer */
export function placeOf(pointer) {
  return pointer.split('/')[1] ?? '';
}

/** The first step that has a field which was refused. @param {ImportState} state @returns {ImportStep | null} */
export function stepOfErrors(state) {
  const places = state.errors.map(({ pointer }) => PLACES[placeOf(pointer)]);
  return stepsOf(state).find((step) => places.includes(step)) ?? null;
}

/** Invented features leave as a whole. @param {LayerType | undefined} type */
export function isSynthetic(type) {
  return (type?.provenance ?? []).includes('SYNTHETIC');
}

/** Why a merge is not possible: a key of `importing.noMerge`. @param {ImportState} state @param {LayerType | undefined} type @returns {'' | 'synthetic' | 'noId'} */
export function noMerge(state, type) {
  if (isSynthetic(type) && state.provenance !== 'SYNTHETIC') return 'synthetic';
  return maps(state.mapping, 'external_id') ? '' : 'noId';
}

/** The chosen way; unchosen, the one that takes nothing away where that is possible. @param {ImportState} state @param {LayerType | undefined} type @returns {MeetMode} */
export function modeOf(state, type) {
  if (noMerge(state, type)) return 'replace';
  return state.mode || 'merge';
}

/**
 * Fields of the contract's NewImport, but for mode.
 * @param {ImportState} state
 * @returns {Record<string, string>}
 */
export function wishOf(state) {
  const all = {
    upload: state.found?.upload ?? '', layer: state.layer, crs: needsCrs(state) ? state.crs : '', source: state.source.trim(), source_layer: state.sourceLayer,
    encoding: state.encoding, mapping: JSON.stringify(state.mapping), provenance: state.provenance, accuracy_m: state.accuracyM,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
}

/** Tells one try from another. @param {ImportState} state @param {LayerType | undefined} type */
export function tryKey(state, type) {
  return JSON.stringify({ ...wishOf(state), try: modeOf(state, type) });
}

/** What an inspection depends on. @param {ImportState} state */
export function lookKey({ found, layer, encoding }) {
  return JSON.stringify([found?.upload, layer, encoding]);
}

/** Half of it or more lies far from the county. @param {import('../../import-types.js').ImportReport} report */
export function liesElsewhere({ warnings }) {
  return warnings.some(({ code }) => code === 'import.elsewhere');
}

/** Whether everything that is to be stored was just tried like this, and nothing stands in the way. @param {ImportState} state @param {LayerType | undefined} type */
export function isReady(state, type) {
  const { report } = state;
  if (!report || report.state !== 'done' || state.tried !== tryKey(state, type) || report.accepted === 0) return false;
  return (report.rejected_count === 0 || state.skipRejected) && (!liesElsewhere(report) || state.allowElsewhere);
}

/** From one look at the file: its tables, what it proposes, and what the person chose before, as far as it still fits. @param {ImportState} state @param {import('../../import-types.js').InspectedFile} found @param {(own: import('../../import-types.js').FieldMapping, layer: SourceLayer) => import('../../import-types.js').FieldMapping} carry @returns {ImportState} */
export function withFound(state, found, carry) {
  const next = { ...state, found, preview: found.preview ?? null };
  next.sourceLayer = onlyLayer(next);
  const layer = chosenLayer(next);
  if (layer) next.mapping = state.mappingOwn ? carry(state.mapping, layer) : { ...layer.suggested_mapping };
  for (const field of layer?.fields ?? []) {
    if (field.samples_by_encoding) next.both = { ...next.both, [field.name]: field.samples_by_encoding };
  }
  return next;
}
