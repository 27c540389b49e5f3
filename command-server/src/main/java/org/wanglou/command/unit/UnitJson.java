package org.wanglou.command.unit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.OptionalDouble;
import java.util.UUID;
import org.wanglou.command.http.GeoJson;

/** Units as in the contract's schema {@code Unit}. */
public final class UnitJson {
  private UnitJson() {}

  public static JsonObject of(Unit unit) {
    var base = unit.base();
    return new JsonObject()
        .put("id", unit.id().toString())
        .put("name", unit.name())
        .put("call_sign", unit.callSign().orElse(null))
        .put("type", unit.type())
        .put("profile", unit.profile())
        .put("capabilities", new JsonArray(unit.capabilities().stream().sorted().toList()))
        .put("crew", unit.crew())
        .put("phone", unit.phone().orElse(null))
        .put(
            "base",
            new JsonObject()
                .put("id", base.id().map(UUID::toString).orElse(null))
                .put("name", base.name())
                .put("location", GeoJson.toJson(base.location())))
        .put("status", unit.status().code())
        .put("status_since", unit.statusSince().toString())
        .put("active_order_id", unit.activeOrder().map(UUID::toString).orElse(null))
        .put("latest", unit.latest().map(UnitJson::position).orElse(null))
        .put("provenance", unit.provenance())
        .put("revision", unit.revision());
  }

  static JsonObject position(Position position) {
    return new JsonObject()
        .put("location", GeoJson.toJson(position.location()))
        .put("fix_at", position.fixAt().toString())
        .put("received_at", position.receivedAt().toString())
        .put("speed_kmh", orNull(position.speedKmh()))
        .put("course_deg", orNull(position.courseDeg()))
        .put("accuracy_m", orNull(position.accuracyM()))
        .put("source", position.source());
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
