package org.wanglou.command.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.command.event.EventLog;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.fault.Fault;

/** Opens a session for a name and a password. */
public final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  // Against guessing from many addresses: after so many failures one try a minute.
  private static final int FREE_FOR_THE_ACCOUNT = 50;
  private static final Duration ACCOUNT_WAIT = Duration.ofMinutes(1);

  private final Database database;
  private final EventLog events;
  private final Callers callers;
  private final PasswordHash passwords;
  private final Clock clock;
  private final FailedAttempts attempts;

  public SignIn(
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
    this.clock = clock;
    this.attempts = attempts;
  }

  /**
   * @param cookie the session's secret, to be given to the browser and kept nowhere
   */
  public record Opened(String cookie, Caller caller) {}

  /**
   * @param address where the request comes from
   * @throws Fault UNAUTHENTICATED {@code session.wrong_credentials}, the same and after the same
   *     time for an unknown name, a wrong password and a disabled account; TOO_MANY {@code
   *     session.too_many_attempts}
   */
  public Opened signIn(String name, String password, String address) {
    var username = name.toLowerCase(Locale.ROOT);
    attempts.check(username, address);
    var account = database.reference(tx -> Users.account(tx, username));
    if (account.isEmpty() || account.get().user().disabled()) {
      passwords.spendTheSameTime(password);
      throw refused(username, address);
    }
    var known = account.get();
    known.lockedUntil().ifPresent(this::checkLock);
    if (!passwords.matches(password, known.passwordHash())) {
      database.reference(
          tx -> {
            var until = clock.instant().plus(ACCOUNT_WAIT);
            Users.countFailure(tx, known.user().id(), FREE_FOR_THE_ACCOUNT, until);
            return null;
          });
      throw refused(username, address);
    }
    var opened = open(known, password).orElseThrow(() -> refused(username, address));
    attempts.succeeded(username, address);
    return opened;
  }

  /** Empty when the account was disabled or got a new password while this one was checked. */
  private Optional<Opened> open(Users.Account known, String password) {
    var user = known.user();
    var renewed =
        passwords.isOutdated(known.passwordHash())
            ? Optional.of(passwords.of(password))
            : Optional.<String>empty();
    var cookie =
        database.write(
            RealmId.REAL,
            tx -> {
              if (!Users.letIn(tx, user.id(), known.passwordHash())) {
                return Optional.<String>empty();
              }
              renewed.ifPresent(hash -> Users.renewHash(tx, user.id(), hash));
              var opened = callers.open(tx, user.id(), Secret.next());
              events.append(
                  tx,
                  SessionEvents.of(
                      "user.signed_in",
                      clock.instant(),
                      user.username(),
                      user.id(),
                      user.username()));
              return Optional.of(opened);
            });
    return cookie.flatMap(it -> callers.bySession(it).map(caller -> new Opened(it, caller)));
  }

  private void checkLock(java.time.Instant until) {
    var now = clock.instant();
    if (until.isAfter(now)) {
      throw FailedAttempts.tooMany(Duration.between(now, until));
    }
  }

  private Fault refused(String username, String address) {
    attempts.failed(username, address);
    LOG.warn("sign-in refused for {} from {}", username, address);
    return new Fault(Fault.Kind.UNAUTHENTICATED, "", "session.wrong_credentials");
  }
}
