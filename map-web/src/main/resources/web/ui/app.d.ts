import type { Texts } from '../i18n/texts.js';
import type { Stage } from '../map/stage.js';
import type { AreaActs } from '../model/acts/area-acts.js';
import type { ClosureActs } from '../model/acts/closure-acts.js';
import type { CatalogueActs } from '../model/acts/catalogue-acts.js';
import type { CorrectActs } from '../model/acts/correct-acts.js';
import type { DrawingActs } from '../model/acts/drawing-acts.js';
import type { EditingActs } from '../model/acts/editing-acts.js';
import type { ExportActs } from '../model/acts/export-acts.js';
import type { FeatureActs } from '../model/acts/feature-acts.js';
import type { DispatchActs } from '../model/acts/dispatch-acts.js';
import type { HistoryActs } from '../model/acts/history-acts.js';
import type { RemovedActs } from '../model/acts/removed-acts.js';
import type { ImageryActs } from '../model/acts/imagery-acts.js';
import type { ImportActs } from '../model/acts/import-acts.js';
import type { IncidentActs } from '../model/acts/incident-acts.js';
import type { LayerActs } from '../model/acts/layer-acts.js';
import type { PeopleActs } from '../model/acts/people-acts.js';
import type { SearchActs } from '../model/acts/search-acts.js';
import type { SnapActs } from '../model/acts/snap-acts.js';
import type { TerrainActs } from '../model/acts/terrain-acts.js';
import type { Toasts } from '../model/acts/toasts.js';
import type { UnitActs } from '../model/acts/unit-acts.js';
import type { Store } from '../model/store.js';
import type { Api } from '../net/api.js';
import type { Keeping } from '../net/keeping.js';
import type { Outbox } from '../net/outbox.js';
import type { Language, Theme } from '../types.js';

/** What every panel is given. */
export interface App {
  store: Store; texts: Texts; api: Api; keeping: Keeping; outbox: Outbox; stage: Stage; toasts: Toasts;
  incidents: IncidentActs; correct: CorrectActs; dispatch: DispatchActs; closures: ClosureActs; layers: LayerActs; features: FeatureActs; search: SearchActs; areas: AreaActs; terrain: TerrainActs; people: PeopleActs; units: UnitActs;
  editing: EditingActs; drawing: DrawingActs; snapping: SnapActs; history: HistoryActs; removed: RemovedActs; catalogue: CatalogueActs;
  imagery: ImageryActs; importing: ImportActs; exporting: ExportActs;
  setTheme(theme: Theme): void; setLanguage(language: Language): void; signOut(): Promise<void>; enter(): Promise<void>; renewSetup(): Promise<void>;
}
