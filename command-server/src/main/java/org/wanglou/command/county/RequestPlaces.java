package org.wanglou.command.county;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.http.GeoJson;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;

/**
 * Reads the places of a request. A place whose latitude and longitude are swapped is refused, which
 * is noticed by the county in force.
 */
public final class RequestPlaces {
  private final Optional<County> county;

  private RequestPlaces(Optional<County> county) {
    this.county = county;
  }

  /** For one request; blocks. */
  public static RequestPlaces of(Database database) {
    return new RequestPlaces(database.reference(Counties::inForce));
  }

  /**
   * A point of the request.
   *
   * @param pointer where it stands
   * @throws Fault INVALID {@code location.swapped}
   */
  public Point point(JsonObject json, String pointer) {
    return checked(GeoJson.point(json, pointer), pointer);
  }

  /** A list of points of the request. */
  public List<Point> points(JsonArray json, String pointer) {
    var points = new ArrayList<Point>(json.size());
    for (int i = 0; i < json.size(); i++) {
      points.add(point(json.getJsonObject(i), pointer + "/" + i));
    }
    return points;
  }

  /** A Point, LineString or Polygon of the request. */
  public Geometry geometry(JsonObject json, String pointer) {
    var geometry = GeoJson.geometry(json, pointer);
    checked(geometry.getFactory().createPoint(geometry.getCoordinate()), pointer);
    return geometry;
  }

  /** A point that came as two numbers. */
  public Point checked(Point point, String pointer) {
    county.ifPresent(it -> it.noticeSwapped(point, pointer));
    return point;
  }
}
