package org.wanglou.command.event;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of the log.
 *
 * @param seq gapless within its realm, from 1
 */
public record Event(
    long seq,
    Instant at,
    String actor,
    String type,
    String subjectType,
    UUID subjectId,
    Optional<UUID> incidentId,
    JsonObject payload) {

  /** As in the contract's schema {@code Event}. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("seq", seq)
        .put("at", at.toString())
        .put("actor", actor)
        .put("event", type)
        .put("subject_type", subjectType)
        .put("subject_id", subjectId.toString())
        .put("incident_id", incidentId.map(UUID::toString).orElse(null))
        .put("payload", payload);
  }
}
