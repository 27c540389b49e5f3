package org.wanglou.command.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.wanglou.gis.fault.Fault;

/**
 * GeoJSON (RFC 7946) in EPSG:4490, longitude first, to JTS and back. Reading refuses, with a
 * pointer to the number: what is no finite number, what lies off the globe, what is no valid
 * geometry.
 */
public final class GeoJson {
  public static final int SRID = 4490;
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), SRID);
  private static final int MOST_POSITIONS = 10_000;
  // 1e-7 degrees is a centimetre; more digits are noise that makes answers long.
  private static final double ROUND = 1e7;

  private GeoJson() {}

  /**
   * @param pointer where the geometry stands in the request, for example {@code /location}
   */
  public static Point point(JsonObject json, String pointer) {
    requireType(json, "Point", pointer);
    return FACTORY.createPoint(position(json.getValue("coordinates"), pointer + "/coordinates"));
  }

  public static Polygon polygon(JsonObject json, String pointer) {
    requireType(json, "Polygon", pointer);
    return (Polygon) geometry(json, pointer);
  }

  /** A Point, LineString or Polygon, or several of one of them. */
  public static Geometry geometry(JsonObject json, String pointer) {
    var at = pointer + "/coordinates";
    var coordinates = json.getValue("coordinates");
    var type = json.getString("type");
    Geometry read =
        switch (type == null ? "" : type) {
          case "Point" -> FACTORY.createPoint(position(coordinates, at));
          case "LineString" -> FACTORY.createLineString(positions(coordinates, at, 2));
          case "Polygon" -> polygonOf(coordinates, at);
          case "MultiPoint" ->
              FACTORY.createMultiPoint(
                  each(coordinates, at, (it, i) -> FACTORY.createPoint(position(it, i)))
                      .toArray(Point[]::new));
          case "MultiLineString" ->
              FACTORY.createMultiLineString(
                  each(coordinates, at, (it, i) -> FACTORY.createLineString(positions(it, i, 2)))
                      .toArray(LineString[]::new));
          case "MultiPolygon" ->
              FACTORY.createMultiPolygon(
                  each(coordinates, at, GeoJson::polygonOf).toArray(Polygon[]::new));
          default -> throw Fault.invalid(pointer + "/type", "geometry.type", String.valueOf(type));
        };
    var wrong = new IsValidOp(read).getValidationError();
    if (wrong != null) {
      throw Fault.invalid(
          pointer,
          "geometry.invalid",
          wrong.getMessage(),
          wrong.getCoordinate().x,
          wrong.getCoordinate().y);
    }
    return read;
  }

  /**
   * Notices latitude and longitude in the wrong order: a point outside the county whose mirror lies
   * inside.
   *
   * @throws Fault INVALID {@code location.swapped}
   */
  public static void noticeSwapped(Point point, Envelope county, String pointer) {
    if (!county.contains(point.getX(), point.getY())
        && county.contains(point.getY(), point.getX())) {
      throw Fault.invalid(pointer, "location.swapped", point.getX(), point.getY());
    }
  }

  public static JsonObject toJson(Geometry geometry) {
    if (geometry instanceof Point point) {
      return of("Point", position(point.getCoordinate()));
    }
    if (geometry instanceof LineString line) {
      return of("LineString", line(line));
    }
    if (geometry instanceof Polygon polygon) {
      return of("Polygon", rings(polygon));
    }
    if (geometry instanceof GeometryCollection many) {
      var parts = new JsonArray();
      for (int i = 0; i < many.getNumGeometries(); i++) {
        parts.add(toJson(many.getGeometryN(i)).getValue("coordinates"));
      }
      var type =
          many instanceof MultiLineString
              ? "MultiLineString"
              : many instanceof MultiPoint ? "MultiPoint" : "MultiPolygon";
      return of(type, parts);
    }
    throw new IllegalArgumentException("no GeoJSON for " + geometry.getGeometryType());
  }

  private static <T> List<T> each(Object json, String at, BiFunction<Object, String, T> read) {
    if (!(json instanceof JsonArray parts) || parts.isEmpty()) {
      throw Fault.invalid(at, "geometry.no_positions");
    }
    if (parts.size() > MOST_POSITIONS) {
      throw Fault.invalid(at, "geometry.position_count", 1, MOST_POSITIONS);
    }
    var all = new ArrayList<T>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      all.add(read.apply(parts.getValue(i), at + "/" + i));
    }
    return all;
  }

  private static Polygon polygonOf(Object json, String at) {
    if (!(json instanceof JsonArray rings) || rings.isEmpty()) {
      throw Fault.invalid(at, "geometry.no_positions");
    }
    var read = new LinearRing[rings.size()];
    for (int i = 0; i < read.length; i++) {
      var ring = positions(rings.getValue(i), at + "/" + i, 4);
      if (!ring[0].equals2D(ring[ring.length - 1])) {
        throw Fault.invalid(at + "/" + i, "geometry.ring_open");
      }
      read[i] = FACTORY.createLinearRing(ring);
    }
    return FACTORY.createPolygon(read[0], Arrays.copyOfRange(read, 1, read.length));
  }

  private static Coordinate[] positions(Object json, String at, int least) {
    if (!(json instanceof JsonArray array)) {
      throw Fault.invalid(at, "geometry.no_positions");
    }
    if (array.size() < least || array.size() > MOST_POSITIONS) {
      throw Fault.invalid(at, "geometry.position_count", least, MOST_POSITIONS);
    }
    var read = new Coordinate[array.size()];
    for (int i = 0; i < read.length; i++) {
      read[i] = position(array.getValue(i), at + "/" + i);
    }
    return read;
  }

  private static Coordinate position(Object json, String at) {
    if (!(json instanceof JsonArray pair) || pair.size() < 2 || pair.size() > 3) {
      throw Fault.invalid(at, "geometry.position");
    }
    double lon = finite(pair.getValue(0), at + "/0");
    double lat = finite(pair.getValue(1), at + "/1");
    if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90) {
      throw Fault.invalid(at, "location.swapped", lon, lat);
    }
    if (Math.abs(lon) > 180) {
      throw Fault.invalid(at + "/0", "location.longitude_range", lon);
    }
    if (Math.abs(lat) > 90) {
      throw Fault.invalid(at + "/1", "location.latitude_range", lat);
    }
    return new Coordinate(lon, lat);
  }

  private static double finite(Object json, String at) {
    if (json instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw Fault.invalid(at, "location.not_a_number");
  }

  private static void requireType(JsonObject json, String type, String pointer) {
    if (!type.equals(json.getString("type"))) {
      throw Fault.invalid(
          pointer + "/type", "geometry.type", String.valueOf(json.getValue("type")));
    }
  }

  private static JsonObject of(String type, JsonArray coordinates) {
    return new JsonObject().put("type", type).put("coordinates", coordinates);
  }

  private static JsonArray position(Coordinate c) {
    return new JsonArray()
        .add(Math.round(c.x * ROUND) / ROUND)
        .add(Math.round(c.y * ROUND) / ROUND);
  }

  private static JsonArray line(LineString line) {
    var positions = new JsonArray();
    for (var c : line.getCoordinates()) {
      positions.add(position(c));
    }
    return positions;
  }

  private static JsonArray rings(Polygon polygon) {
    var rings = new JsonArray().add(line(polygon.getExteriorRing()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(line(polygon.getInteriorRingN(i)));
    }
    return rings;
  }
}
