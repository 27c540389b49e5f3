package org.wanglou.gis.tile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Reads the newest dataset's base features and roads. */
final class BaseMapReader {
  private static final String NEWEST =
      "SELECT id, ST_AsBinary(bounds) AS wkb FROM dataset ORDER BY loaded_at DESC, id DESC LIMIT 1";

  // Large areas first, so that a small wood or pond inside a large one is not painted over.
  private static final String SHAPES =
      """
      SELECT kind, name, rank, ST_AsBinary(geom) AS wkb
        FROM base_feature
       ORDER BY kind, rank, ST_Area(geom) DESC, id""";

  private static final String ROADS =
      """
      SELECT road_class, name, ref, structure, level, ST_AsBinary(geom) AS wkb
        FROM road_edge
       ORDER BY id""";

  private static final int ROWS_AT_ONCE = 2_000;

  private final WKBReader wkb = new WKBReader();

  /** The id of the dataset in force, without reading it. */
  static Optional<UUID> newest(Handle tx) {
    return tx.createQuery(NEWEST).map((row, c) -> row.getObject("id", UUID.class)).findOne();
  }

  Optional<BaseMap> read(Handle tx, Optional<Relief> relief) {
    return tx.createQuery(NEWEST)
        .map(
            (row, c) ->
                new BaseMap(
                    row.getObject("id", UUID.class), geometry(row), shapes(tx), roads(tx), relief))
        .findOne();
  }

  private List<MapShape> shapes(Handle tx) {
    return tx
        .createQuery(SHAPES)
        .setFetchSize(ROWS_AT_ONCE)
        .map(
            (row, c) ->
                new MapShape(
                    row.getString("kind").intern(),
                    text(row, "name"),
                    row.getInt("rank"),
                    Outline.of(geometry(row))))
        .stream()
        .filter(shape -> !shape.outline().isEmpty())
        .toList();
  }

  private List<MapRoad> roads(Handle tx) {
    return tx.createQuery(ROADS)
        .setFetchSize(ROWS_AT_ONCE)
        .map(
            (row, c) ->
                new MapRoad(
                    row.getString("road_class").intern(),
                    text(row, "name"),
                    text(row, "ref"),
                    course(row.getString("structure")),
                    row.getInt("level"),
                    Outline.of(geometry(row))))
        .list();
  }

  private static MapRoad.Course course(String structure) {
    if ("tunnel".equals(structure)) {
      return MapRoad.Course.TUNNEL;
    }
    return "bridge".equals(structure) ? MapRoad.Course.BRIDGE : MapRoad.Course.GROUND;
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).filter(text -> !text.isBlank());
  }

  private Geometry geometry(ResultSet row) throws SQLException {
    try {
      return wkb.read(row.getBytes("wkb"));
    } catch (ParseException e) {
      throw new SQLException("a geometry that PostGIS wrote cannot be read", e);
    }
  }
}
