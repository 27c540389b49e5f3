/** @import { Labelled, SystemGroup } from '../../import-types.js' */

const DEGREES = ['EPSG:4490', 'EPSG:4326'];
const OFFSET = ['GCJ-02', 'BD-09'];
/** Where the Gauss-Krüger families of CGCS2000 stand among EPSG's numbers; each twice, six and eight digits of easting. */
const THREE_DEGREES = { plain: 4534, zoned: 4513, first: 25, last: 45 };
const SIX_DEGREES = { plain: 4502, zoned: 4491, first: 13, last: 23 };

/**
 * All systems, those that fit the county first. None is ever chosen for the person.
 * @param {readonly Labelled[]} systems
 * @param {number} lon a longitude of the county, degrees
 * @returns {SystemGroup[]} groups that have something
 */
export function groupedSystems(systems, lon) {
  const zone3 = Math.round(lon / 3);
  const zone6 = Math.floor(lon / 6) + 1;
  const here = [...OFFSET, ...codesOf(THREE_DEGREES, zone3), ...codesOf(SIX_DEGREES, zone6)];
  const groups = [
    { id: 'here', codes: [...DEGREES, ...here] },
    { id: 'three', codes: family(THREE_DEGREES) },
    { id: 'six', codes: family(SIX_DEGREES) },
  ];
  const taken = new Set();
  const take = (/** @type {string} */ code) => {
    const system = systems.find((it) => it.code === code);
    if (!system || taken.has(code)) return [];
    taken.add(code);
    return [system];
  };
  const known = groups.map(({ id, codes }) => ({ id, systems: codes.flatMap(take) }));
  return [...known, { id: 'other', systems: systems.filter(({ code }) => !taken.has(code)) }].filter((group) => group.systems.length);
}

/** @param {typeof THREE_DEGREES} family @param {number} zone */
function codesOf({ plain, zoned, first, last }, zone) {
  return zone < first || zone > last ? [] : [`EPSG:${plain + zone - first}`, `EPSG:${zoned + zone - first}`];
}

/** @param {typeof THREE_DEGREES} of */
function family(of) {
  return Array.from({ length: of.last - of.first + 1 }, (_, i) => codesOf(of, of.first + i)).flat();
}
