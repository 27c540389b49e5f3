package org.wanglou.command.session;

import java.time.Clock;
import org.wanglou.command.event.EventLog;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;

/** Sets a new password and ends the user's other sessions. */
public final class ChangePassword {
  // Not at the door: who fails here may still sign in.
  private static final String WHEREVER = "";
  private final Database database;
  private final EventLog events;
  private final Callers callers;
  private final PasswordHash passwords;
  private final Clock clock;
  // A screen left alone, or a stolen token, must not become a place to guess at.
  private final FailedAttempts attempts;
  private final OneTimePassword oneTime;

  public ChangePassword(
      Database database,
      EventLog events,
      Callers callers,
      PasswordHash passwords,
      FailedAttempts attempts,
      OneTimePassword oneTime,
      Clock clock) {
    this.database = database;
    this.events = events;
    this.callers = callers;
    this.passwords = passwords;
    this.clock = clock;
    this.attempts = attempts;
    this.oneTime = oneTime;
  }

  /**
   * @throws Fault INVALID {@code password.wrong}, {@code password.too_short}, {@code
   *     password.contains_username} or {@code password.unchanged}; TOO_MANY {@code
   *     session.too_many_attempts}
   */
  public void change(Caller caller, String oldPassword, String newPassword) {
    var who = caller.principal();
    attempts.check(who.username(), WHEREVER);
    var account = database.reference(tx -> Users.account(tx, who.username())).orElseThrow();
    if (!passwords.matches(oldPassword, account.passwordHash())) {
      attempts.failed(who.username(), WHEREVER);
      throw Fault.invalid("/old_password", "password.wrong");
    }
    attempts.succeeded(who.username(), WHEREVER);
    PasswordRule.check("/new_password", newPassword, who.username());
    if (oldPassword.equals(newPassword)) {
      throw Fault.invalid("/new_password", "password.unchanged");
    }
    var hash = passwords.of(newPassword);
    var ended =
        database.write(
            who.realm(),
            tx -> {
              Users.setPassword(tx, who.userId(), hash, false);
              var others = callers.endOthers(tx, who.userId(), caller.key());
              events.append(
                  tx,
                  SessionEvents.of(
                      "user.password_changed",
                      clock.instant(),
                      who.username(),
                      who.userId(),
                      who.username()));
              return others;
            });
    ended.forEach(callers::ended);
    if (who.username().equals(FirstAdministrator.USERNAME)) {
      oneTime.remove();
    }
  }
}
