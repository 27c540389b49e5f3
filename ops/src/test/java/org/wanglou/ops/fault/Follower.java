package org.wanglou.ops.fault;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wanglou.ops.client.Seat;

/** A client of the live protocol that keeps the picture as a screen does: replace by id. */
final class Follower {
  private static final Map<String, String> ONE =
      Map.of("incident", "incidents", "order", "orders", "unit", "units", "closure", "closures");
  private static final List<String> ALL = List.of("incidents", "orders", "units", "closures");

  private final Map<String, Map<String, JsonObject>> picture = new HashMap<>();
  private Long seq;

  /** Says hello with what it has, and applies what comes until it has sequence {@code until}. */
  Follower followUntil(Seat seat, long until) throws InterruptedException {
    apply(seat.listen(seq));
    while (seq < until) {
      apply(
          seat.await(message -> List.of("event", "snapshot").contains(message.getString("type"))));
    }
    return this;
  }

  private void apply(JsonObject message) {
    switch (message.getString("type")) {
      case "snapshot" -> {
        ALL.forEach(key -> replaceAll(key, message.getJsonArray(key)));
        seq = message.getLong("seq");
      }
      case "resumed" -> require(message.getLong("seq").equals(seq), message);
      case "event" -> {
        require(message.getLong("seq") == seq + 1, message);
        seq = message.getLong("seq");
        var payload = message.getJsonObject("payload");
        ALL.forEach(key -> payload.getJsonArray(key, new JsonArray()).forEach(it -> put(key, it)));
        ONE.forEach((key, list) -> put(list, payload.getJsonObject(key)));
      }
      default -> throw new AssertionError(message.encode());
    }
  }

  private void replaceAll(String key, JsonArray things) {
    picture.put(key, new TreeMap<>());
    things.forEach(thing -> put(key, thing));
  }

  private void put(String key, Object thing) {
    if (thing instanceof JsonObject json) {
      picture.get(key).put(json.getString("id"), json);
    }
  }

  private static void require(boolean holds, JsonObject message) {
    if (!holds) {
      throw new AssertionError("out of order: " + message.encode());
    }
  }

  long seq() {
    return seq;
  }

  Map<String, Map<String, JsonObject>> picture() {
    return picture;
  }
}
