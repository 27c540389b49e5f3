package org.wanglou.command.recommendation;

import java.time.Duration;
import java.time.Instant;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.unit.Unit;

/**
 * Where a unit is taken to start from: its latest position when that is fresh, else its base.
 *
 * @param why which of the two, and how old
 */
record StartPlace(Point point, Reason why) {
  /**
   * A vehicle that moves reports every few seconds to minutes; what is silent for longer may be
   * kilometres away.
   */
  static final Duration FRESH = Duration.ofMinutes(10);

  static StartPlace of(Unit unit, Instant now) {
    var base = unit.base().location();
    if (unit.latest().isEmpty()) {
      return new StartPlace(base, Reason.of("position_none", unit.base().name()));
    }
    var latest = unit.latest().get();
    var age = Duration.between(latest.fixAt(), now);
    if (age.compareTo(FRESH) > 0) {
      return new StartPlace(base, Reason.of("position_stale", age.toMinutes(), unit.base().name()));
    }
    return new StartPlace(
        latest.location(), Reason.of("position_fresh", Math.max(0, age.toSeconds())));
  }
}
