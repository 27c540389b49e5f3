package org.wanglou.command.query;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.wanglou.command.county.RequestPlaces;
import org.wanglou.command.http.GeoJson;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.geo.Ground;
import org.wanglou.gis.layer.FeatureStore;

/** The area of a request: circle, polygon, corridor, township, or the polygon of a feature. */
final class AreaReader {
  private static final String AT = "/area";
  private static final GeometryFactory FACTORY =
      new GeometryFactory(new PrecisionModel(), GeoJson.SRID);
  private static final int CORNERS_OF_A_CIRCLE = 256;
  private static final String TOWNSHIP =
      """
      SELECT ST_AsBinary(geom) FROM feature
       WHERE layer = 'division' AND attributes ->> 'level' = 'township'
         AND (attributes ->> 'code' = :township OR name = :township) AND (valid_to IS NULL OR valid_to > now())
       ORDER BY id LIMIT 1""";
  private static final String BUFFER =
      "SELECT ST_AsBinary(ST_SetSRID(ST_Buffer(ST_GeomFromWKB(:line, 4490)::geography, :distance, 'quad_segs=16')::geometry, 4490))";

  private final Handle tx;
  private final RequestPlaces places;

  AreaReader(Handle tx, RequestPlaces places) {
    this.tx = tx;
    this.places = places;
  }

  /**
   * @throws Fault INVALID what is wrong, at its pointer below {@code /area}
   */
  Area read(JsonObject area) {
    if (area.containsKey("circle")) {
      return circle(area.getJsonObject("circle"));
    }
    if (area.containsKey("corridor")) {
      return corridor(area.getJsonObject("corridor"));
    }
    if (area.containsKey("township")) {
      return township(area.getString("township"));
    }
    if (area.containsKey("feature")) {
      return feature(area.getJsonObject("feature"));
    }
    return Area.of(places.geometry(area.getJsonObject("polygon"), AT + "/polygon"));
  }

  private Area circle(JsonObject circle) {
    var centre = places.point(circle.getJsonObject("center"), AT + "/circle/center");
    double radiusM = circle.getDouble("radius_m");
    return new Area(centre, radiusM, round(centre, radiusM));
  }

  /** Corners at the distance, on the ellipsoid. */
  private static Geometry round(Point centre, double radiusM) {
    var corners = new Coordinate[CORNERS_OF_A_CIRCLE + 1];
    for (int i = 0; i < CORNERS_OF_A_CIRCLE; i++) {
      var corner =
          Ground.ELLIPSOID.Direct(
              centre.getY(), centre.getX(), 360.0 * i / CORNERS_OF_A_CIRCLE, radiusM);
      corners[i] = new Coordinate(corner.lon2, corner.lat2);
    }
    corners[CORNERS_OF_A_CIRCLE] = corners[0];
    return FACTORY.createPolygon(corners);
  }

  private Area corridor(JsonObject corridor) {
    double distanceM = corridor.getDouble("distance_m");
    var line =
        corridor.containsKey("line")
            ? places.geometry(corridor.getJsonObject("line"), AT + "/corridor/line")
            : road(corridor);
    return new Area(line, distanceM, buffer(line, distanceM));
  }

  private Geometry road(JsonObject corridor) {
    var name = corridor.getString("road");
    if (name == null) {
      throw Fault.invalid(AT + "/corridor", "query.no_line");
    }
    var road = NamedRoad.read(tx, name);
    var from = place(corridor, "from");
    var to = place(corridor, "to");
    if (from.isPresent() != to.isPresent()) {
      throw Fault.invalid(AT + "/corridor", "query.one_end");
    }
    return from.isPresent() ? road.between(from.get(), to.orElseThrow()) : road.whole();
  }

  private Optional<Point> place(JsonObject corridor, String name) {
    return Optional.ofNullable(corridor.getJsonObject(name))
        .map(it -> places.point(it, AT + "/corridor/" + name));
  }

  private Geometry buffer(Geometry line, double distanceM) {
    return tx.createQuery(BUFFER)
        .bind("line", new WKBWriter().write(line))
        .bind("distance", distanceM)
        .map((row, c) -> geometry(row.getBytes(1)))
        .one();
  }

  private Area township(String township) {
    return tx.createQuery(TOWNSHIP)
        .bind("township", township)
        .map((row, c) -> Area.of(geometry(row.getBytes(1))))
        .findOne()
        .orElseThrow(
            () ->
                Fault.invalid(
                    AT + "/township",
                    Statistics.hasTownships(tx) ? "query.no_such_township" : "query.no_townships",
                    township));
  }

  private Area feature(JsonObject reference) {
    var layer = reference.getString("layer");
    var id = UUID.fromString(reference.getString("id"));
    var geometry = FeatureStore.require(tx, layer, id).geometry();
    if (geometry.getDimension() != 2) {
      throw Fault.invalid(AT + "/feature", "query.no_area");
    }
    return Area.of(geometry);
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return new WKBReader(FACTORY).read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("a geometry that PostGIS wrote cannot be read", e);
    }
  }
}
