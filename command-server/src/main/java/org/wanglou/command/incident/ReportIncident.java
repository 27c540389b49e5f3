package org.wanglou.command.incident;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.http.Idempotency;
import org.wanglou.command.http.RequestKey;
import org.wanglou.command.session.Principal;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.ids.Uuid7;

/** Takes a report down. */
public final class ReportIncident {
  private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

  private final Database database;
  private final EventLog events;
  private final Clock clock;
  private final Uuid7 ids;

  public ReportIncident(Database database, EventLog events, Clock clock, Uuid7 ids) {
    this.database = database;
    this.events = events;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * The incident as JSON; for a repeated key, as it was when the key was new.
   *
   * @throws Fault INVALID {@code location.swapped}, {@code incident.outside_county}, {@code
   *     incident.title_blank}, {@code incident.reported_in_future}
   */
  public JsonObject report(Principal who, Optional<RequestKey> key, NewIncident wish) {
    who.require(Right.REPORT_INCIDENT);
    IncidentChecks.title(wish.title());
    var now = clock.instant();
    var reportedAt = reportedAt(wish, now);
    return database.write(
        who.realm(), tx -> Idempotency.once(tx, key, () -> report(tx, who, wish, reportedAt, now)));
  }

  private Idempotency.Done report(
      Handle tx, Principal who, NewIncident wish, Instant reportedAt, Instant now) {
    IncidentChecks.place(tx, wish.location());
    var incident =
        IncidentStore.insert(
            tx,
            new Incident(
                ids.next(),
                0,
                wish.kind(),
                wish.level(),
                wish.title().strip(),
                wish.description(),
                wish.place(),
                wish.location(),
                wish.people(),
                wish.sourceOrGuess(),
                wish.callerPhone(),
                IncidentState.REPORTED,
                reportedAt,
                who.username(),
                Optional.empty(),
                1));
    return new Idempotency.Done(
        IncidentJson.of(incident),
        () -> events.append(tx, IncidentEvents.of("incident.reported", now, who, incident)));
  }

  private static Instant reportedAt(NewIncident wish, Instant now) {
    var said = wish.reportedAt().orElse(now);
    if (said.isAfter(now.plus(CLOCKS_APART))) {
      throw Fault.invalid("/reported_at", "incident.reported_in_future", said);
    }
    return said.isAfter(now) ? now : said;
  }
}
