package org.wanglou.command.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.locationtech.jts.geom.Point;
import org.wanglou.gis.fault.Fault;

/**
 * Something that happened and needs the desk.
 *
 * @param number what people call it by; 0 before it is stored
 * @param kind code of the contract's {@code IncidentKind}
 * @param level I to IV as 1 to 4; empty: not yet judged
 * @param people how many are in danger or hurt, as reported
 * @param source phone, patrol, sensor or other
 */
public record Incident(
    UUID id,
    int number,
    String kind,
    OptionalInt level,
    String title,
    Optional<String> description,
    Optional<String> place,
    Point location,
    OptionalInt people,
    String source,
    Optional<String> callerPhone,
    IncidentState state,
    Instant reportedAt,
    String reportedBy,
    Optional<Instant> closedAt,
    int revision) {
  public Incident {
    if (level.isPresent() && (level.getAsInt() < 1 || level.getAsInt() > 4)) {
      throw new IllegalArgumentException("no level " + level.getAsInt());
    }
    if (closedAt.isPresent() != (state == IncidentState.CLOSED)) {
      throw new IllegalArgumentException("closed, and since when, go together");
    }
  }

  public boolean isClosed() {
    return state == IncidentState.CLOSED;
  }

  /**
   * Checks that it can still be worked on.
   *
   * @throws Fault CONFLICT {@code incident.closed}
   */
  public void requireOpen() {
    if (closedAt.isPresent()) {
      throw Fault.conflict("", "incident.closed", number, title, closedAt.get());
    }
  }

  /** A unit was ordered to it. */
  public Incident responding() {
    return in(IncidentState.RESPONDING, Optional.empty());
  }

  Incident closed(Instant at) {
    return in(IncidentState.CLOSED, Optional.of(at));
  }

  private Incident in(IncidentState next, Optional<Instant> closed) {
    return new Incident(
        id,
        number,
        kind,
        level,
        title,
        description,
        place,
        location,
        people,
        source,
        callerPhone,
        next,
        reportedAt,
        reportedBy,
        closed,
        revision);
  }
}
