package org.wanglou.command.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wanglou.command.unit.Unit;
import org.wanglou.gis.road.Route;

/**
 * Whom to send, and why.
 *
 * @param closures in force, all avoided
 * @param notes on the whole, for example that the level is not judged yet
 * @param plan whom to send now, the most needed capability first
 * @param gaps needs that nobody can fill
 * @param alternatives the nearest suitable units that are not in the plan, nearest first
 * @param passedOver everybody else
 */
record Recommendation(
    UUID incident,
    Instant computedAt,
    int closures,
    List<Reason> notes,
    List<Proposed> plan,
    List<Gap> gaps,
    List<Proposed> alternatives,
    List<PassedOver> passedOver) {

  /**
   * A unit that can be sent.
   *
   * @param fills the needed capabilities it is chosen for; none for an alternative
   */
  record Proposed(Unit unit, List<String> fills, Route way, List<Reason> reasons) {}

  /**
   * Units that are missing.
   *
   * @param why what the county's units with the capability are doing
   */
  record Gap(String capability, int units, List<Reason> why) {}

  /** A unit that cannot be sent, with everything that speaks against it. */
  record PassedOver(Unit unit, List<Reason> reasons) {}
}
