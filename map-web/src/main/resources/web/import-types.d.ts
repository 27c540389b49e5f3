// Files into layers and layers into files: the contract's shapes, and what the wizard keeps.
import type { FeatureCollection } from './layer-types.js';
import type { AnyGeometry, ApiProblem, FieldProblem, Point, Provenance } from './types.js';

export interface Labelled { code: string; label: string }
export interface ImportOptions { crs: Labelled[]; encodings: string[]; formats: Labelled[]; modes: string[]; largest_bytes: number }
/** Of a whole file. `crs`: the system that is suspected instead. */
export interface ImportNote { code: string; message: string; hint?: string | null; crs?: string | null }
export interface SourceField { name: string; type: string; samples: string[]; /** While the encoding is not decided. */ samples_by_encoding?: Record<string, string[]> }
/** By field of the file; null where it is left out. */
export type FieldMapping = Record<string, string | null>;
export interface SourceLayer {
  name: string; count: number | null; /** Null: a table. */ geometry_type: string | null; fields: SourceField[]; crs_declared: string | null; encoding: string | null;
  suggested_mapping: FieldMapping; mapping_saved?: boolean; notes?: ImportNote[];
}
export interface InspectedFile { upload: string; file: string; format: string; source_layers: SourceLayer[]; preview: FeatureCollection | null; warnings?: ImportNote[] }
export interface ImportFinding {
  row: number; field: string | null; code: string; reason: string; value: string | null; name?: string | null;
  location?: Point | null; before?: AnyGeometry | null; after?: AnyGeometry | null;
}
export interface ImportNames { count: number; names: string[] }
export type RunState = 'running' | 'done' | 'failed' | 'stopped';
export interface ImportSummary {
  id: string; state: RunState; mode: 'dry_run' | 'merge' | 'replace'; layer: string; crs?: string | null; file: string; format?: string | null; source: string;
  stored: boolean; accepted: number; rejected_count: number; repaired_count: number; flagged_count: number; started_at: string; started_by: string; finished_at: string | null;
}
export interface ImportProgress { rows: number; share: number | null; seconds: number; left_s?: number | null }
export interface ImportReport extends ImportSummary {
  rejected: ImportFinding[]; repaired: ImportFinding[]; flagged: ImportFinding[]; warnings: ImportNote[];
  added: ImportNames; changed: ImportNames; removed: ImportNames; unchanged: ImportNames; progress?: ImportProgress; problem?: ApiProblem;
}
export interface SavedMapping { layer: string; source: string; crs: string | null; mapping: FieldMapping; saved_at: string; saved_by: string }

export type ImportStep = 'file' | 'content' | 'fields' | 'check' | 'store';
export type MeetMode = 'merge' | 'replace';
/** What is chosen and known of one import; nothing of it is lost by going back or by looking at the map in between. */
export interface ImportState {
  step: ImportStep; /** The layer, or `terrain`. */ layer: string; file: { name: string; bytes: number } | null; isTerrain: boolean;
  found: InspectedFile | null; /** What it was found with. */ foundFor: string;
  /** Samples in both encodings, from the first look. */ both: Record<string, Record<string, string[]>>;
  sourceLayer: string; encoding: string; crs: string; mapping: FieldMapping; /** The person wrote in it. */ mappingOwn: boolean;
  source: string; provenance: Provenance; accuracyM: string; dataDate: string; reason: string;
  /** '' while the person has not chosen. */ mode: MeetMode | ''; skipRejected: boolean; allowElsewhere: boolean;
  preview: FeatureCollection | null; report: ImportReport | null; /** What was tried. */ tried: string; result: ImportReport | null; terrainStored: boolean;
  busy: '' | 'sending' | 'looking' | 'trying' | 'storing'; sent: { bytes: number; of: number } | null; run: { id: string; progress: ImportProgress | null } | null;
  problem: string; detail: string; errors: FieldProblem[];
  /** The step that was to be left and wanted something. */ asked: ImportStep | ''; /** The finding that is shown on the map. */ shown: ImportFinding | null;
}
/** The wizard and what is beside it. */
export interface Importing {
  state: ImportState; options: ImportOptions | null; saved: SavedMapping[]; earlier: ImportSummary[] | null; earlierProblem: string;
  /** The report of an earlier one, while it is open. */ opened: ImportReport | null;
}
/** A layer about to become a file. */
export interface ExportWish { layer: string; format: string; crs: string; busy: boolean; problem: string }
export interface SystemGroup { id: string; systems: Labelled[] }
