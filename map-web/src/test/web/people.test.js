import { changeOf, emptyPerson, formOf, newUserOf, oneTimePassword, wanting, withUser } from '/a/t/model/people.js';
import { equal, ok, test } from '/test/testing.js';

const wang = { id: '2', username: 'wang', display_name: 'Wang', roles: ['observer', 'dispatcher'] };

test('a change holds only what is different', () => {
  const form = formOf(wang);
  equal(changeOf(form), {});
  equal(changeOf({ ...form, displayName: ' Wang ', roles: ['dispatcher', 'observer'] }), {});
  equal(changeOf({ ...form, displayName: 'Wang Li' }), { display_name: 'Wang Li' });
  equal(changeOf({ ...form, roles: ['observer'] }), { roles: ['observer'] });
  equal(changeOf({ ...form, disabled: true, password: 'x' }), { disabled: true, password: 'x' });
  equal(changeOf({ ...formOf({ ...wang, disabled: true }), disabled: false }), { disabled: false });
});

test('a new person needs a user name, a name, a role and a password; a known one keeps the first and the last', () => {
  equal(wanting(emptyPerson('')), ['username', 'display_name', 'roles', 'password']);
  equal(wanting({ ...formOf(wang), displayName: ' ', roles: [] }), ['display_name', 'roles']);
  const named = (username) => wanting({ ...formOf(wang), user: null, username, password: 'x' });
  for (const good of ['li', 'li.2', 'a_b-c']) equal(named(good), []);
  for (const bad of ['l', 'Li', '2li', 'li wang', 'l'.repeat(33)]) equal(named(bad), ['username']);
});

test('a new user is sent with all fields', () => {
  equal(newUserOf({ ...emptyPerson('p'), username: 'li', displayName: ' Li ', roles: ['observer'] }), { username: 'li', display_name: 'Li', roles: ['observer'], password: 'p' });
});

test('a saved user takes its place by name', () => {
  const users = withUser(withUser([wang], { ...wang, id: '1', username: 'li' }), { ...wang, display_name: 'W' });
  equal(users.map((user) => user.username + user.display_name), ['liWang', 'wangW']);
});

test('a one-time password has four groups of letters and digits that cannot be mistaken', () => {
  const made = oneTimePassword((bytes) => crypto.getRandomValues(bytes));
  ok(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/.test(made), made);
  ok(made !== oneTimePassword((bytes) => crypto.getRandomValues(bytes)), 'another one each time');
});

test('no letter of a one-time password is more likely than another: what is above the last whole multiple is thrown again', () => {
  const throws = [255, 248, 247, 0];
  equal(oneTimePassword((bytes) => bytes.fill(throws.shift())), '9999-9999-9999-9999');
  equal(oneTimePassword((bytes) => bytes.fill(throws.shift())), 'aaaa-aaaa-aaaa-aaaa');
});
