package org.wanglou.command.simulation;

import java.time.Duration;
import org.wanglou.command.session.SystemAccount;
import org.wanglou.drills.unit.Drive;
import org.wanglou.drills.unit.Pace;

/**
 * How fast things go.
 *
 * @param turn how often a unit is looked after; a moving unit reports as often
 * @param restFix how often a unit at rest reports, so that its age stays young
 */
public record Tempo(Pace pace, Duration turn, Pace.Span restFix) {
  /** The account, and so the source of the positions it reports. */
  static final String SOURCE = SystemAccount.SIMULATOR;

  /** So that a route of a few metres, given as 0 s, is no leap. */
  private static final double SHORTEST_DRIVE_S = 0.5;

  public static final Tempo STANDARD =
      new Tempo(Pace.STANDARD, Duration.ofSeconds(1), Pace.seconds(20, 30));

  Drive drive(Centre.Route route) {
    return Drive.along(route.line(), Math.max(route.durationS(), SHORTEST_DRIVE_S) / pace.haste());
  }
}
