/** Roles that may do an act, as the server has them. */
const ROLES = /** @type {const} */ ({
  report: ['dispatcher', 'duty_officer'],
  order: ['dispatcher'],
  closeRoad: ['dispatcher', 'duty_officer'],
  editFeature: ['administrator', 'dispatcher', 'duty_officer'],
  importFile: ['administrator', 'duty_officer'],
  editCatalogue: ['administrator'],
  manageUsers: ['administrator'],
});

/** @typedef {keyof typeof ROLES} Act */

/** @param {readonly string[]} roles @param {Act} act */
export function mayDo(roles, act) {
  return ROLES[act].some((role) => roles.includes(role));
}
