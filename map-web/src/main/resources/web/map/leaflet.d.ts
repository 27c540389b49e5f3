// What the facade uses of Leaflet 1.9.4, and nothing else.
declare module 'leaflet' {
  export class Point { constructor(x: number, y: number); x: number; y: number; subtract(other: Point): Point; add(other: Point): Point }
  export class LatLng { constructor(lat: number, lng: number); lat: number; lng: number }
  export class LatLngBounds {
    constructor(southWest: [number, number], northEast: [number, number]);
    getSouthWest(): LatLng; getNorthEast(): LatLng; pad(ratio: number): LatLngBounds; contains(at: [number, number]): boolean;
  }
  export class Bounds { min: Point; max: Point; getSize(): Point }
  export interface MouseEvent { latlng: LatLng; containerPoint: Point; layerPoint: Point; originalEvent: globalThis.MouseEvent }
  export class Layer {
    addTo(map: Map): this; remove(): this; on(type: string, handler: (event: any) => void, context?: object): this;
    static extend<T extends object>(members: T & ThisType<T & Renderer>): new (options?: object) => Renderer & T;
  }
  export class TileLayer extends Layer { constructor(url: string, options?: object); setOpacity(opacity: number): this; setUrl(url: string, noRedraw?: boolean): this; getContainer(): HTMLElement | null }
  export class Renderer extends Layer {
    options: { padding: number; pane: string }; _map: Map; _container: HTMLElement; _bounds: Bounds; _update(): void;
    static prototype: Renderer;
  }
  export class LayerGroup extends Layer { clearLayers(): this; addLayer(layer: Layer): this; removeLayer(layer: Layer): this }
  export class Polyline extends Layer { constructor(latlngs: [number, number][] | [number, number][][], options?: object); setLatLngs(latlngs: [number, number][] | [number, number][][]): this; getElement(): Element | undefined; bringToFront(): this }
  export class Polygon extends Polyline { setLatLngs(latlngs: [number, number][][] | [number, number][][][] | any): this }
  export interface Handler { enable(): void; disable(): void }
  export class DivIcon { constructor(options: { html: HTMLElement | string | false; className: string; iconSize?: [number, number] | null; iconAnchor?: [number, number] }) }
  export class Marker extends Layer {
    constructor(latlng: [number, number], options?: object); setLatLng(latlng: [number, number]): this; setZIndexOffset(offset: number): this;
    getElement(): HTMLElement | undefined;
  }
  export class Map {
    constructor(container: HTMLElement, options?: object);
    on(type: string, handler: (event: any) => void): this; remove(): this; getZoom(): number; getCenter(): LatLng; getSize(): Point;
    options: { zoomSnap: number }; getBoundsZoom(bounds: LatLngBounds, inside: boolean, padding: Point): number;
    getBounds(): LatLngBounds; fitBounds(bounds: LatLngBounds, options?: object): this; setView(at: [number, number], zoom: number, options?: object): this;
    setMaxBounds(bounds: LatLngBounds): this; panTo(at: [number, number], options?: object): this; zoomIn(): this; zoomOut(): this; invalidateSize(options?: object): this;
    getPixelOrigin(): Point; latLngToLayerPoint(at: LatLng | [number, number]): Point; latLngToContainerPoint(at: LatLng | [number, number]): Point; containerPointToLayerPoint(point: Point): Point;
    createPane(name: string): HTMLElement; getPane(name: string): HTMLElement | undefined; getContainer(): HTMLElement; closePopup(): this;
    containerPointToLatLng(point: Point): LatLng; mouseEventToContainerPoint(event: MouseEventInit): Point; dragging: Handler; doubleClickZoom: Handler;
  }
  export namespace DomUtil { function setPosition(element: HTMLElement, at: Point): void }
  export namespace DomEvent { function stopPropagation(event: Event): void; function disableClickPropagation(element: HTMLElement): void }
}
