package org.wanglou.command.query;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.wanglou.gis.filter.SqlFilter;
import org.wanglou.gis.layer.GeometryKind;
import org.wanglou.gis.layer.LayerType;

/**
 * Figures of a layer by township, for the county as far as townships cover it, and for what lies in
 * none. A feature counts once, where a point on it lies; lengths and areas are cut at the borders.
 */
final class Statistics {
  private static final String TOWNSHIPS =
      """
      SELECT id, name, attributes ->> 'code' AS code, geom
        FROM feature
       WHERE layer = 'division' AND attributes ->> 'level' = 'township' AND valid_from <= :now
         AND (valid_to IS NULL OR valid_to > :now)""";
  private static final String WHERE =
      "layer = :layer AND valid_from <= :now AND (valid_to IS NULL OR valid_to > :now) AND ";
  // Who stands exactly on a border belongs to the township with the smaller code.
  private static final String BY_TOWNSHIP =
      """
      WITH town AS MATERIALIZED (%1$s),
           mine AS MATERIALIZED (SELECT id, geom, ST_PointOnSurface(geom) AS spot, %2$s AS figure FROM feature WHERE %3$s),
           placed AS (SELECT DISTINCT ON (m.id) m.id, m.figure, t.id AS town
                        FROM mine m JOIN town t ON ST_Intersects(t.geom, m.spot) ORDER BY m.id, t.code, t.id)
      SELECT t.id::text AS id, t.name, t.code, p.features, p.known, p.sum, p.min, p.mean, p.max, g.length_m, g.area_m2
        FROM town t
        LEFT JOIN LATERAL (SELECT count(*) AS features, count(figure) AS known, sum(figure) AS sum, min(figure) AS min,
                                  avg(figure) AS mean, max(figure) AS max
                             FROM placed WHERE town = t.id) p ON true
        LEFT JOIN LATERAL (SELECT %4$s FROM mine m WHERE ST_Intersects(t.geom, m.geom)) g ON true
       ORDER BY t.code, t.name""";
  private static final String WHOLE =
      """
      WITH mine AS MATERIALIZED (SELECT geom, %1$s AS figure FROM feature WHERE %2$s)
      SELECT count(*) AS features, count(figure) AS known, sum(figure) AS sum, min(figure) AS min, avg(figure) AS mean,
             max(figure) AS max, %3$s
        FROM mine m""";

  private final Handle tx;
  private final LayerType layer;
  private final Optional<String> attribute;
  private final SqlFilter filter;
  private final Instant now;

  Statistics(
      Handle tx, LayerType layer, Optional<String> attribute, SqlFilter filter, Instant now) {
    this.tx = tx;
    this.layer = layer;
    this.attribute = attribute;
    this.filter = filter;
    this.now = now;
  }

  static boolean hasTownships(Handle tx) {
    return tx.createQuery("SELECT EXISTS (" + TOWNSHIPS.replace(":now", "now()") + ")")
        .mapTo(Boolean.class)
        .one();
  }

  JsonArray byTownship() {
    boolean measured = layer.geometry() != GeometryKind.POINT;
    var sql =
        BY_TOWNSHIP.formatted(
            TOWNSHIPS,
            figure(),
            WHERE + filter.sql(),
            measured
                ? Measures.sql("ST_Intersection(t.geom, m.geom)")
                : "max(NULL::float8) AS length_m, max(NULL::float8) AS area_m2");
    var results = new JsonArray();
    bound(tx.createQuery(sql))
        .map(
            (row, c) ->
                figures(row)
                    .put("id", row.getString("id"))
                    .put("name", row.getString("name"))
                    .put("code", row.getString("code")))
        .forEach(results::add);
    return results;
  }

  JsonObject whole() {
    return whole(WHERE + filter.sql());
  }

  /** What lies in no township, all of it or the greater part. */
  JsonObject outside() {
    return whole(
        WHERE
            + filter.sql()
            + " AND NOT EXISTS (SELECT 1 FROM ("
            + TOWNSHIPS
            + ") t WHERE ST_Intersects(t.geom, ST_PointOnSurface(feature.geom)))");
  }

  private JsonObject whole(String where) {
    var sql = WHOLE.formatted(figure(), where, Measures.sql("m.geom"));
    return bound(tx.createQuery(sql)).map((row, c) -> figures(row)).one();
  }

  JsonArray sources() {
    return Sources.of(tx, WHERE + filter.sql(), this::bound, now);
  }

  JsonArray townshipSources() {
    return Sources.of(
        tx, "layer = 'division' AND attributes ->> 'level' = 'township'", query -> query, now);
  }

  private String figure() {
    return attribute.isPresent() ? Figure.number(0) : "NULL::numeric";
  }

  private Query bound(Query query) {
    var figure = new Figure(attribute.map(List::of).orElse(List.of()));
    return filter.bind(
        figure.bind(query.bind("layer", layer.id()).bind("now", now.atOffset(ZoneOffset.UTC))));
  }

  private JsonObject figures(ResultSet row) throws SQLException {
    long count = row.getLong("features");
    var json = new JsonObject().put("count", count);
    if (attribute.isPresent()) {
      long known = row.getLong("known");
      json.put("known", known).put("unknown", count - known);
      for (var name : List.of("sum", "min", "mean", "max")) {
        var value = row.getBigDecimal(name);
        json.put(name, value == null ? null : Exposure.plain(value));
      }
    }
    if (layer.geometry() != GeometryKind.POINT) {
      Measures.put(json, row);
    }
    return json;
  }
}
