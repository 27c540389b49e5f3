package org.wanglou.gis.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.wanglou.gis.layer.Provenance;
import org.wanglou.gis.search.Entry.Kind;

/** Reads named things, and by which number each part of them tells that it has changed. */
final class NameReader {
  static final String BASE = "base map";
  static final String ROADS = "roads";

  private static final String PARTS =
      """
      SELECT id AS part, revision::text AS state FROM layer_type
      UNION ALL
      SELECT part, (SELECT id FROM dataset ORDER BY loaded_at DESC, id DESC LIMIT 1)::text
        FROM (VALUES (:base), (:roads)) AS of_dataset (part)""";

  private static final String FEATURES =
      """
      SELECT id, name, coalesce(attributes ->> 'code', external_id) AS code,
             ST_X(at) AS lon, ST_Y(at) AS lat, source, provenance, valid_from, valid_to
        FROM (SELECT *, CASE WHEN ST_Dimension(geom) = 1 THEN ST_ClosestPoint(geom, ST_Centroid(geom))
                             ELSE ST_PointOnSurface(geom) END AS at
                FROM feature
               WHERE layer = :layer AND name <> '') AS f""";

  // A river has many rows and is one thing; two villages of a name are two.
  private static final String PLACES =
      """
      WITH newest AS (SELECT source, provenance FROM dataset ORDER BY loaded_at DESC, id DESC LIMIT 1)
      SELECT name, rank, ST_X(at) AS lon, ST_Y(at) AS lat, newest.source, newest.provenance
        FROM newest, (
          SELECT name, rank, geom AS at
            FROM base_feature
           WHERE name <> '' AND ST_Dimension(geom) = 0
          UNION ALL
          (SELECT DISTINCT ON (kind, name) name, rank,
                  CASE WHEN ST_Dimension(geom) = 1 THEN ST_ClosestPoint(geom, ST_Centroid(geom))
                       ELSE ST_PointOnSurface(geom) END
             FROM base_feature
            WHERE name <> '' AND ST_Dimension(geom) > 0
            ORDER BY kind, name, ST_Length(geom) + ST_Perimeter(geom) DESC, id)) AS named
       WHERE ST_GeometryType(at) = 'ST_Point'""";

  private static final String ROAD_NAMES =
      """
      WITH newest AS (SELECT source, provenance FROM dataset ORDER BY loaded_at DESC, id DESC LIMIT 1)
      SELECT DISTINCT ON (e.name, e.ref) coalesce(e.name, e.ref) AS name, e.ref,
             ST_X(ST_LineInterpolatePoint(e.geom, 0.5)) AS lon,
             ST_Y(ST_LineInterpolatePoint(e.geom, 0.5)) AS lat, newest.source, newest.provenance
        FROM newest, road_edge e
       WHERE coalesce(e.name, e.ref) <> ''
       ORDER BY e.name, e.ref, e.length_m DESC, e.id""";

  private static final Map<String, Integer> RANK_OF_LAYER =
      Map.of(
          "township", 2, "village", 3, "hospital", 4, "hidden_danger", 7, "forest_compartment", 8);

  private static final int RANK_OF_OTHER_LAYERS = 5;
  private static final int RANK_OF_ROADS = 4;
  private static final int ROWS_AT_ONCE = 2_000;

  private final Handle tx;

  /** Sources are few and names many: one text for each source. */
  private final Map<String, String> sources = new TreeMap<>();

  NameReader(Handle tx) {
    this.tx = tx;
  }

  /** The state of each part; it differs from an earlier one whenever the part's names may do. */
  Map<String, String> states() {
    var states = new TreeMap<String, String>();
    tx.createQuery(PARTS)
        .bind("base", BASE)
        .bind("roads", ROADS)
        .map((row, c) -> states.put(row.getString("part"), String.valueOf(row.getString("state"))))
        .list();
    return states;
  }

  Names read(String part) {
    return new Names(
        switch (part) {
          case BASE -> places();
          case ROADS -> roads();
          default -> features(part);
        });
  }

  private List<Entry> features(String layer) {
    int rank = RANK_OF_LAYER.getOrDefault(layer, RANK_OF_OTHER_LAYERS);
    var ofLayer = Optional.of(layer);
    return tx.createQuery(FEATURES)
        .bind("layer", layer)
        .setFetchSize(ROWS_AT_ONCE)
        .map(
            (row, c) ->
                new Entry(
                    Kind.FEATURE,
                    row.getString("name"),
                    ofLayer,
                    Optional.of(row.getObject("id", UUID.class)),
                    Optional.ofNullable(row.getString("code")),
                    rank,
                    row.getDouble("lon"),
                    row.getDouble("lat"),
                    source(row),
                    Provenance.valueOf(row.getString("provenance")),
                    instant(row, "valid_from"),
                    instant(row, "valid_to")))
        .list();
  }

  private List<Entry> places() {
    return tx.createQuery(PLACES)
        .setFetchSize(ROWS_AT_ONCE)
        .map((row, c) -> ofBase(Kind.PLACE, row, Optional.empty(), row.getInt("rank")))
        .list();
  }

  private List<Entry> roads() {
    return tx.createQuery(ROAD_NAMES)
        .setFetchSize(ROWS_AT_ONCE)
        .map(
            (row, c) ->
                ofBase(Kind.ROAD, row, Optional.ofNullable(row.getString("ref")), RANK_OF_ROADS))
        .list();
  }

  private Entry ofBase(Kind kind, ResultSet row, Optional<String> code, int rank)
      throws SQLException {
    return new Entry(
        kind,
        row.getString("name"),
        Optional.empty(),
        Optional.empty(),
        code,
        rank,
        row.getDouble("lon"),
        row.getDouble("lat"),
        source(row),
        Provenance.valueOf(row.getString("provenance")),
        Optional.empty(),
        Optional.empty());
  }

  private String source(ResultSet row) throws SQLException {
    return sources.computeIfAbsent(row.getString("source"), it -> it);
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
