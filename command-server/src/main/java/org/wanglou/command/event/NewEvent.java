package org.wanglou.command.event;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an act leaves in the log.
 *
 * @param actor username, or {@code system:<part>}
 * @param type one of the catalogue's types
 * @param subjectId what the act was done to
 * @param incidentId the incident in whose timeline it belongs
 * @param payload the whole new state of all it changed, by the keys of {@code
 *     docs/live-protocol.md}
 */
public record NewEvent(
    Instant at,
    String actor,
    String type,
    String subjectType,
    UUID subjectId,
    Optional<UUID> incidentId,
    JsonObject payload) {
  public NewEvent {
    if (actor.isBlank()) {
      throw new IllegalArgumentException("an event needs an actor");
    }
  }
}
