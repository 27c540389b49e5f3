package org.wanglou.command.closure;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.wanglou.command.http.GeoJson;
import org.wanglou.gis.road.RoadGraph;

/** Closures as in the contract's schema {@code Closure}. */
final class ClosureJson {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private ClosureJson() {}

  static JsonObject of(Closure closure, RoadGraph graph) {
    return new JsonObject()
        .put("id", closure.id().toString())
        .put("geometry", GeoJson.toJson(closure.where()))
        .put("stretches", GeoJson.toJson(stretches(closure, graph)))
        .put("edge_ids", new JsonArray(closure.edges()))
        .put("roads", roads(closure, graph))
        .put("reason", closure.reason())
        .put("reported_by", closure.reportedBy())
        .put("from", closure.from().toString())
        .put("until", closure.until().map(Instant::toString).orElse(null))
        .put("lifted_at", closure.lifted().map(Instant::toString).orElse(null));
  }

  /** Each road once, however many of its edges are closed, in the order of the edges. */
  private static JsonArray roads(Closure closure, RoadGraph graph) {
    var roads = new LinkedHashSet<JsonObject>();
    for (int edge : closure.edges()) {
      var stretch = graph.stretch(edge);
      roads.add(
          new JsonObject()
              .put("name", stretch.name().orElse(null))
              .put("ref", stretch.ref().orElse(null))
              .put("road_class", stretch.roadClass()));
    }
    return new JsonArray(List.copyOf(roads));
  }

  private static MultiLineString stretches(Closure closure, RoadGraph graph) {
    return FACTORY.createMultiLineString(
        closure.edges().stream()
            .map(edge -> graph.stretch(edge).geometry())
            .toArray(LineString[]::new));
  }
}
