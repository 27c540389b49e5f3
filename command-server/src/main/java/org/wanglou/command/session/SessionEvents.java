package org.wanglou.command.session;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.command.event.NewEvent;

/** Who came, went and was let in, for the audit. Secrets and addresses stay out of the log. */
final class SessionEvents {
  private SessionEvents() {}

  static NewEvent of(String type, Instant at, String actor, UUID user, String username) {
    return new NewEvent(
        at,
        actor,
        type,
        "user",
        user,
        Optional.empty(),
        new JsonObject().put("username", username));
  }
}
