package org.wanglou.command.closure;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.wanglou.command.event.NewEvent;

/** The events of closures; each carries the closure's whole new state. */
final class ClosureEvents {
  /** Who ends a closure whose time has passed, and lays closures on a new road network. */
  static final String SYSTEM = "system:closure";

  private ClosureEvents() {}

  static NewEvent set(Closure closure, JsonObject json, String actor) {
    return event("closure.set", closure, json, actor, closure.from());
  }

  static NewEvent lifted(Closure closure, JsonObject json, String actor, Instant at) {
    return event("closure.lifted", closure, json, actor, at);
  }

  static NewEvent relaid(Closure closure, JsonObject json, Instant at) {
    return event("closure.relaid", closure, json, SYSTEM, at);
  }

  private static NewEvent event(
      String type, Closure closure, JsonObject json, String actor, Instant at) {
    return new NewEvent(
        at,
        actor,
        type,
        "closure",
        closure.id(),
        Optional.empty(),
        new JsonObject().put("closure", json));
  }
}
