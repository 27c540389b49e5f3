// What drawing and editing features keeps; the contract's own shapes are in layer-types.d.ts.
import type { Attribute, Feature, LayerType } from './layer-types.js';
import type { AnyGeometry, FieldProblem, LonLat } from './types.js';

export type GeoGeometry = AnyGeometry | { type: 'MultiPoint'; coordinates: LonLat[] };
export type ShapeKind = 'point' | 'line' | 'polygon';
/** Parts of paths: of a polygon the outer ring and its holes, without the repeated last vertex; a line has one path, a point one of one. */
export interface Shape { kind: ShapeKind; multi: boolean; parts: LonLat[][][] }
export interface VertexAddress { part: number; ring: number; vertex: number }
/** One's own drawing steps. */
export interface Journal { past: Shape[]; now: Shape; future: Shape[] }
/** Where the next click adds a vertex: at the end of this path. */
export interface OpenPath { part: number; ring: number }

/** A value as it stands in its field; a table's rows are such values by column. */
export type FieldValue = string | Record<string, string>[];
/** `base` as it was when begun (null: a new one), `seen` the newest the person was shown, `fields` by form field, `touched` what they changed. */
export interface FeatureDraft {
  key: string; layer: string; id: string | null; base: Feature | null; seen: Feature | null; startedAt: string;
  fields: Record<string, FieldValue>; touched: string[]; journal: Journal; drawing: OpenPath | null; reason: string;
  /** Of fields both changed, whose value is sent: chosen by the person. */ settled: Record<string, 'mine' | 'theirs'>;
}
/** How sending goes; not kept. */
export interface EditState { busy: boolean; kept: boolean; problem: string; errors: FieldProblem[]; wanting: Record<string, string>; gone: boolean }
/** One state of a feature, as its history has it. */
export interface FeatureVersion {
  revision: number; act: string; at: string; reason: string | null; feature: Feature;
}
export interface FeatureHistory {
  layer: string; id: string; versions: FeatureVersion[] | null; chosen: number | null; restoring: boolean; reason: string; busy: boolean; problem: string;
}
/** What was deleted from a layer; `chosen` is about to be brought back. */
export interface RemovedList {
  layer: string; features: Feature[] | null; next: string | null; chosen: string | null; reason: string; busy: boolean; problem: string;
}
/** A shape to compare with, and what it is. */
export interface Ghost { shape: Shape; look: 'before' | 'after' | 'theirs' }
/** One field that differs. */
export interface Difference { field: string; before: unknown; after: unknown }

export interface FeatureWish {
  name?: string; external_id?: string | null; attributes?: Record<string, unknown>; geometry?: GeoGeometry; reason: string;
}

/** A layer type as it is sent; `attributes` in full. */
export interface LayerWish {
  id?: string; geometry_type?: string; label_zh?: string; label_en?: string; group?: string; symbol?: string; source?: string | null; accuracy_m?: number | null;
  update_rule?: string | null; attributes?: AttributeWish[];
}
export interface AttributeWish {
  name: string; type: string; unit?: string; label_zh: string; label_en: string; required?: boolean; values?: { code: string; label_zh: string; label_en: string }[]; columns?: AttributeWish[];
}
/** An attribute as it stands in the catalogue's form; `known` when the layer already has it, `removed` when it is to go. */
export interface AttributeForm {
  known: boolean; removed: boolean; name: string; type: string; unit: string; zh: string; en: string; required: boolean; values: ValueForm[]; columns: AttributeForm[];
}
export interface ValueForm { known: boolean; removed: boolean; code: string; zh: string; en: string }
export interface TypeForm {
  base: LayerType | null; id: string; geometry: string; group: string; symbol: string; zh: string; en: string; source: string; accuracyM: string; updateRule: string;
  attributes: AttributeForm[]; busy: boolean; problem: string; errors: FieldProblem[]; wanting: Record<string, string>;
}
/** The catalogue while it is open. */
export interface Catalogue { form: TypeForm | null; note: string }
export type { Attribute };
