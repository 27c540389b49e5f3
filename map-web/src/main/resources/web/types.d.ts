// Shapes of the HTTP contract and of the live protocol, as the screen uses them; layers and features stand in layer-types.d.ts.
import type { Feature } from './layer-types.js';
export type LonLat = [number, number];
export interface Point { type: 'Point'; coordinates: LonLat }
export interface LineString { type: 'LineString'; coordinates: LonLat[] }
export interface MultiLineString { type: 'MultiLineString'; coordinates: LonLat[][] }
export interface Polygon { type: 'Polygon'; coordinates: LonLat[][] }
export interface MultiPolygon { type: 'MultiPolygon'; coordinates: LonLat[][][] }
export type Geometry = Point | LineString | Polygon;
export interface MultiPoint { type: 'MultiPoint'; coordinates: LonLat[] }
export type AnyGeometry = Geometry | MultiPoint | MultiLineString | MultiPolygon;

export interface FieldProblem { pointer: string; code: string; message: string }
/** `current`: what somebody faster made of it. */
export interface ApiProblem { title: string; detail?: string; errors?: FieldProblem[]; current?: unknown }
export interface User { id: string; username: string; display_name: string; roles: string[]; must_change_password?: boolean; disabled?: boolean; program?: boolean }
export interface NewUser { username: string; display_name: string; roles: string[]; password: string }
export interface UserChange { display_name?: string; roles?: string[]; disabled?: boolean; password?: string }
export interface Session { user: User; csrf_token: string; expires_at?: string }
export type Provenance = 'SURVEYED' | 'IMPORTED' | 'REPORTED' | 'SYNTHETIC';
export interface Setup {
  county: string; source?: string; data_date?: string | null; bounds: [number, number, number, number]; provenance: Provenance;
  attribution: string; server_time: string; simulator?: boolean; incident_kinds: string[]; base_revision?: string; terrain?: boolean;
}

export type Level = 1 | 2 | 3 | 4;
export type IncidentState = 'reported' | 'responding' | 'closed';
export interface NewIncident {
  kind: string; title: string; location: Point; level?: Level; description?: string; place?: string; people?: number;
  source?: string; caller_phone?: string; reported_at?: string;
}
export type IncidentCorrection = Partial<Pick<NewIncident, 'kind' | 'title' | 'location' | 'level' | 'description' | 'place' | 'people'>>;
export interface Incident {
  id: string; number: number; kind: string; level: Level | null; title: string; description: string | null; place: string | null;
  location: Point; people: number | null; source: string; caller_phone: string | null; state: IncidentState; reported_at: string;
  reported_by: string; closed_at: string | null; revision: number;
}
export interface Position {
  location: Point; fix_at: string; received_at: string; speed_kmh: number | null; course_deg: number | null;
  accuracy_m: number | null; source: string;
}
export type UnitStatus = 'available' | 'ordered' | 'en_route' | 'on_scene' | 'returning' | 'out_of_service';
export interface Unit {
  id: string; name: string; call_sign?: string | null; type: string; profile: string; capabilities: string[]; crew: number;
  phone?: string | null; base: { id?: string | null; name: string; location: Point }; status: UnitStatus; status_since: string;
  active_order_id?: string | null; latest: Position | null; provenance: Provenance; revision: number;
}
export type OrderState = 'ordered' | 'acknowledged' | 'en_route' | 'on_scene' | 'complete' | 'countermanded';
export type OrderStep = 'acknowledge' | 'depart' | 'arrive' | 'complete';
export interface Order {
  id: string; incident_id: string; unit_id: string; unit_name: string; task?: string | null; state: OrderState; ordered_by: string;
  ordered_at: string; acknowledged_at?: string | null; departed_at?: string | null; arrived_at?: string | null;
  completed_at?: string | null; countermanded_at?: string | null; countermand_reason?: string | null; route?: LineString | null;
  duration_s?: number | null; distance_m?: number | null; revision: number;
}
export interface Closure {
  id: string; geometry: Geometry; stretches: MultiLineString; roads?: RoadName[]; reason: string; reported_by: string; from: string;
  until?: string | null; lifted_at?: string | null;
}
export interface AffectedOrder { order_id: string; unit_id: string; unit_name: string; new_duration_s?: number | null }
export interface ClosureReceipt { closure: Closure; orders_affected: AffectedOrder[] }
export interface RoadName { name: string | null; ref: string | null; road_class: string }
export interface RoadStretch extends RoadName {
  edge_id: number; geometry: LineString; snap_m: number; snapped?: Point;
}
export interface Reason { code: string; text: string }
export interface RecommendedUnit {
  unit_id: string; name: string; type?: string; crew?: number; capabilities?: string[]; fills?: string[]; duration_s: number;
  distance_m: number; route: LineString; reasons: Reason[];
}
export interface Plan { units: RecommendedUnit[]; supplies: unknown[]; gaps: { capability: string; units: number; text: string }[] }
export interface Recommendation {
  incident_id: string; computed_at: string; elapsed_ms: number; closures_avoided?: number; notes?: Reason[]; plans: Plan[];
  alternatives: RecommendedUnit[]; passed_over: { unit_id: string; name: string; reasons: Reason[] }[];
}
export interface LogEvent {
  seq: number; at: string; actor: string; event: string; subject_type: string; subject_id: string; incident_id?: string | null;
  payload: EventPayload;
}
export interface EventPayload {
  incident?: Incident; order?: Order; orders?: Order[]; unit?: Unit; units?: Unit[]; closure?: Closure; reason?: string;
  /** Of acts on layers: which layer, which feature, and the feature as it is now. */ layer?: string; id?: string; feature?: Feature;
}
export * from './layer-types.js';

