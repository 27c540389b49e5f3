/** @import { Feature, LayerType } from '../types.js' */

/**
 * How a kind of feature looks on the map. A frame says the kind (square: a resource or facility, diamond: a hazard, house: people can
 * stay, dot: a place with a name), the letter in it says what. Tones are categories, never levels: only what has a level bears its colour,
 * and then the numeral too.
 * @typedef {object} Symbol
 * @property {Tone} tone
 * @property {'square' | 'diamond' | 'house' | 'dot'} [frame]
 * @property {Stroke} [line]
 * @property {Fill} [fill]
 * @property {string} [level] the attribute that holds a level I to IV, shown in its colour with its numeral
 *
 * @typedef {'grey' | 'slate' | 'forest' | 'water' | 'earth' | 'plum' | 'olive'} Tone
 * @typedef {{width: number, dash?: number[], core?: number[] | true, teeth?: boolean}} Stroke `core`: a pale line inside, dashed or whole
 * @typedef {{alpha: number, hatch?: 'lines' | 'cross' | 'dots', edge: number, dash?: number[]}} Fill `edge`: width of the outline
 */

/** By the symbol's id in the layer catalogue. @type {Readonly<Record<string, Symbol>>} */
export const SYMBOLS = {
  division: { tone: 'slate', fill: { alpha: 0, edge: 1.6, dash: [8, 3, 2, 3] }, line: { width: 1.6, dash: [8, 3, 2, 3] } },
  township: { tone: 'slate', frame: 'dot' },
  village: { tone: 'slate', frame: 'dot' },
  road: { tone: 'slate', line: { width: 2.6, core: true } },
  river: { tone: 'water', line: { width: 2 }, fill: { alpha: 0.3, edge: 1 } },
  reservoir: { tone: 'water', frame: 'square', fill: { alpha: 0.3, edge: 1.4 } },
  dam: { tone: 'water', frame: 'square', line: { width: 4, teeth: true }, fill: { alpha: 0.3, hatch: 'cross', edge: 1.4 } },
  flood_work: { tone: 'water', frame: 'square', line: { width: 3, teeth: true }, fill: { alpha: 0.12, hatch: 'lines', edge: 1.2 } },
  monitoring_station: { tone: 'water', frame: 'square' },
  forest_compartment: { tone: 'forest', frame: 'square', fill: { alpha: 0.08, hatch: 'dots', edge: 1, dash: [4, 3] } },
  fire_lane: { tone: 'earth', line: { width: 2.6, dash: [9, 4] } },
  fire_break: { tone: 'earth', frame: 'square', line: { width: 6, core: [7, 5] }, fill: { alpha: 0.22, hatch: 'cross', edge: 1.4 } },
  cistern: { tone: 'forest', frame: 'square' },
  lookout_tower: { tone: 'forest', frame: 'square' },
  geohazard_point: { tone: 'plum', frame: 'diamond', line: { width: 3 }, fill: { alpha: 0.1, hatch: 'lines', edge: 1.4 } },
  risk_area: { tone: 'grey', frame: 'diamond', fill: { alpha: 0.24, edge: 1.4 }, line: { width: 3.4 }, level: 'level' },
  intensity8_zone: { tone: 'grey', fill: { alpha: 0.04, hatch: 'lines', edge: 1.2, dash: [2, 3] } },
  hidden_danger: { tone: 'plum', frame: 'diamond' },
  shelter: { tone: 'forest', frame: 'house', fill: { alpha: 0.14, edge: 1.4 } },
  school: { tone: 'grey', frame: 'square' },
  fire_station: { tone: 'slate', frame: 'square' },
  police: { tone: 'slate', frame: 'square' },
  ambulance_station: { tone: 'slate', frame: 'square' },
  hospital: { tone: 'slate', frame: 'square' },
  team: { tone: 'slate', frame: 'square' },
  helipad: { tone: 'slate', frame: 'square' },
  depot: { tone: 'earth', frame: 'square' },
  enterprise: { tone: 'olive', frame: 'square', fill: { alpha: 0.14, edge: 1.4 } },
  mine: { tone: 'plum', frame: 'square', line: { width: 2.4 }, fill: { alpha: 0.1, hatch: 'lines', edge: 1.2 } },
  gas_pipeline: { tone: 'olive', line: { width: 2.4, dash: [11, 3, 2.5, 3] } },
  gas_station: { tone: 'olive', frame: 'square' },
  // For types of the county's own.
  facility: { tone: 'grey', frame: 'square' },
  hazard: { tone: 'plum', frame: 'diamond', line: { width: 3 }, fill: { alpha: 0.1, hatch: 'lines', edge: 1.4 } },
  place: { tone: 'slate', frame: 'dot' },
  water: { tone: 'water', frame: 'square', line: { width: 2.4 }, fill: { alpha: 0.2, edge: 1.2 } },
  woodland: { tone: 'forest', frame: 'square', line: { width: 2.4 }, fill: { alpha: 0.14, edge: 1.2 } },
};

/** What a type of the county's own looks like that names no known symbol. */
const OF_GROUP = /** @type {Record<string, string>} */ ({
  base: 'place', people: 'facility', hazard: 'hazard', flood: 'water', forest: 'woodland', force: 'team', supply: 'depot', safety: 'enterprise', own: 'facility',
});

/** @typedef {Required<Omit<Symbol, 'level'>> & Pick<Symbol, 'level'>} WholeSymbol */

/** @type {WholeSymbol} */
const PLAIN = { tone: 'grey', frame: 'square', line: { width: 2.4 }, fill: { alpha: 0.08, edge: 1.4 } };

/** What the catalogue names, or what its group looks like; whatever is missing for the geometry comes from the plain one. @param {Pick<LayerType, 'symbol' | 'group'>} type @returns {WholeSymbol} */
export function symbolOf({ symbol, group }) {
  const { tone, frame = PLAIN.frame, line = PLAIN.line, fill = PLAIN.fill, level } = SYMBOLS[symbol] ?? SYMBOLS[OF_GROUP[group ?? 'own']];
  return { tone, frame, line, fill, level };
}

const LEVELS = /** @type {Record<string, 1 | 2 | 3 | 4>} */ ({ 1: 1, 2: 2, 3: 3, 4: 4, red: 1, orange: 2, yellow: 3, blue: 4, i: 1, ii: 2, iii: 3, iv: 4 });

/** The level a feature has, if its layer is one of levels. @param {Symbol} symbol @param {Feature} feature @returns {1 | 2 | 3 | 4 | null} */
export function levelOf({ level }, { properties }) {
  return level ? LEVELS[String(properties[level] ?? '').toLowerCase()] ?? null : null;
}
