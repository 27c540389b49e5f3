package org.wanglou.command.simulation;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One kind of call of one unit: one at a time, and after a failure not at once again. */
final class Attempt {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 5;

  private final Clock clock;
  private boolean running;
  private int failures;
  private Instant notBefore = Instant.MIN;

  Attempt(Clock clock) {
    this.clock = clock;
  }

  /** Calls, unless a call is running or it is too early. */
  <T> void run(Supplier<Future<T>> call, Consumer<T> done, Consumer<Throwable> failed) {
    if (running || clock.instant().isBefore(notBefore)) {
      return;
    }
    running = true;
    call.get()
        .onComplete(
            answer -> {
              running = false;
              failures = 0;
              done.accept(answer);
            },
            e -> {
              running = false;
              var wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
              notBefore = clock.instant().plus(wait);
              failures++;
              failed.accept(e);
            });
  }

  /** How often it has failed in a row. */
  int failures() {
    return failures;
  }
}
