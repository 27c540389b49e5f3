package org.wanglou.command.session;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.event.EventLog;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;

/**
 * Changes another person's account. There is always an administrator who can sign in; whoever is
 * disabled is out at once, with all sessions and tokens.
 */
public final class ChangeUser {
  private final Database database;
  private final EventLog events;
  private final Callers callers;
  private final PasswordHash passwords;
  private final FailedAttempts attempts;
  private final Clock clock;

  public ChangeUser(
      Database database,
      EventLog events,
      Callers callers,
      PasswordHash passwords,
      FailedAttempts attempts,
      Clock clock) {
    this.database = database;
    this.events = events;
    this.callers = callers;
    this.passwords = passwords;
    this.attempts = attempts;
    this.clock = clock;
  }

  private record Done(User user, List<String> endedKeys) {}

  /**
   * The user as it is then; without a difference nothing is written. A new password ends the user's
   * sessions; the failed attempts before it are forgotten.
   *
   * @throws Fault NOT_FOUND {@code user.unknown}; CONFLICT {@code user.last_administrator}, {@code
   *     user.is_program} or {@code user.own_password}; INVALID {@code password.too_short} or {@code
   *     password.contains_username}
   */
  public User change(Principal who, UUID id, UserChange change) {
    who.require(Right.MANAGE_USERS);
    var username = database.reference(tx -> require(tx, id)).username();
    if (change.password().isPresent() && id.equals(who.userId())) {
      throw Fault.conflict("/password", "user.own_password");
    }
    change.password().ifPresent(password -> PasswordRule.check("/password", password, username));
    var hash = change.password().map(passwords::of);
    var done = database.write(who.realm(), tx -> write(tx, who, id, change, hash));
    hash.ifPresent(set -> attempts.forget(username));
    done.endedKeys().forEach(callers::ended);
    return done.user();
  }

  private Done write(
      Handle tx, Principal who, UUID id, UserChange change, Optional<String> passwordHash) {
    Users.lockAdministration(tx);
    var before = require(tx, id);
    var after = change.of(before);
    if (before.equals(after) && passwordHash.isEmpty()) {
      return new Done(before, List.of());
    }
    if (before.program()) {
      throw Fault.conflict("", "user.is_program", before.username());
    }
    // First the row, then its sessions: who signs in at this moment waits for the row.
    Users.update(tx, after);
    passwordHash.ifPresent(hash -> Users.setPassword(tx, id, hash, true));
    if (before.administers() && !after.administers() && !Users.someoneAdministers(tx)) {
      throw Fault.conflict(
          change.disabled().orElse(false) ? "/disabled" : "/roles",
          "user.last_administrator",
          before.displayName());
    }
    var ended = new ArrayList<String>();
    // Enabling ends them as well: a token made while its maker was being disabled does not revive.
    boolean switched = before.disabled() != after.disabled();
    if (switched || passwordHash.isPresent()) {
      ended.addAll(callers.endAll(tx, id));
    }
    if (switched) {
      ended.addAll(callers.revokeTokens(tx, id));
    }
    events.append(
        tx,
        SessionEvents.changed(
            clock.instant(), who.username(), before, after, passwordHash.isPresent()));
    return new Done(after, List.copyOf(ended));
  }

  private static User require(Handle tx, UUID id) {
    return Users.find(tx, id).orElseThrow(() -> Fault.notFound("user.unknown", id));
  }
}
