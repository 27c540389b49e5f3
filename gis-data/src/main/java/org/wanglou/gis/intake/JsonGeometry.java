package org.wanglou.gis.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * A GeoJSON geometry in whatever coordinates the file has. Nothing is checked but the shape of the
 * JSON: what is wrong with the geometry is for others to say.
 */
final class JsonGeometry {
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 0);

  private JsonGeometry() {}

  /** A coordinate is NaN, null or infinite. */
  static final class NotFinite extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Empty for null.
   *
   * @throws IllegalArgumentException when it is no geometry
   */
  static Optional<Geometry> read(JsonNode json) {
    return json == null || json.isNull() ? Optional.empty() : Optional.of(geometry(json));
  }

  private static Geometry geometry(JsonNode json) {
    var coordinates = json.path("coordinates");
    return switch (json.path("type").asText()) {
      case "Point" -> point(coordinates);
      case "LineString" -> FACTORY.createLineString(line(coordinates));
      case "Polygon" -> polygon(coordinates);
      case "MultiPoint" ->
          FACTORY.createMultiPoint(each(coordinates, JsonGeometry::point).toArray(Point[]::new));
      case "MultiLineString" ->
          FACTORY.createMultiLineString(
              each(coordinates, it -> FACTORY.createLineString(line(it)))
                  .toArray(LineString[]::new));
      case "MultiPolygon" ->
          FACTORY.createMultiPolygon(
              each(coordinates, JsonGeometry::polygon).toArray(Polygon[]::new));
      case "GeometryCollection" ->
          FACTORY.createGeometryCollection(
              each(json.path("geometries"), JsonGeometry::geometry).toArray(Geometry[]::new));
      default -> throw new IllegalArgumentException("type " + json.path("type"));
    };
  }

  private interface Step<T> {
    T of(JsonNode json);
  }

  private static <T> List<T> each(JsonNode array, Step<T> step) {
    if (!array.isArray()) {
      throw new IllegalArgumentException("no array");
    }
    var result = new ArrayList<T>(array.size());
    array.forEach(it -> result.add(step.of(it)));
    return result;
  }

  private static Point point(JsonNode json) {
    return json.isArray() && json.isEmpty()
        ? FACTORY.createPoint()
        : FACTORY.createPoint(coordinate(json));
  }

  private static Coordinate[] line(JsonNode json) {
    return each(json, JsonGeometry::coordinate).toArray(Coordinate[]::new);
  }

  private static Polygon polygon(JsonNode json) {
    var rings = each(json, it -> FACTORY.createLinearRing(line(it))).toArray(LinearRing[]::new);
    if (rings.length == 0) {
      return FACTORY.createPolygon();
    }
    return FACTORY.createPolygon(rings[0], java.util.Arrays.copyOfRange(rings, 1, rings.length));
  }

  private static Coordinate coordinate(JsonNode json) {
    if (!json.isArray() || json.size() < 2) {
      throw new IllegalArgumentException("no coordinate");
    }
    double x = number(json.get(0));
    double y = number(json.get(1));
    return json.size() > 2 ? new Coordinate(x, y, number(json.get(2))) : new Coordinate(x, y);
  }

  private static double number(JsonNode json) {
    double number = json.isNumber() ? json.asDouble() : text(json);
    if (!Double.isFinite(number)) {
      throw new NotFinite();
    }
    return number;
  }

  private static double text(JsonNode json) {
    return json.isNull() ? Double.NaN : Double.parseDouble(json.asText());
  }
}
