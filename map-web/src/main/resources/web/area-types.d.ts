// Asking for what lies in an area: how it is drawn, what is asked, what is answered.
import type { Feature } from './layer-types.js';
import type { LineString, LonLat, MultiPolygon, Point, Polygon, Provenance } from './types.js';

export type AreaKind = 'circle' | 'polygon' | 'corridor' | 'road' | 'township' | 'feature';
/** As the contract has it: one of these. */
export type AreaWish = { circle: { center: Point; radius_m: number } } | { polygon: Polygon } | { township: string } | { feature: { layer: string; id: string } }
  | { corridor: { line?: LineString; road?: string; from?: Point; to?: Point; distance_m: number } };
/** As it stands on the screen. `points`: clicked; of a road its two ends, if not all of it. `layers` null: those shown. */
export interface AreaDraft {
  kind: AreaKind; points: LonLat[]; radiusM: string; distanceM: string; road: string; township: string; feature: { layer: string; feature: Feature } | null;
  layers: string[] | null; filter: string;
}
export interface AreaState { busy: boolean; problem: string; detail: string }

/** Where figures come from, and how old they are. */
export interface DataSource {
  source: string; provenance: Provenance; synthetic: boolean; count: number; oldest: string; newest: string; age_days: number;
  accuracy_best_m: number | null; accuracy_worst_m: number | null; accuracy_unknown: number;
}
export interface Sum { label: string; unit: string | null; sum: number | null; known: number; unknown: number }
export interface AskedArea { geometry: Polygon | MultiPolygon; area_ha: number }
export interface Exposed {
  layer: string; label: string; count: number; sums: Record<string, Sum>; length_km?: number; area_ha?: number; uncertain: { at_border: number; accuracy_unknown: number };
  rule: string; sources: DataSource[]; features: { id: string; name: string; provenance: Provenance; location: Point }[];
}
export interface Exposure { area: AskedArea; results: Exposed[] }
export interface SelectedLayer { layer: string; label: string; count: number; truncated: boolean; sources: DataSource[]; features: Feature[] }
export interface Selection { area: AskedArea; rule: string; results: SelectedLayer[] }
/** `at`: server time, ms. */
export interface AreaAnswer { at: number; title: string; exposure: Exposure; selection: Selection | null }

export interface LayerFigures {
  id?: string; name?: string; code?: string | null; count: number; known?: number; unknown?: number; sum?: number | null; min?: number | null; mean?: number | null; max?: number | null;
  length_km?: number; area_ha?: number;
}
export interface Statistics {
  layer: string; attribute: string | null; rule: string; results: LayerFigures[]; outside: LayerFigures; whole: LayerFigures; sources: DataSource[]; township_sources: DataSource[];
  notes: { code: string; text: string }[];
}
/** Figures of a layer by township, while they are looked at. */
export interface Figures { layer: string; attribute: string; at: number; answer: Statistics | null; busy: boolean; problem: string }
