package org.wanglou.command.incident;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.OptionalInt;
import org.wanglou.command.http.GeoJson;

/** Incidents as in the contract's schema {@code Incident}. */
public final class IncidentJson {
  private IncidentJson() {}

  public static JsonObject of(Incident incident) {
    return new JsonObject()
        .put("id", incident.id().toString())
        .put("number", incident.number())
        .put("kind", incident.kind())
        .put("level", orNull(incident.level()))
        .put("title", incident.title())
        .put("description", incident.description().orElse(null))
        .put("place", incident.place().orElse(null))
        .put("location", GeoJson.toJson(incident.location()))
        .put("people", orNull(incident.people()))
        .put("source", incident.source())
        .put("caller_phone", incident.callerPhone().orElse(null))
        .put("state", incident.state().code())
        .put("reported_at", incident.reportedAt().toString())
        .put("reported_by", incident.reportedBy())
        .put("closed_at", incident.closedAt().map(Instant::toString).orElse(null))
        .put("revision", incident.revision());
  }

  private static Integer orNull(OptionalInt value) {
    return value.isPresent() ? (Integer) value.getAsInt() : null;
  }
}
