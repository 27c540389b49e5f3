package org.wanglou.command.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.LineString;

/**
 * The order of a unit to an incident.
 *
 * @param unitName shown without looking the unit up
 * @param task what to do there, in words
 * @param orderedBy username
 * @param travel the way as recommended when it was ordered; empty when none was found
 */
public record DispatchOrder(
    UUID id,
    UUID incidentId,
    UUID unitId,
    String unitName,
    Optional<String> task,
    OrderState state,
    String orderedBy,
    OrderTimes times,
    Optional<String> countermandReason,
    Optional<Travel> travel,
    int revision) {

  /** A way by road. */
  public record Travel(LineString route, double durationS, double distanceM) {}

  public boolean isActive() {
    return state.isActive();
  }

  /**
   * @throws IllegalArgumentException when the state cannot follow
   */
  DispatchOrder become(OrderState next, Instant at, Optional<String> reason) {
    if (!state.mayBecome(next)) {
      throw new IllegalArgumentException(state + " does not become " + next);
    }
    return new DispatchOrder(
        id,
        incidentId,
        unitId,
        unitName,
        task,
        next,
        orderedBy,
        times.reached(next, at),
        reason,
        travel,
        revision);
  }
}
