/** @import { NewUser, PersonForm, User, UserChange } from '../types.js' */

/** Roles as the server has them, from the one who manages people to the one who only looks. */
export const ROLES = /** @type {const} */ (['administrator', 'dispatcher', 'duty_officer', 'observer']);

const USERNAME = /^[a-z][a-z0-9_.-]{1,31}$/;
// As the server's own one-time password: without 0, 1, l, o, i, because people type it from paper.
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** @param {string} password @returns {PersonForm} */
export function emptyPerson(password) {
  return { user: null, username: '', displayName: '', roles: [], disabled: false, password, ...untried() };
}

/** @param {User} user @returns {PersonForm} */
export function formOf(user) {
  return { user, username: user.username, displayName: user.display_name, roles: [...user.roles], disabled: user.disabled ?? false, password: '', ...untried() };
}

function untried() {
  return { busy: false, problem: '', errors: [], missing: [] };
}

/** Fields to be mended before it can be sent. @param {PersonForm} form @returns {string[]} */
export function wanting({ user, username, displayName, roles, password }) {
  const wrong = /** @type {[string, boolean][]} */ ([
    ['username', user === null && !USERNAME.test(username)],
    ['display_name', !displayName.trim()],
    ['roles', roles.length === 0],
    ['password', user === null && !password],
  ]);
  return wrong.filter(([, isWrong]) => isWrong).map(([field]) => field);
}

/** @param {PersonForm} form @returns {NewUser} */
export function newUserOf({ username, displayName, roles, password }) {
  return { username, display_name: displayName.trim(), roles, password };
}

/** Only what is different: what another administrator changed meanwhile stays. @param {PersonForm} form @returns {UserChange} */
export function changeOf({ user, displayName, roles, disabled, password }) {
  /** @type {UserChange} */
  const change = {};
  if (displayName.trim() !== user?.display_name) change.display_name = displayName.trim();
  if ([...roles].sort().join() !== [...(user?.roles ?? [])].sort().join()) change.roles = roles;
  if (disabled !== (user?.disabled ?? false)) change.disabled = disabled;
  if (password) change.password = password;
  return change;
}

/** @param {readonly User[]} users @param {User} user @returns {User[]} with the user put in, by name */
export function withUser(users, user) {
  return [...users.filter((it) => it.id !== user.id), user].sort((a, b) => (a.username < b.username ? -1 : 1));
}

/** Four groups of four, about 79 bits. @param {(bytes: Uint8Array<ArrayBuffer>) => unknown} fillRandom */
export function oneTimePassword(fillRandom) {
  const wanted = GROUPS * GROUP_LENGTH;
  // A byte above the last whole multiple would favour the first letters.
  const limit = 256 - (256 % READABLE.length);
  let letters = '';
  while (letters.length < wanted) {
    const bytes = new Uint8Array(wanted);
    fillRandom(bytes);
    for (const byte of bytes) if (byte < limit && letters.length < wanted) letters += READABLE[byte % READABLE.length];
  }
  return letters.match(new RegExp(`.{${GROUP_LENGTH}}`, 'g'))?.join('-') ?? '';
}
