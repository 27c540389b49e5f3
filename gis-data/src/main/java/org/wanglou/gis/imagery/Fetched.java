package org.wanglou.gis.imagery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.gis.fault.Fault;

/**
 * The answers of one service, kept. Each thing is asked for by one at a time, however many want it.
 * A service that failed is left in peace for a while; meanwhile what is kept is answered, however
 * old, with its age.
 */
final class Fetched {
  private static final Logger LOG = LoggerFactory.getLogger(Fetched.class);
  private static final Duration REST = Duration.ofSeconds(30);
  private static final Duration NOTHING_THERE_FOR = Duration.ofHours(1);
  private static final int MOST_ABSENT = 10_000;

  /** As {@link TileSource.Tile}, for any bytes. */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way to the network
  record Answer(byte[] bytes, Duration age, boolean outdated) {}

  private final String service;
  private final TileCache cache;
  private final Duration maxAge;
  private final Clock clock;
  private final Map<String, CompletableFuture<Optional<Answer>>> flights =
      new ConcurrentHashMap<>();
  private final Map<String, Instant> absent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_ABSENT;
        }
      };
  private volatile Instant restsUntil = Instant.MIN;
  private volatile Optional<Fault> failure = Optional.empty();

  Fetched(String service, TileCache cache, Duration maxAge, Clock clock) {
    this.service = service;
    this.cache = cache;
    this.maxAge = maxAge;
    this.clock = clock;
  }

  /** Why the service was last not to be had, if it still is not. */
  Optional<Fault> failure() {
    return failure;
  }

  /**
   * @param fetch asks the service
   * @param wanted whether an answer is one at all; what is not is a failure
   * @throws Fault UNAVAILABLE when the service fails and nothing is kept
   */
  Optional<Answer> get(String key, Supplier<Optional<byte[]>> fetch, Predicate<byte[]> wanted) {
    var kept = cache.find(key).map(this::aged);
    if (kept.filter(it -> !it.outdated()).isPresent()) {
      return kept;
    }
    if (kept.isEmpty() && isAbsent(key)) {
      return Optional.empty();
    }
    if (clock.instant().isBefore(restsUntil)) {
      return keptOrFail(kept);
    }
    var own = new CompletableFuture<Optional<Answer>>();
    var other = flights.putIfAbsent(key, own);
    if (other != null) {
      return joined(other);
    }
    try {
      // The flight before this one may have landed between the look and the start.
      var landed = cache.find(key).map(this::aged).filter(it -> !it.outdated());
      var fresh = landed.isPresent() ? landed : ask(key, fetch, wanted, kept);
      own.complete(fresh);
      return fresh;
    } catch (RuntimeException e) {
      own.completeExceptionally(e);
      throw e;
    } finally {
      flights.remove(key, own);
    }
  }

  private Answer aged(TileCache.Kept kept) {
    var age = Duration.between(kept.fetchedAt(), clock.instant());
    return new Answer(
        kept.bytes(), age.isNegative() ? Duration.ZERO : age, age.compareTo(maxAge) > 0);
  }

  private Optional<Answer> ask(
      String key,
      Supplier<Optional<byte[]>> fetch,
      Predicate<byte[]> wanted,
      Optional<Answer> kept) {
    try {
      var bytes = fetch.get();
      if (bytes.filter(wanted.negate()).isPresent()) {
        throw new Fault(Fault.Kind.UNAVAILABLE, "", "imagery.not_a_picture");
      }
      answered();
      bytes.ifPresentOrElse(it -> cache.keep(key, it), () -> rememberAbsent(key));
      return bytes.map(it -> new Answer(it, Duration.ZERO, false));
    } catch (Fault fault) {
      failed(fault);
      return keptOrFail(kept);
    }
  }

  private Optional<Answer> keptOrFail(Optional<Answer> kept) {
    if (kept.isEmpty() && failure.isPresent()) {
      // A fresh one: several threads must not fill the same exception.
      throw new Fault(Fault.Kind.UNAVAILABLE, failure.get().details());
    }
    return kept;
  }

  private static Optional<Answer> joined(CompletableFuture<Optional<Answer>> flight) {
    try {
      return flight.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Fault fault) {
        throw new Fault(fault.kind(), fault.details());
      }
      throw e;
    }
  }

  private void answered() {
    if (failure.isPresent()) {
      LOG.info("Imagery {} answers again.", service);
      failure = Optional.empty();
    }
    restsUntil = Instant.MIN;
  }

  private void failed(Fault fault) {
    if (failure.isEmpty()) {
      LOG.warn("Imagery {} cannot be had: {}", service, fault.getMessage());
    }
    failure = Optional.of(fault);
    restsUntil = clock.instant().plus(REST);
  }

  private boolean isAbsent(String key) {
    synchronized (absent) {
      var since = absent.get(key);
      return since != null && clock.instant().isBefore(since.plus(NOTHING_THERE_FOR));
    }
  }

  private void rememberAbsent(String key) {
    synchronized (absent) {
      absent.put(key, clock.instant());
    }
  }
}
