package org.wanglou.command.simulation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.wanglou.drills.unit.Act;
import org.wanglou.drills.unit.OrderRecord;
import org.wanglou.drills.unit.Place;

/** What the centre tells, read from its JSON. */
final class Facts {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final Map<Act, String> TIMES =
      new EnumMap<>(
          Map.of(
              Act.ACKNOWLEDGE, "acknowledged_at",
              Act.DEPART, "departed_at",
              Act.ARRIVE, "arrived_at",
              Act.COMPLETE, "completed_at"));

  private Facts() {}

  /** What a unit is doing, as far as it matters here. */
  enum Duty {
    FREE,
    BOUND,
    RETURNING,
    OUT_OF_SERVICE;

    static Duty of(String status) {
      return switch (status) {
        case "available" -> FREE;
        case "returning" -> RETURNING;
        case "out_of_service" -> OUT_OF_SERVICE;
        default -> BOUND;
      };
    }
  }

  /** A unit; {@code latest} is its newest fix, whoever reported it. */
  record UnitFacts(
      UUID id,
      String name,
      String type,
      String profile,
      Place base,
      Duty duty,
      boolean synthetic,
      Optional<Reported> latest,
      int revision) {
    static UnitFacts of(JsonObject unit) {
      return new UnitFacts(
          UUID.fromString(unit.getString("id")),
          unit.getString("name"),
          unit.getString("type"),
          unit.getString("profile"),
          Facts.place(unit.getJsonObject("base").getJsonObject("location")),
          Duty.of(unit.getString("status")),
          unit.getString("provenance").equals("SYNTHETIC"),
          Optional.ofNullable(unit.getJsonObject("latest")).map(Reported::of),
          unit.getInteger("revision"));
    }
  }

  /** A fix and who reported it. */
  record Reported(Place place, Instant at, String source) {
    static Reported of(JsonObject position) {
      return new Reported(
          Facts.place(position.getJsonObject("location")),
          Instant.parse(position.getString("fix_at")),
          position.getString("source"));
    }

    /** Of a row of a {@code positions} frame. */
    static Reported ofFrame(JsonArray fix) {
      return new Reported(
          Place.standing(fix.getDouble(1), fix.getDouble(2)),
          Instant.parse(fix.getString(3)),
          fix.getString(7));
    }
  }

  /** An order. */
  record OrderFacts(OrderRecord record, UUID incident, boolean active, int revision) {
    static OrderFacts of(JsonObject order) {
      var state = order.getString("state");
      var done = new EnumMap<Act, Instant>(Act.class);
      TIMES.forEach(
          (act, field) -> time(order, field).ifPresent(instant -> done.put(act, instant)));
      return new OrderFacts(
          new OrderRecord(
              UUID.fromString(order.getString("id")),
              UUID.fromString(order.getString("unit_id")),
              Instant.parse(order.getString("ordered_at")),
              done,
              time(order, "countermanded_at")),
          UUID.fromString(order.getString("incident_id")),
          !state.equals("complete") && !state.equals("countermanded"),
          order.getInteger("revision"));
    }

    private static Optional<Instant> time(JsonObject order, String field) {
      return Optional.ofNullable(order.getString(field)).map(Instant::parse);
    }
  }

  static Place place(JsonObject point) {
    var coordinates = point.getJsonArray("coordinates");
    return Place.standing(coordinates.getDouble(0), coordinates.getDouble(1));
  }

  /** To a centimetre: more would be a false promise. */
  static JsonObject point(Place place) {
    return new JsonObject()
        .put("type", "Point")
        .put("coordinates", new JsonArray().add(rounded(place.lon())).add(rounded(place.lat())));
  }

  static LineString line(JsonArray coordinates) {
    var points = new Coordinate[coordinates.size()];
    for (int i = 0; i < points.length; i++) {
      var point = coordinates.getJsonArray(i);
      points[i] = new Coordinate(point.getDouble(0), point.getDouble(1));
    }
    return GEOMETRY.createLineString(points);
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }
}
