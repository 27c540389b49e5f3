// Layers and their features, as the contract has them and as the screen keeps them.
import type { AnyGeometry, LonLat, Provenance } from './types.js';

export type GeometryKind = 'point' | 'line' | 'polygon' | 'any';
export type AttributeType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'table';
/** One value of an enumeration. */
export interface AttributeValue { code: string; label: string; label_zh?: string; label_en?: string }
/** `values` not empty: an enumeration. `columns` of a table, whose value is a list of rows. */
export interface Attribute {
  name: string; type: AttributeType; unit?: string | null; label: string; label_zh?: string; label_en?: string; required?: boolean;
  values?: AttributeValue[]; columns?: Attribute[]; source?: string | null;
}
export interface LayerType {
  id: string; geometry_type: GeometryKind; label: string; label_zh?: string; label_en?: string; group?: string; symbol: string; count: number;
  provenance?: Provenance[]; source?: string | null; accuracy_m?: number | null; update_rule?: string | null;
  /** When a feature of it was last changed. */ data_date?: string | null;
  /** Counts every change of its features. */ revision?: number; catalogue_revision?: number;
  built_in?: boolean; attributes?: Attribute[];
}
export interface LayerList { results: LayerType[] }

/** What every feature has; beside it stand the attributes of its layer. */
export interface FeatureProperties {
  layer?: string; name?: string; external_id?: string | null; provenance?: Provenance; source?: string; accuracy_m?: number | null;
  valid_from?: string | null; valid_to?: string | null; revision?: number; changed_at?: string | null; changed_by?: string | null; changed_by_name?: string | null; reason?: string | null;
  [attribute: string]: unknown;
}
export interface Feature { type: 'Feature'; id?: string; geometry: AnyGeometry | null; properties: FeatureProperties }
export interface FeatureCollection {
  type: 'FeatureCollection'; features: Feature[]; /** There are more than were asked for. */ next?: string | null; numberMatched?: number | null;
}

/** West, south, east, north. */
export type Box = [number, number, number, number];
/** What is loaded of a layer: all of it (`box` null), or what was in a box. */
export interface LoadedLayer {
  features: Feature[]; box: Box | null; /** False: more lie in the box than are shown. */ complete: boolean;
  state: 'loading' | 'ready' | 'failed'; problem: string;
}
/** The feature whose card is open. `others` lie under the same click. */
export interface Selected {
  layer: string; id: string; feature: Feature | null; others: { layer: string; id: string; name: string }[]; problem: string;
}
/** A set of layers shown at once. */
export interface Preset { id: string; name: string; layers: string[] }
/** One answer of the search. */
export interface Found { name: string; kind: string; location: { type: 'Point'; coordinates: LonLat }; layer?: string | null; id?: string | null; detail?: string | null; matched?: string | null }
