package org.wanglou.drills.unit;

import java.time.Duration;
import java.util.UUID;

/**
 * Where a unit without an order goes to be seen: a round of stops about its base, the same for the
 * same unit at any time. Stops are wishes beside or on the road; some may turn out unreachable.
 *
 * @param base every fourth stop
 */
public record Patrol(UUID unit, Place base) {
  private static final int STOPS_OF_A_ROUND = 4;
  private static final double NEAREST_M = 1_200;
  private static final double FARTHEST_M = 4_000;
  private static final Pace.Span PAUSE = Pace.seconds(5, 20);

  public Place stop(long n) {
    if (n % STOPS_OF_A_ROUND == STOPS_OF_A_ROUND - 1) {
      return base;
    }
    double distanceM = NEAREST_M + Chance.share(unit, 2 * n) * (FARTHEST_M - NEAREST_M);
    return base.ahead(360 * Chance.share(unit, 2 * n + 1), distanceM);
  }

  /** How long it stands at a stop. */
  public Duration pause(long n) {
    return PAUSE.at(Chance.share(unit, -n - 1));
  }
}
