package org.wanglou.command.incident;

import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.db.Columns;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.session.Principal;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;

/** Corrects what was taken down, or judges it. */
public final class CorrectIncident {
  // Every act on an incident carries it in its event; the newest is the one that made the revision.
  private static final String LAST_CHANGE =
      """
      SELECT coalesce(a.display_name, e.actor) AS who, e.at
        FROM event e
        LEFT JOIN app_user a ON a.username = e.actor
       WHERE e.incident_id = :incident AND jsonb_exists(e.payload, 'incident')
       ORDER BY e.seq DESC
       LIMIT 1""";

  private final Database database;
  private final EventLog events;
  private final Turnout turnout;
  private final Clock clock;

  public CorrectIncident(Database database, EventLog events, Turnout turnout, Clock clock) {
    this.database = database;
    this.events = events;
    this.turnout = turnout;
    this.clock = clock;
  }

  /**
   * The incident with its next revision.
   *
   * @param revision the one that was edited
   * @throws Fault NOT_FOUND {@code incident.unknown}; CONFLICT {@code incident.changed_meanwhile},
   *     {@code incident.closed}; INVALID as for a report
   */
  public Incident correct(Principal who, UUID id, int revision, IncidentCorrection correction) {
    who.require(Right.EDIT_INCIDENT);
    correction.title().ifPresent(IncidentChecks::title);
    return database.write(
        who.realm(),
        tx -> {
          var incident = IncidentStore.lock(tx, id);
          incident.requireOpen();
          if (incident.revision() != revision) {
            throw changedMeanwhile(tx, incident, revision);
          }
          correction.location().ifPresent(location -> IncidentChecks.place(tx, location));
          var corrected = IncidentStore.update(tx, correction.applyTo(incident));
          var event = IncidentEvents.of("incident.corrected", clock.instant(), who, corrected);
          if (!corrected.location().equals(incident.location())) {
            event.payload().put("orders", turnout.follow(tx, who.realm(), corrected));
          }
          events.append(tx, event);
          return corrected;
        });
  }

  private static Fault changedMeanwhile(Handle tx, Incident incident, int revision) {
    return tx.createQuery(LAST_CHANGE)
        .bind("incident", incident.id())
        .map(
            (row, ctx) ->
                Fault.conflict(
                    "/If-Match",
                    "incident.changed_meanwhile",
                    row.getString("who"),
                    Columns.instant(row, "at"),
                    revision,
                    incident.revision()))
        .one();
  }
}
