package org.wanglou.command.session;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.event.EventLog;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;

/**
 * The way back in for who holds the data folder and has no administrator's password: the user
 * {@code admin} gets a new one-time password, is enabled and an administrator again. Its sessions
 * end. The server must not be running: nobody tells it.
 */
public final class ResetAdministrator {
  private static final String LAUNCHER = "system:launcher";
  private final Database database;
  private final EventLog events;
  private final Callers callers;
  private final Clock clock;

  public ResetAdministrator(Database database, EventLog events, Clock clock) {
    this.database = database;
    this.events = events;
    this.callers = new Callers(database, clock, SessionPolicy.STANDARD);
    this.clock = clock;
  }

  /**
   * @param folder where the one-time password is left, readable by the owner only
   * @return the one-time password
   */
  public String reset(Path folder) {
    var password = Secret.readable();
    var hash = new PasswordHash().of(password);
    // First the file: one that does not hold is removed by the next start.
    new OneTimePassword(folder).leave(password);
    return database.write(
        RealmId.REAL,
        tx -> {
          Users.lockAdministration(tx);
          write(tx, hash);
          return password;
        });
  }

  private void write(Handle tx, String hash) {
    Users.insert(tx, FirstAdministrator.made(true), hash);
    var before = Users.account(tx, FirstAdministrator.USERNAME).orElseThrow().user();
    var roles = new HashSet<>(before.roles());
    roles.add(Role.ADMINISTRATOR);
    var after =
        new User(before.id(), before.username(), before.displayName(), roles, true, false, false);
    Users.update(tx, after);
    Users.setPassword(tx, after.id(), hash, true);
    callers.endAll(tx, after.id());
    var now = clock.instant();
    events.append(
        tx, SessionEvents.of("user.password_changed", now, LAUNCHER, after.id(), after.username()));
    if (before.disabled()) {
      // A token made while its maker was being disabled does not revive.
      callers.revokeTokens(tx, after.id());
    }
    if (before.disabled() || !before.roles().equals(after.roles())) {
      events.append(tx, SessionEvents.changed(now, LAUNCHER, before, after, false));
    }
  }
}