// Live protocol
export interface Realm { id: string; kind: 'real' | 'drill' | 'replay'; name: string }
export interface SnapshotMessage {
  type: 'snapshot'; seq: number; at: string; realm: Realm; incidents: Incident[]; orders: Order[]; units: Unit[]; closures: Closure[];
}
export interface ResumedMessage { type: 'resumed'; seq: number; at: string }
export interface EventMessage extends LogEvent { type: 'event' }
export interface HeartbeatMessage { type: 'heartbeat'; at: string; seq: number }
export type FixRow = [string, number, number, string, number | null, number | null, number | null, string];
export interface PositionsMessage { type: 'positions'; tick: number; at: string; full?: boolean; fixes: FixRow[] }
export type LinkState = 'connecting' | 'live' | 'lost';
export interface LiveHandlers {
  snapshot(message: SnapshotMessage): void; resumed(message: ResumedMessage): void; event(message: EventMessage): void;
  positions(message: PositionsMessage): void; heartbeat(message: HeartbeatMessage): void; state(state: LinkState): void;
  /** The session is over: sign in again. */ signedOut(): void;
  /** The upgrade was refused or rights changed: ask the server who we are. */ refused(): void;
}

// The screen's own
export interface WaitingReport { report: NewIncident; key: string; at: string; problem: string | null }
/** Newest known place of a unit; times in ms. `intervals` are its last gaps between fixes, ms. */
export interface Fix {
  lon: number; lat: number; fixAt: number; speedKmh: number | null; courseDeg: number | null; accuracyM: number | null;
  source: string; intervals: number[];
}
export type Freshness = 'fresh' | 'ageing' | 'stale' | 'lost' | 'unknown';
export type Theme = 'day' | 'night';
export type Language = 'zh-CN' | 'en';
export type Mode = 'incident' | 'report' | 'correct' | 'closures' | 'edit' | 'history' | 'area' | 'terrain' | 'import';
export type Topic = 'session' | 'setup' | 'link' | 'incidents' | 'orders' | 'units' | 'fixes' | 'closures' | 'selection' | 'mode'
  | 'correction' | 'preferences' | 'toasts' | 'tick' | 'recommendation' | 'report' | 'closure' | 'layers' | 'drawn' | 'feature' | 'search' | 'area' | 'terrain' | 'timeline' | 'outbox' | 'sheet' | 'preview' | 'people' | 'editing' | 'history' | 'catalogue' | 'importing' | 'imagery' | 'export';
export interface ReportDraft {
  key: string; startedAt: string | null; kind: string; title: string; level: string; place: string; people: string; phone: string;
  description: string; source: string; location: LonLat | null; touched: string[];
}
/** What can be corrected, as it stands in the form. */
export interface CorrectionFields { title: string; kind: string; place: string; people: string; description: string; location: LonLat | null }
/** Of one incident: `base` when it was begun, `seen` the newest that the person was shown, `touched` what they changed. */
export interface Correction {
  base: Incident; seen: Incident; fields: CorrectionFields; touched: (keyof CorrectionFields)[]; busy: boolean; problem: string; errors: FieldProblem[];
}
/** `hours` until it ends by itself, '' for no end. */
export interface ClosureDraft { stretch: RoadStretch | null; at: LonLat | null; reason: string; hours: string; key: string }
export interface SendResult { unitId: string; state: 'sending' | 'sent' | 'failed'; problem: string; detail: string }
/** `against`: what the program has against it; null when it proposes the unit or was not asked. */
export interface SheetUnit { unitId: string; name: string; durationS: number | null; against: string | null; key: string }
export interface Sheet {
  kind: 'dispatch' | 'phone'; incidentId: string; units: SheetUnit[]; gaps: { capability: string; units: number }[]; task: string; results: SendResult[]; busy: boolean;
}
export interface Advice {
  state: 'loading' | 'ready' | 'failed'; value: Recommendation | null; newer: Recommendation | null; problem: string; detail: string;
  /** What the dispatcher changed by hand: unit id to chosen or not. */ byHand: Record<string, boolean>;
  /** How long units put in by hand drive, in s, once known. */ drives: Record<string, number>;
}
/** One person being made (`user` null) or changed. */
export interface PersonForm {
  user: User | null; username: string; displayName: string; roles: string[]; disabled: boolean; password: string;
  busy: boolean; problem: string; errors: FieldProblem[]; missing: string[];
}
/** `oneTime`: the password to be told to the person just saved. */
export interface People { users: User[] | null; form: PersonForm | null; problem: string; note: string; oneTime: string }
export interface Toast { id: number; text: string; tone: 'plain' | 'good' | 'bad' }
