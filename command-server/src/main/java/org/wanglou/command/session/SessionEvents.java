package org.wanglou.command.session;

import io.vertx.core.json.JsonArray;
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

  /** With the new values of what is different; of a password only that one was set. */
  static NewEvent changed(Instant at, String actor, User before, User after, boolean passwordSet) {
    var payload = new JsonObject().put("username", after.username());
    if (!before.displayName().equals(after.displayName())) {
      payload.put("display_name", after.displayName());
    }
    if (!before.roles().equals(after.roles())) {
      payload.put("roles", new JsonArray(after.roles().stream().map(Role::code).sorted().toList()));
    }
    if (before.disabled() != after.disabled()) {
      payload.put("disabled", after.disabled());
    }
    if (passwordSet) {
      payload.put("password_set", true);
    }
    return new NewEvent(at, actor, "user.changed", "user", after.id(), Optional.empty(), payload);
  }
}
