package org.wanglou.command.event;

import io.vertx.core.json.JsonObject;
import java.util.OptionalLong;

/**
 * Whether the hash chain of a realm's log is whole.
 *
 * @param firstBroken first sequence at which a row is missing or was changed; empty when all is
 *     well
 */
public record LogVerification(long lastSeq, OptionalLong firstBroken) {
  public boolean whole() {
    return firstBroken.isEmpty();
  }

  /** As in the contract's schema {@code LogVerification}. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("whole", whole())
        .put("last_seq", lastSeq)
        .put("first_broken_seq", firstBroken.isPresent() ? (Long) firstBroken.getAsLong() : null);
  }
}
