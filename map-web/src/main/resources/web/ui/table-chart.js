/** @import { Table } from '../model/feature-facts.js' */
import { html, nothing, svg } from 'lit';
import { curvesOf } from '../model/feature-facts.js';

const WIDTH = 300;
const HEIGHT = 110;
const LEFT = 8;
const BOTTOM = 16;
const TOP = 8;

/** A table that is a function, such as level and volume, as lines; each over its own height, its name and its ends beside it. @param {Table} table @param {string} label */
export function tableChart(table, label) {
  const curves = curvesOf(table);
  if (!curves) return nothing;
  const { x, lines } = curves;
  const across = scale(x, LEFT, WIDTH - LEFT);
  return html`<figure class="table-chart"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label} data-testid="table-chart">
      <path class="axis" d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - LEFT}"/>
      ${lines.map(({ y }, i) => svg`<path class="curve curve-${i % 3}" d=${path(x.map(across), y.map(scale(y, HEIGHT - BOTTOM, TOP)))}/>`)}
      <text x=${LEFT} y=${HEIGHT - 3}>${x[0]}</text><text class="end" x=${WIDTH - LEFT} y=${HEIGHT - 3}>${x[x.length - 1]}</text>
      <text class="middle" x=${WIDTH / 2} y=${HEIGHT - 3}>${table.columns[0].label}</text></svg>
    <figcaption>${lines.map((line, i) => html`<span class="curve-${i % 3}"><i></i>${line.label} ${Math.min(...line.y)}–${Math.max(...line.y)}</span>`)}</figcaption></figure>`;
}

/** @param {number[]} values @param {number} from @param {number} to px at the least and at the greatest value @returns {(value: number) => number} */
function scale(values, from, to) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return (value) => from + (most > least ? (value - least) / (most - least) : 0.5) * (to - from);
}

/** @param {number[]} x @param {number[]} y */
function path(x, y) {
  return x.map((at, i) => `${i ? 'L' : 'M'}${at.toFixed(1)} ${y[i].toFixed(1)}`).join('');
}
