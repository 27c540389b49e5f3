package org.wanglou.command.road;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.wanglou.command.county.RequestPlaces;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.GeoJson;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.road.ClosureMask;
import org.wanglou.gis.road.EdgeSnap;
import org.wanglou.gis.road.Profile;
import org.wanglou.gis.road.Router;

/**
 * Route, matrix and the road at a point. Closures of the caller's realm are honoured. Without a
 * profile a car drives.
 */
public final class RoadRoutes {
  private static final GeometryFactory POINTS =
      new GeometryFactory(new PrecisionModel(), GeoJson.SRID);

  private final Database database;
  private final Roads roads;

  public RoadRoutes(Database database, Roads roads) {
    this.database = database;
    this.roads = roads;
  }

  public void register(Api api) {
    api.on("findRoute", Right.READ, this::route)
        .on("findMatrix", Right.READ, this::matrix)
        .on("nearestRoad", Right.READ, this::road);
  }

  private Answer route(Call call) {
    var places = RequestPlaces.of(database);
    var from = places.point(call.body().getJsonObject("from"), "/from");
    var to = places.point(call.body().getJsonObject("to"), "/to");
    var route = roads.router().route(from, to, profile(call), closedFor(call));
    return Answer.ok(
        new JsonObject()
            .put("duration_s", RouteFigures.rounded(route.durationS()))
            .put("distance_m", RouteFigures.rounded(route.distanceM()))
            .put("geometry", GeoJson.toJson(route.geometry()))
            .put("snap_m", pair(route.snapFromM(), route.snapToM()))
            .put("closed_m", pair(route.closedFromM(), route.closedToM())));
  }

  private static JsonArray pair(double from, double to) {
    return new JsonArray().add(RouteFigures.rounded(from)).add(RouteFigures.rounded(to));
  }

  /** The realm's closures, and the area the caller wants to avoid. */
  private ClosureMask closedFor(Call call) {
    var closed = roads.closed(call.principal().realm());
    var avoid = call.body().getJsonObject("avoid");
    if (avoid == null) {
      return closed;
    }
    var area = GeoJson.polygon(avoid, "/avoid");
    return closed.with(IntStream.of(roads.graph().edgesHitBy(area)));
  }

  private Answer matrix(Call call) {
    var places = RequestPlaces.of(database);
    var sources = places.points(call.body().getJsonArray("sources"), "/sources");
    var targets = places.points(call.body().getJsonArray("targets"), "/targets");
    var closed = roads.closed(call.principal().realm());
    var matrix = roads.router().matrix(sources, targets, profile(call), closed);
    return Answer.ok(
        new JsonObject()
            .put("durations_s", table(matrix.durationsS()))
            .put("distances_m", table(matrix.distancesM())));
  }

  private Answer road(Call call) {
    var lon = Double.parseDouble(call.query("lon").orElseThrow());
    var lat = Double.parseDouble(call.query("lat").orElseThrow());
    var at =
        RequestPlaces.of(database).checked(POINTS.createPoint(new Coordinate(lon, lat)), "/lon");
    var snap = roads.graph().nearestEdge(at).orElseThrow(() -> Fault.invalid("", "road.empty"));
    if (snap.distanceM() > Router.SNAP_LIMIT_M) {
      throw Fault.invalid("/lon", "road.too_far", RouteFigures.rounded(snap.distanceM()));
    }
    return Answer.ok(stretch(snap));
  }

  private JsonObject stretch(EdgeSnap snap) {
    var stretch = roads.graph().stretch(snap.edge());
    return new JsonObject()
        .put("edge_id", stretch.edge())
        .put("geometry", GeoJson.toJson(stretch.geometry()))
        .put("name", stretch.name().orElse(null))
        .put("ref", stretch.ref().orElse(null))
        .put("road_class", stretch.roadClass())
        .put("snap_m", RouteFigures.rounded(snap.distanceM()))
        .put("snapped", GeoJson.toJson(snap.snapped()));
  }

  private static JsonArray table(double[][] rows) {
    var table = new JsonArray();
    for (var row : rows) {
      var line = new JsonArray();
      for (double value : row) {
        line.add(RouteFigures.roundedOrNull(value));
      }
      table.add(line);
    }
    return table;
  }

  private static Profile profile(Call call) {
    return Optional.ofNullable(call.body().getString("profile"))
        .map(Profile::of)
        .orElse(Profile.CAR);
  }
}
