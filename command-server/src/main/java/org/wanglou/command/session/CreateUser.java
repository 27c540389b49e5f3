package org.wanglou.command.session;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.wanglou.command.event.EventLog;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.ids.Uuid7;

/** Makes a user, who has to change the given password at the first sign-in. */
public final class CreateUser {
  private final Database database;
  private final EventLog events;
  private final PasswordHash passwords;
  private final Clock clock;
  private final Uuid7 ids;

  public CreateUser(
      Database database, EventLog events, PasswordHash passwords, Clock clock, Uuid7 ids) {
    this.database = database;
    this.events = events;
    this.passwords = passwords;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * @throws Fault CONFLICT {@code user.name_taken}; INVALID {@code password.too_short} and others
   */
  public User create(
      Principal who, String username, String displayName, Set<Role> roles, String password) {
    who.require(Right.MANAGE_USERS);
    PasswordRule.check("/password", password, username);
    var user = new User(ids.next(), username, displayName, roles, true, false, false);
    var hash = passwords.of(password);
    return database.write(
        who.realm(),
        tx -> {
          if (!Users.insert(tx, user, hash)) {
            throw Fault.conflict("/username", "user.name_taken", username);
          }
          events.append(
              tx,
              SessionEvents.of(
                  "user.created", clock.instant(), who.username(), user.id(), username));
          return user;
        });
  }

  public List<User> all(Principal who) {
    who.require(Right.MANAGE_USERS);
    return database.reference(Users::all);
  }
}
