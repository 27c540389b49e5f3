package org.wanglou.command.incident;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.wanglou.command.event.NewEvent;
import org.wanglou.command.session.Principal;

/** What is done to incidents, for the log. */
final class IncidentEvents {
  private IncidentEvents() {}

  static NewEvent of(String type, Instant at, Principal who, Incident incident) {
    return new NewEvent(
        at,
        who.username(),
        type,
        "incident",
        incident.id(),
        Optional.of(incident.id()),
        new JsonObject().put("incident", IncidentJson.of(incident)));
  }
}
