/** @import { Advice, ClosureDraft, Correction, FieldProblem, LayerType, Language, LineString, LinkState, LoadedLayer, LogEvent, LonLat, Mode, People, Preset, ReportDraft, Selected, Session, Setup, Sheet, Theme, Toast, Topic } from '../types.js' */
/** @import { Act } from './rights.js' */
import { emptyArea } from './area.js';
import { ServerClock } from './clock.js';
import { EditingState } from './editing/state.js';
import { freshImporting } from './importing/state.js';
import { Picture } from './picture.js';
import { emptyReport } from './report.js';
import { mayDo } from './rights.js';
import { emptyTerrain, noTerrainAnswer } from './terrain.js';

/** @returns {string} */
const newKey = () => crypto.randomUUID();

/** All that the screen shows. Whoever changes a part says so by its topic; who shows it listens to the topic. */
export class Store {
  constructor() {
    this.picture = new Picture();
    this.clock = new ServerClock();
    /** @type {Session | null} */
    this.session = null;
    /** @type {Setup | null} */
    this.setup = null;
    this.link = {
      /** @type {LinkState} */
      state: 'connecting',
      /** Server time of the last message, ms. */
      heardAt: 0,
      /** Sequence when the link was lost. @type {number | null} */
      lostAtSeq: null,
    };
    /** @type {string | null} */
    this.incidentId = null;
    /** @type {string | null} */
    this.unitId = null;
    /** @type {Mode} */
    this.mode = 'incident';
    /** @type {{theme: Theme, language: Language}} */
    this.preferences = { theme: 'day', language: 'zh-CN' };
    /** @type {Toast[]} */
    this.toasts = [];
    /** Advice by incident. @type {Map<string, Advice>} */
    this.advice = new Map();
    /** @type {Map<string, LogEvent[]>} */
    this.timelines = new Map();
    /** @type {ReportDraft} */
    this.report = emptyReport(newKey());
    this.reportState = {
      busy: false,
      kept: true,
      /** @type {string} */
      problem: '',
      /** @type {FieldProblem[]} */
      errors: [],
      /** @type {string[]} */
      missing: [],
    };
    /** What is being corrected, by incident. @type {Map<string, Correction>} */
    this.corrections = new Map();
    /** @type {ClosureDraft} */
    this.closure = { stretch: null, at: null, reason: '', hours: '', key: newKey() };
    this.closureState = { busy: false, problem: '', detail: '' };
    /** @type {Sheet | null} */
    this.sheet = null;
    /** Route under the pointer. @type {{unitId: string, route: LineString} | null} */
    this.preview = null;
    /** @type {LayerType[]} */
    this.layerTypes = [];
    /** @type {Set<string>} */
    this.visibleLayers = new Set();
    /** What is loaded, by layer. @type {Map<string, LoadedLayer>} */
    this.loadedLayers = new Map();
    /** Whether the map draws the layers' points as dots now. */
    this.pointsAreDots = false;
    /** The person's own sets of layers. @type {Preset[]} */
    this.presets = [];
    /** The feature whose card is open. @type {Selected | null} */
    this.selectedFeature = null;
    /** What the search was last asked for and found. @type {{name: string, at: LonLat} | null} */
    this.foundPlace = null;
    /** What is asked for in an area, and figures by township. @type {import('../area-types.js').AreaDraft} */
    this.area = emptyArea();
    /** @type {import('../area-types.js').AreaState} */
    this.areaState = { busy: false, problem: '', detail: '' };
    /** @type {import('../area-types.js').AreaAnswer | null} */
    this.areaAnswer = null;
    /** Their names. @type {string[]} */
    this.townships = [];
    /** @type {import('../area-types.js').Figures} */
    this.figures = { layer: '', attribute: '', at: 0, answer: null, busy: false, problem: '' };
    /** What is asked of the ground. @type {import('../terrain-types.js').TerrainDraft} */
    this.terrain = emptyTerrain();
    /** @type {import('../terrain-types.js').TerrainState} */
    this.terrainState = noTerrainAnswer();
    /** @type {import('../imagery-types.js').Imagery[]} */
    this.imagery = [];
    /** Mistakes in the county's configuration of it. @type {string[]} */
    this.imageryProblems = [];
    /** @type {import('../imagery-types.js').Background} */
    this.background = { id: '', opacity: 1 };
    this.layersOpen = false;
    this.helpOpen = false;
    this.passwordOpen = false;
    this.editing = new EditingState();
    this.importing = freshImporting();
    /** A layer about to become a file. @type {import('../import-types.js').ExportWish | null} */
    this.exporting = null;
    /** Open while not null. @type {People | null} */
    this.people = null;
    /** @type {Map<Topic, Set<() => void>>} */
    this.listeners = new Map();
  }

  /** @param {readonly Topic[]} topics @param {() => void} listener @returns {() => void} to stop listening */
  subscribe(topics, listener) {
    for (const topic of topics) {
      const known = this.listeners.get(topic) ?? new Set();
      this.listeners.set(topic, known.add(listener));
    }
    return () => topics.forEach((topic) => this.listeners.get(topic)?.delete(listener));
  }

  /** Each listener hears once, however many of its topics changed. @param {Topic[]} topics */
  notify(...topics) {
    const heard = new Set(topics.flatMap((topic) => [...(this.listeners.get(topic) ?? [])]));
    heard.forEach((listener) => listener());
  }

  /** Server time, ms. */
  now() {
    return this.clock.now();
  }

  /** @param {string} id @returns {LayerType | undefined} */
  layerType(id) {
    return this.layerTypes.find((type) => type.id === id);
  }

  incident() {
    return this.incidentId ? this.picture.incidents.get(this.incidentId) ?? null : null;
  }

  /** Of the incident in hand. */
  correction() {
    return this.corrections.get(this.incidentId ?? '') ?? null;
  }

  /** Whether the signed-in user may do it; the server decides, this only spares a vain click. @param {Act} act */
  may(act) {
    return mayDo(this.session?.user.roles ?? [], act);
  }

  isLost() {
    return this.link.state === 'lost';
  }
}
