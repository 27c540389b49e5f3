/** @import { LayerType } from '../types.js' */
/** @import { Texts } from '../i18n/texts.js' */
import { html, nothing, svg } from 'lit';
import { symbolOf } from '../map/symbols.js';
import { glyphOf } from '../model/layers.js';

const FRAMES = {
  square: svg`<rect x="3.5" y="2.5" width="15" height="15"/>`,
  diamond: svg`<path d="M11 0.500l9.500 9.500l-9.500 9.500l-9.500 -9.500z"/>`,
  house: svg`<path d="M3 18v-10l8 -7l8 7v10z"/>`,
  dot: svg`<circle cx="11" cy="10" r="3.2"/>`,
};

/** A layer as it looks on the map: the symbol of its points, a piece of its lines, a patch of its areas. @param {LayerType} type @param {Texts} texts */
export function layerSign(type, texts) {
  const symbol = symbolOf(type);
  const kind = type.geometry_type === 'any' ? (symbol.level || type.symbol === 'fire_break' ? 'polygon' : 'point') : type.geometry_type;
  return html`<svg class="layer-sign tone-${symbol.tone} ${symbol.level ? 'is-levels' : ''}" viewBox="0 0 22 20" width="22" height="20" aria-hidden="true">${inner(kind, symbol, glyphOf(texts, type))}</svg>`;
}

/** How its points look from afar where there are too many for symbols. @param {LayerType} type */
export function layerDot(type) {
  const { tone, level } = symbolOf(type);
  if (level || !['point', 'any'].includes(type.geometry_type)) return nothing;
  return html`<svg class="layer-dot tone-${tone}" data-testid="legend-dot" viewBox="0 0 8 8" width="8" height="8" aria-hidden="true"><rect x="1.5" y="1.5" width="5" height="5"/></svg>`;
}

/** @param {'point' | 'line' | 'polygon'} kind @param {ReturnType<typeof symbolOf>} symbol @param {string} letter */
function inner(kind, { frame, line, fill, level }, letter) {
  if (kind === 'line') {
    return svg`<path class="stroke" d="M1 15L8 6L14 12L21 4" stroke-width=${line.width} stroke-dasharray=${(line.dash ?? []).join(' ') || 'none'}/>
      ${line.core ? svg`<path class="core" d="M1 15L8 6L14 12L21 4" stroke-width=${line.width * 0.42} stroke-dasharray=${line.core === true ? 'none' : line.core.join(' ')}/>` : nothing}
      ${line.teeth ? svg`<path class="stroke" d="M1 15L8 6L14 12L21 4" stroke-width=${line.width * 2} stroke-dasharray="1.6 4"/>` : nothing}`;
  }
  if (kind === 'polygon' && level) return svg`${[1, 2, 3, 4].map((n) => svg`<rect class="level-${n}" x=${(n - 1) * 5.5} y="4" width="5.500" height="12"/>`)}`;
  if (kind === 'polygon') {
    return svg`<rect class="area" x="2" y="3" width="18" height="14" fill-opacity=${fill.alpha}/>
      ${fill.hatch ? svg`<path class="hatch" d=${HATCHES[fill.hatch]}/>` : nothing}<rect class="stroke" x="2" y="3" width="18" height="14" stroke-width=${fill.edge} stroke-dasharray=${(fill.dash ?? []).join(' ') || 'none'}/>`;
  }
  return svg`<g class="frame-${frame}">${FRAMES[frame]}</g>${frame === 'dot' ? nothing : svg`<text x="11" y=${frame === 'house' ? 15 : 13.8}>${letter}</text>`}`;
}

const HATCHES = { lines: 'M2 10l7 -7M5 17l14 -14M13 17l7 -7', cross: 'M2 10l7 -7M5 17l14 -14M13 17l7 -7M2 10l7 7M5 3l14 14M13 3l7 7', dots: 'M6 7h1M11 7h1M16 7h1M8 12h1M13 12h1' };
