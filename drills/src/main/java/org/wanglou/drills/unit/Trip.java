package org.wanglou.drills.unit;

import java.time.Duration;
import java.time.Instant;

/** A drive that began at a time: home from a scene, or a stretch of a patrol. */
public record Trip(Drive drive, Instant start) {
  public Place placeAt(Instant t) {
    return drive.at(seconds(start, t));
  }

  public boolean isOverAt(Instant t) {
    return seconds(start, t) >= drive.durationS();
  }

  /** Whether it still leads within {@code withinM} of a point. */
  public boolean passes(Place point, double withinM, Instant after) {
    return drive.passes(point, withinM, seconds(start, after));
  }

  static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
