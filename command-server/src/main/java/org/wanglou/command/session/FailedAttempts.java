package org.wanglou.command.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wanglou.gis.fault.Fault;

/**
 * Makes guessing slow for one account from one address. Never by the address alone: a county sits
 * behind one. The first {@link #FREE} failures are free, then the wait doubles from 5 s to 15 min.
 */
public final class FailedAttempts {
  static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration FORGET_AFTER = Duration.ofHours(1);
  private static final int MOST_KEPT = 10_000;

  private record From(String username, String address) {}

  private record Failures(int count, Instant until, Instant last) {}

  private final Clock clock;
  private final Map<From, Failures> byOrigin =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<From, Failures> eldest) {
          return size() > MOST_KEPT;
        }
      };

  public FailedAttempts(Clock clock) {
    this.clock = clock;
  }

  synchronized void check(String username, String address) {
    var known = byOrigin.get(new From(username, address));
    if (known == null) {
      return;
    }
    var now = clock.instant();
    if (known.last().plus(FORGET_AFTER).isBefore(now)) {
      byOrigin.remove(new From(username, address));
    } else if (known.until().isAfter(now)) {
      throw tooMany(Duration.between(now, known.until()));
    }
  }

  synchronized void failed(String username, String address) {
    var now = clock.instant();
    byOrigin.merge(
        new From(username, address),
        new Failures(1, now, now),
        (old, one) -> new Failures(old.count() + 1, now.plus(wait(old.count() + 1)), now));
  }

  synchronized void succeeded(String username, String address) {
    byOrigin.remove(new From(username, address));
  }

  /** The account has a new password: what was tried with the old one counts no longer. */
  synchronized void forget(String username) {
    byOrigin.keySet().removeIf(from -> from.username().equals(username));
  }

  static Fault tooMany(Duration left) {
    return new Fault(
        Fault.Kind.TOO_MANY, "", "session.too_many_attempts", Math.max(1, left.toSeconds() + 1));
  }

  private static Duration wait(int failures) {
    if (failures < FREE) {
      return Duration.ZERO;
    }
    var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(20, failures - FREE));
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }
}
