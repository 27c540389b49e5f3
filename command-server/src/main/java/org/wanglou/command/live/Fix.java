package org.wanglou.command.live;

import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * Where a unit was.
 *
 * @param at the device's time
 * @param source what reported it, for example {@code http} or {@code simulator}
 */
public record Fix(
    UUID unit,
    double lon,
    double lat,
    Instant at,
    OptionalDouble speedKmh,
    OptionalDouble courseDeg,
    OptionalDouble accuracyM,
    String source) {

  JsonArray toJson() {
    return new JsonArray()
        .add(unit.toString())
        .add(lon)
        .add(lat)
        .add(at.toString())
        .add(orNull(speedKmh))
        .add(orNull(courseDeg))
        .add(orNull(accuracyM))
        .add(source);
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
