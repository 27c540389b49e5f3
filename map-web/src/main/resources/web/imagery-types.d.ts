/** What can lie behind the map beside the base map. */
export interface Imagery {
  id: string; name: string; kind: 'mbtiles' | 'folder' | 'wmts' | 'xyz'; min_zoom: number; max_zoom: number;
  bounds?: [number, number, number, number] | null; attribution: string; date?: string | null;
  datum: 'wgs84' | 'cgcs2000' | 'gcj02' | 'undeclared'; state: 'ready' | 'away' | 'refused'; problem?: string | null; revision: string;
}
export interface ImageryList { results: Imagery[]; problems: string[] }
/** What this person has behind the map; an empty id is the base map. */
export interface Background { id: string; opacity: number }
