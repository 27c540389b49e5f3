/** @import { Feature } from '../../layer-types.js' */
/** @import { ImportFinding, ImportState, ImportStep, SavedMapping } from '../../import-types.js' */
/** @import { Texts } from '../../i18n/texts.js' */
/** @import { ImportApi } from '../../net/import-api.js' */
/** @import { Store } from '../store.js' */
import { carriedOver } from '../importing/mapping.js';
import { placeOfFinding } from '../importing/preview.js';
import { TERRAIN, chosenLayer, freshImport, freshImporting, isReachable, isTerrainFile, lookKey, stepsOf, tryKey, wanting } from '../importing/state.js';
import { ImportRecords } from './import-records.js';
import { ImportRuns } from './import-runs.js';

/** A file into a layer, step by step. Nothing that was chosen is lost by going back, or by work at the map in between. */
export class ImportActs {
  /**
   * @param {object} parts
   * @param {Store} parts.store
   * @param {ImportApi} parts.importApi
   * @param {Texts} parts.texts
   * @param {(feature: Feature | null) => void} parts.onShow the map goes there; null: the county
   * @param {(file: {name: string, content: Blob}) => void} parts.onFile for the person to keep
   * @param {(ms: number) => Promise<void>} [parts.pause]
   */
  constructor(parts) {
    this.store = parts.store;
    this.texts = parts.texts;
    this.records = new ImportRecords(parts);
    const pause = parts.pause ?? ((/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    this.runs = new ImportRuns({ ...parts, pause, onOver: () => void this.records.loadEarlier() });
  }

  get importing() {
    return this.store.importing;
  }

  get state() {
    return this.importing.state;
  }

  /** @param {Partial<ImportState>} change */
  write(change) {
    this.runs.write(change);
  }

  /** What the person chooses: a refusal of the old choice is no longer true. @param {Partial<ImportState>} change */
  choose(change) {
    this.runs.choose(change);
  }

  /** For a layer, or '' to choose it here. @param {string} layer */
  async open(layer) {
    if (this.state.result || this.state.terrainStored) this.begin(layer);
    else if (layer && layer !== this.state.layer) this.chooseLayer(layer);
    this.importing.opened = null;
    this.store.layersOpen = false; // it would lie over what is shown on the map
    this.store.mode = 'import';
    this.store.notify('mode', 'importing');
    await Promise.all([this.records.loadOptions(), this.records.loadEarlier(), this.records.loadSaved()]);
  }

  leave() {
    this.store.mode = 'incident';
    this.store.notify('mode', 'importing');
  }

  /** Everything anew. @param {string} layer */
  begin(layer) {
    this.runs.stop();
    this.runs.turn += 1;
    this.runs.file = null;
    this.importing.opened = null;
    this.importing.state = freshImport(layer === TERRAIN ? '' : layer);
    this.store.notify('importing');
  }

  /** The person left; nothing of it is for the next one. */
  forget() {
    this.begin('');
    this.store.importing = freshImporting();
  }

  /** @param {string} layer */
  chooseLayer(layer) {
    this.choose({ layer, isTerrain: layer === TERRAIN, mode: '', report: null, result: null });
    void this.records.loadSaved();
  }

  /** @param {File} file */
  async take(file) {
    this.runs.stop();
    this.runs.turn += 1;
    this.runs.file = file;
    const isTerrain = isTerrainFile(file.name);
    this.choose({
      step: 'file', file: { name: file.name, bytes: file.size }, isTerrain, layer: isTerrain ? TERRAIN : this.state.layer === TERRAIN ? '' : this.state.layer,
      found: null, foundFor: '', both: {}, preview: null, report: null, tried: '', result: null, terrainStored: false, shown: null, asked: '',
    });
    const most = this.importing.options?.largest_bytes ?? Infinity;
    if (file.size > most) this.write({ file: null, problem: this.texts.t('importing.tooLarge', { size: this.texts.bytes(file.size), most: this.texts.bytes(most) }) });
    else if (!isTerrain) await this.runs.look('sending');
  }

  /** Another table of the file. @param {string} sourceLayer */
  chooseSourceLayer(sourceLayer) {
    this.choose({ sourceLayer, mapping: {}, mappingOwn: false });
    const layer = chosenLayer(this.state);
    if (layer) this.write({ mapping: { ...layer.suggested_mapping } });
  }

  /** @param {string} field @param {string} target '' leaves it out */
  map(field, target) {
    this.choose({ mapping: { ...this.state.mapping, [field]: target || null }, mappingOwn: true });
  }

  /** The next step, if this one wants nothing. */
  async next() {
    const { state } = this;
    const steps = stepsOf(state);
    const step = steps[steps.indexOf(state.step) + 1];
    if (!step || state.busy) return;
    if (Object.keys(wanting(state, state.step)).length) this.write({ asked: state.step });
    else await this.go(step);
  }

  back() {
    const steps = stepsOf(this.state);
    const step = steps[steps.indexOf(this.state.step) - 1];
    if (step) this.write({ step, asked: '', shown: null });
  }

  /** @param {ImportStep} step */
  async go(step) {
    const isBack = stepsOf(this.state).indexOf(step) < stepsOf(this.state).indexOf(this.state.step);
    if (!isBack && !isReachable(this.state, step)) return;
    if (!isBack && !this.state.isTerrain && this.state.foundFor !== lookKey(this.state) && !(await this.runs.look())) return;
    if (!isReachable(this.state, step)) return;
    this.write({ step, asked: '', shown: null });
    if (!isBack && step === 'check') await this.runs.tryOut();
    if (!isBack && step === 'store' && !this.state.isTerrain && this.state.tried !== tryKey(this.state, this.runs.type())) await this.runs.tryOut();
  }

  /** The other encoding is looked at at once. @param {string} encoding */
  async chooseEncoding(encoding) {
    this.choose({ encoding });
    await this.runs.look();
  }

  /** @param {SavedMapping} saved */
  useSaved({ mapping, source }) {
    const layer = chosenLayer(this.state);
    if (!layer) return;
    this.choose({ mapping: carriedOver(mapping, layer), mappingOwn: true, source });
  }

  /** A suspicion is followed with one click. @param {string} crs */
  async changeCrs(crs) {
    this.choose({ crs });
    await this.runs.tryOut();
  }

  /** @param {'merge' | 'replace'} mode */
  async chooseMode(mode) {
    this.choose({ mode });
    if (!this.state.isTerrain) await this.runs.tryOut();
  }

  /** @param {ImportFinding} finding */
  showFinding(finding) {
    this.write({ shown: finding });
    const geometry = placeOfFinding(finding, this.state.preview?.features ?? []);
    if (geometry) this.runs.onShow({ type: 'Feature', geometry, properties: {} });
  }
}
