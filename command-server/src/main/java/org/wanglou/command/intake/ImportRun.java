package org.wanglou.command.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** An import under way: how far it is, and whether somebody wants it stopped. */
final class ImportRun {
  private final UUID id;
  private final ImportWish wish;
  private final Instant startedAt;
  private final String by;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private volatile Progress progress = new Progress(0, Double.NaN);

  /** Rows read, and the share of the file; NaN when that cannot be said. */
  record Progress(long rows, double share) {}

  /** Thrown in the midst of a run that is to stop; not a fault, nobody did anything wrong. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  ImportRun(UUID id, ImportWish wish, Instant startedAt, String by) {
    this.id = id;
    this.wish = wish;
    this.startedAt = startedAt;
    this.by = by;
  }

  UUID id() {
    return id;
  }

  ImportWish wish() {
    return wish;
  }

  Instant startedAt() {
    return startedAt;
  }

  String by() {
    return by;
  }

  void stop() {
    stopping.set(true);
  }

  Progress progress() {
    return progress;
  }

  /** Called for each row. */
  void at(long rows, double share) {
    if (stopping.get()) {
      throw new Stopped();
    }
    progress = new Progress(rows, share);
  }

  /** Seconds that are left, by what has passed. */
  static Optional<Double> left(Progress progress, double seconds) {
    return progress.share() > 0.01
        ? Optional.of(seconds * (1 - progress.share()) / progress.share())
        : Optional.empty();
  }
}
