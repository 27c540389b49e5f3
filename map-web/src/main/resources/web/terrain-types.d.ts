// Questions about the ground: how they are drawn, what is asked, what is answered.
import type { LonLat, MultiPolygon } from './types.js';

export type TerrainKind = 'point' | 'profile' | 'viewshed';
/** As it stands on the screen. `points`: clicked. */
export interface TerrainDraft { kind: TerrainKind; points: LonLat[]; heightM: string; targetM: string; radiusKm: string }
export interface TerrainSource { name: string; source: string; provenance: string; data_date: string | null; accuracy_m: number | null }
export interface AboutTerrain { synthetic: boolean; sources: TerrainSource[] }

export interface TerrainPoint { elevation_m: number | null; slope_deg: number | null; aspect_deg: number | null; cover: 'known' | 'void' | 'outside' }
export interface TerrainPoints extends AboutTerrain { results: TerrainPoint[] }
export interface ProfileSample { distance_m: number; coordinates: LonLat; elevation_m: number | null }
export interface TerrainProfile extends AboutTerrain {
  length_m: number; climb_m: number; descent_m: number; lowest_m: number | null; highest_m: number | null; samples: ProfileSample[]; gaps: { from_m: number; to_m: number }[];
}
export interface Viewshed extends AboutTerrain {
  visible: MultiPolygon; unknown: MultiPolygon; visible_share: number; hidden_share: number; unknown_share: number; resolution_m: number; eye_m: number; refraction: number;
}
export interface TerrainState { busy: boolean; problem: string; detail: string; point: TerrainPoints | null; profile: TerrainProfile | null; viewshed: Viewshed | null }
