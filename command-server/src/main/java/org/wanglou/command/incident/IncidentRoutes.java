package org.wanglou.command.incident;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.event.Event;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.Cursor;
import org.wanglou.command.http.GeoJson;
import org.wanglou.command.http.IfMatch;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;

/** Operations of the contract's tag {@code incident}. */
public final class IncidentRoutes {
  private final Database database;
  private final EventLog events;
  private final ReportIncident report;
  private final CorrectIncident correct;
  private final CloseIncident close;

  public IncidentRoutes(
      Database database,
      EventLog events,
      ReportIncident report,
      CorrectIncident correct,
      CloseIncident close) {
    this.database = database;
    this.events = events;
    this.report = report;
    this.correct = correct;
    this.close = close;
  }

  public void register(Api api) {
    api.on("listIncidents", Right.READ, this::list)
        .on("reportIncident", Right.REPORT_INCIDENT, this::report)
        .on("getIncident", Right.READ, this::get)
        .on("correctIncident", Right.EDIT_INCIDENT, this::correct)
        .on("closeIncident", Right.EDIT_INCIDENT, this::close)
        .on("incidentTimeline", Right.READ, this::timeline);
  }

  private Answer list(Call call) {
    var state = call.query("state").map(IncidentState::of);
    var before = call.cursor().map(cursor -> cursor.part(0, Integer::valueOf));
    var rows =
        database.read(
            call.principal().realm(),
            tx -> IncidentStore.list(tx, state, before, call.limit() + 1));
    return Answer.ok(
        Cursor.page(rows, call.limit(), IncidentJson::of, it -> Cursor.of(it.number())));
  }

  private Answer report(Call call) {
    var json = report.report(call.principal(), call.requestKey(), newIncident(call.body()));
    return IfMatch.tagged(Answer.created(json), json.getInteger("revision"));
  }

  private Answer get(Call call) {
    return answer(
        database.read(
            call.principal().realm(), tx -> IncidentStore.require(tx, call.pathUuid("id"))));
  }

  private Answer correct(Call call) {
    return answer(
        correct.correct(
            call.principal(),
            call.pathUuid("id"),
            IfMatch.revision(call),
            correction(call.body())));
  }

  private Answer close(Call call) {
    return answer(close.close(call.principal(), call.pathUuid("id")));
  }

  private Answer timeline(Call call) {
    var realm = call.principal().realm();
    var id = call.pathUuid("id");
    database.read(realm, tx -> IncidentStore.require(tx, id));
    int limit = call.limit();
    var rows = events.timeline(realm, id, call.queryLong("after").orElse(0L), limit + 1);
    var shown = rows.subList(0, Math.min(limit, rows.size()));
    return Answer.ok(
        new JsonObject()
            .put("results", new JsonArray(shown.stream().map(Event::toJson).toList()))
            // Goes into the parameter after.
            .put("next", rows.size() > limit ? String.valueOf(shown.get(limit - 1).seq()) : null));
  }

  private static Answer answer(Incident incident) {
    return IfMatch.tagged(Answer.ok(IncidentJson.of(incident)), incident.revision());
  }

  private static NewIncident newIncident(JsonObject body) {
    return new NewIncident(
        body.getString("kind"),
        body.getString("title"),
        location(body).orElseThrow(),
        number(body, "level"),
        text(body, "description"),
        text(body, "place"),
        number(body, "people"),
        text(body, "source"),
        text(body, "caller_phone"),
        text(body, "reported_at").map(it -> OffsetDateTime.parse(it).toInstant()));
  }

  private static IncidentCorrection correction(JsonObject body) {
    return new IncidentCorrection(
        text(body, "kind"),
        text(body, "title"),
        location(body),
        number(body, "level"),
        text(body, "description"),
        text(body, "place"),
        number(body, "people"));
  }

  private static Optional<Point> location(JsonObject body) {
    return Optional.ofNullable(body.getJsonObject("location"))
        .map(it -> GeoJson.point(it, "/location"));
  }

  private static Optional<String> text(JsonObject body, String field) {
    return Optional.ofNullable(body.getString(field));
  }

  private static OptionalInt number(JsonObject body, String field) {
    var value = body.getInteger(field);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
