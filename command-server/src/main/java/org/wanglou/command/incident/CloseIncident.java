package org.wanglou.command.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.session.Principal;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;

/** Ends the work on an incident. */
public final class CloseIncident {
  private final Database database;
  private final EventLog events;
  private final Clock clock;

  public CloseIncident(Database database, EventLog events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The closed incident; closing it again changes nothing.
   *
   * @throws Fault NOT_FOUND {@code incident.unknown}; CONFLICT {@code incident.has_active_orders}
   */
  public Incident close(Principal who, UUID id) {
    who.require(Right.EDIT_INCIDENT);
    return database.write(
        who.realm(),
        tx -> {
          var incident = IncidentStore.lock(tx, id);
          if (incident.isClosed()) {
            return incident;
          }
          var bound = IncidentStore.unitsBoundBy(tx, id);
          if (!bound.isEmpty()) {
            throw Fault.conflict("", "incident.has_active_orders", incident.number(), bound);
          }
          var closed = IncidentStore.update(tx, incident.closed(later(incident)));
          events.append(tx, IncidentEvents.of("incident.closed", clock.instant(), who, closed));
          return closed;
        });
  }

  private Instant later(Incident incident) {
    var now = clock.instant();
    return now.isBefore(incident.reportedAt()) ? incident.reportedAt() : now;
  }
}
