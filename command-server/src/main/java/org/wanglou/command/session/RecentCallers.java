package org.wanglou.command.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;

/**
 * Who was recognised a moment ago, for what a map asks by the hundred and what shows nothing but
 * the map: one look into the database serves all pictures of a view. What this node writes is seen
 * at once, what another one writes (a sign-out, a user disabled) within {@link #MAX_AGE}.
 */
public final class RecentCallers {
  public static final Duration MAX_AGE = Duration.ofSeconds(2);

  // As many browsers as one server has; who is too many is looked up each time.
  private static final int MOST = 2_000;

  private record Known(Caller caller, long writes, Instant until) {}

  private final Clock clock;
  private final AtomicLong writes = new AtomicLong();
  private final Map<String, Known> byHash =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  public RecentCallers(Database database, Clock clock) {
    this.clock = clock;
    database.afterWrite(this::forget);
  }

  private void forget(RealmId realm) {
    if (realm.equals(RealmId.REAL)) {
      writes.incrementAndGet();
    }
  }

  /**
   * @param secret cookie or token with a word for which of them it is; kept as its hash only
   * @param lookUp in the database; whoever is not found is looked up again the next time
   */
  public Optional<Caller> recognise(String secret, Supplier<Optional<Caller>> lookUp) {
    var hash = HexFormat.of().formatHex(Secret.hash(secret));
    var now = clock.instant();
    // Read before the look-up: what is written while it runs makes it old.
    long before = writes.get();
    Known known;
    synchronized (byHash) {
      known = byHash.get(hash);
    }
    if (known != null && known.writes() == before && now.isBefore(known.until())) {
      return Optional.of(known.caller());
    }
    var found = lookUp.get();
    synchronized (byHash) {
      byHash.remove(hash);
      found.ifPresent(caller -> byHash.put(hash, new Known(caller, before, until(caller, now))));
    }
    return found;
  }

  private static Instant until(Caller caller, Instant now) {
    var aged = now.plus(MAX_AGE);
    return caller.expiresAt().filter(end -> end.isBefore(aged)).orElse(aged);
  }
}
