const LONGEST_END = 14;
const SHORTEST_CUT = 6;
const CHARACTERS_AT_END = 5;
const LETTERS_AT_END = 8;

/**
 * A unit's name in two: what may be shortened, and the end that tells it from its neighbours, which is always shown: a vehicle,
 * a number with what it numbers. The two together are the name.
 * @param {string} name
 * @returns {[string, string]}
 */
export function nameParts(name) {
  const words = name.split(/(?<= )/);
  const last = words[words.length - 1];
  const before = words.length > 2 ? words[words.length - 2] : '';
  const end = last.length <= 3 && (before + last).length <= LONGEST_END ? before + last : last;
  if (end.length <= LONGEST_END && words.length > 1) return [name.slice(0, name.length - end.length), end];
  return cut(name);
}

/** Within a word, but not within a number, which would then be another. @param {string} name @returns {[string, string]} */
function cut(name) {
  if (name.length <= SHORTEST_CUT) return ['', name];
  let at = name.length - (/\p{Script=Han}/u.test(name) ? CHARACTERS_AT_END : LETTERS_AT_END);
  while (at > 0 && /\d/.test(name[at]) && /\d/.test(name[at - 1])) at--;
  return at > 0 ? [name.slice(0, at), name.slice(at)] : ['', name];
}
