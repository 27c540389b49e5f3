package org.wanglou.command.terrain;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.http.GeoJson;
import org.wanglou.command.terrain.TerrainInForce.Ground;
import org.wanglou.gis.terrain.Profile;
import org.wanglou.gis.terrain.StoredTerrain;
import org.wanglou.gis.terrain.Terrain;
import org.wanglou.gis.terrain.TerrainSource;
import org.wanglou.gis.terrain.Viewshed;

/** Answers about the ground; heights and lengths in tenths of metres, null where none is known. */
final class TerrainJson {
  private static final double PLACE_ROUND = 1e7;

  private TerrainJson() {}

  static JsonObject none() {
    return new JsonObject().put("available", false).put("sources", new JsonArray());
  }

  static JsonObject of(StoredTerrain terrain) {
    var box = terrain.posts().box();
    return new JsonObject()
        .put("available", true)
        .put("id", terrain.id().toString())
        .put(
            "bbox",
            new JsonArray()
                .add(place(box.getMinX()))
                .add(place(box.getMinY()))
                .add(place(box.getMaxX()))
                .add(place(box.getMaxY())))
        .put("columns", terrain.posts().columns())
        .put("rows", terrain.posts().rows())
        .put("resolution_m", tenths(terrain.resolutionM()))
        .put("void_share", terrain.voidShare())
        .put("lowest_m", tenths(terrain.lowestM()))
        .put("highest_m", tenths(terrain.highestM()))
        .put("loaded_at", terrain.loadedAt().toString())
        .put("synthetic", terrain.isSynthetic())
        .put("sources", sources(terrain));
  }

  private static JsonArray sources(StoredTerrain terrain) {
    return new JsonArray(terrain.sources().stream().map(TerrainJson::source).toList());
  }

  private static JsonObject source(TerrainSource source) {
    return new JsonObject()
        .put("name", source.name())
        .put("source", source.source())
        .put("provenance", source.provenance())
        .put("data_date", source.dataDate().map(Object::toString).orElse(null))
        .put("accuracy_m", tenths(source.accuracyM()));
  }

  static JsonObject points(Ground ground, List<Point> points) {
    var results = new JsonArray();
    points.forEach(point -> results.add(point(ground.terrain(), point)));
    return about(ground).put("results", results);
  }

  private static JsonObject point(Terrain terrain, Point point) {
    var slope = terrain.slope(point.getX(), point.getY());
    return new JsonObject()
        .put("location", GeoJson.toJson(point))
        .put("elevation_m", tenths(terrain.elevationM(point.getX(), point.getY())))
        .put("slope_deg", tenths(present(slope.map(it -> it.degrees()))))
        .put(
            "aspect_deg",
            tenths(slope.map(it -> it.aspectDegrees()).orElse(OptionalDouble.empty())))
        .put("cover", terrain.cover(point.getX(), point.getY()).name().toLowerCase(Locale.ROOT));
  }

  static JsonObject of(Ground ground, Profile profile) {
    var samples = new JsonArray();
    profile
        .samples()
        .forEach(
            sample ->
                samples.add(
                    new JsonObject()
                        .put("distance_m", tenths(sample.distanceM()))
                        .put("coordinates", pair(sample.place()))
                        .put("elevation_m", tenths(sample.elevationM()))));
    var gaps = new JsonArray();
    profile
        .gaps()
        .forEach(
            gap ->
                gaps.add(
                    new JsonObject()
                        .put("from_m", tenths(gap.fromM()))
                        .put("to_m", tenths(gap.toM()))));
    return about(ground)
        .put("length_m", tenths(profile.lengthM()))
        .put("step_m", tenths(profile.stepM()))
        .put("climb_m", tenths(profile.climbM()))
        .put("descent_m", tenths(profile.descentM()))
        .put("lowest_m", tenths(profile.lowestM()))
        .put("highest_m", tenths(profile.highestM()))
        .put("samples", samples)
        .put("gaps", gaps);
  }

  static JsonObject of(Ground ground, Viewshed viewshed) {
    return about(ground)
        .put("visible", GeoJson.toJson(viewshed.visible()))
        .put("unknown", GeoJson.toJson(viewshed.unknown()))
        .put("visible_share", viewshed.visibleShare())
        .put("hidden_share", viewshed.hiddenShare())
        .put("unknown_share", viewshed.unknownShare())
        .put("resolution_m", tenths(viewshed.resolutionM()))
        .put("eye_m", tenths(viewshed.eyeM()))
        .put("refraction", Viewshed.REFRACTION);
  }

  /** What every answer says of the heights behind it. */
  private static JsonObject about(Ground ground) {
    return new JsonObject()
        .put("synthetic", ground.stored().isSynthetic())
        .put("sources", sources(ground.stored()));
  }

  private static OptionalDouble present(java.util.Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static Double tenths(OptionalDouble value) {
    return value.isPresent() ? tenths(value.getAsDouble()) : null;
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private static JsonArray pair(Coordinate place) {
    return new JsonArray().add(place(place.x)).add(place(place.y));
  }

  private static double place(double degrees) {
    return Math.round(degrees * PLACE_ROUND) / PLACE_ROUND;
  }
}
