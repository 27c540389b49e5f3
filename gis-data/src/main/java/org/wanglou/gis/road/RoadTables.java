package org.wanglou.gis.road;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.wanglou.gis.dataset.Dataset.RoadEdge;
import org.wanglou.gis.dataset.Dataset.TurnRestriction;

/** Reads road_node, road_edge, turn_restriction and road_speed, row by row into the flat arrays. */
final class RoadTables {
  static final GeometryFactory CGCS2000 = new GeometryFactory(new PrecisionModel(), 4490);
  private static final int ROWS_AT_ONCE = 5_000;

  private static final String NODES = "SELECT coalesce(max(id) + 1, 0) FROM road_node";
  private static final String EDGE_COUNT = "SELECT coalesce(max(id) + 1, 0) FROM road_edge";

  private static final String EDGES =
      """
      SELECT id, from_node, to_node, ST_AsBinary(geom) AS wkb, length_m, road_class, name, ref,
             surface, one_way, motor_access, foot_access, max_speed_kmh
        FROM road_edge
       ORDER BY id""";

  private static final String RESTRICTIONS =
      """
      SELECT from_edge, via_node, via_edges, to_edge, only_this, exempt
        FROM turn_restriction
       ORDER BY id""";

  // The newest row that is in force today.
  private static final String SPEEDS =
      """
      SELECT DISTINCT ON (profile, road_class, surface) profile, road_class, surface, speed_kmh
        FROM road_speed
       WHERE valid_from <= current_date
       ORDER BY profile, road_class, surface, valid_from DESC""";

  private final Handle tx;
  private final WKBReader wkb = new WKBReader(CGCS2000);
  private long edgesRead;

  RoadTables(Handle tx) {
    this.tx = tx;
  }

  RoadGraph read() {
    int count = tx.createQuery(EDGE_COUNT).mapTo(Integer.class).one();
    int nodes = tx.createQuery(NODES).mapTo(Integer.class).one();
    var edges = new EdgeTable(nodes, count, speeds());
    var shapes = new EdgeShapes(count);
    try (var rows =
        tx.createQuery(EDGES).setFetchSize(ROWS_AT_ONCE).map((r, c) -> dense(r)).stream()) {
      rows.forEach(
          edge -> {
            edges.add(edge);
            shapes.add(edge.geometry());
          });
    }
    return new RoadGraph(edges, shapes, restrictions(), CGCS2000);
  }

  private SpeedTable speeds() {
    return new SpeedTable(
        tx.createQuery(SPEEDS)
            .map(
                (row, c) ->
                    new SpeedTable.Speed(
                        row.getString("profile"),
                        row.getString("road_class"),
                        row.getString("surface"),
                        row.getDouble("speed_kmh")))
            .list());
  }

  private List<TurnRestriction> restrictions() {
    return tx.createQuery(RESTRICTIONS)
        .setFetchSize(ROWS_AT_ONCE)
        .map(
            (row, c) ->
                new TurnRestriction(
                    row.getInt("from_edge"),
                    Optional.ofNullable(row.getObject("via_node", Long.class))
                        .map(Math::toIntExact),
                    edges(row.getArray("via_edges")),
                    row.getInt("to_edge"),
                    row.getBoolean("only_this"),
                    List.of((String[]) row.getArray("exempt").getArray())))
        .list();
  }

  private static List<Integer> edges(Array array) throws SQLException {
    return array == null
        ? List.of()
        : Arrays.stream((Long[]) array.getArray()).map(Math::toIntExact).toList();
  }

  /** The graph numbers edges by their place in the table, so ids must be 0, 1, 2 … */
  private RoadEdge dense(ResultSet row) throws SQLException {
    if (row.getLong("id") != edgesRead) {
      throw new IllegalStateException(
          "road_edge has " + row.getLong("id") + " where " + edgesRead + " is due: load it anew");
    }
    edgesRead++;
    return edge(row);
  }

  private RoadEdge edge(ResultSet row) throws SQLException {
    return new RoadEdge(
        row.getInt("from_node"),
        row.getInt("to_node"),
        line(row),
        row.getDouble("length_m"),
        row.getString("road_class"),
        Optional.ofNullable(row.getString("name")),
        Optional.ofNullable(row.getString("ref")),
        Optional.ofNullable(row.getString("surface")),
        row.getInt("one_way"),
        row.getString("motor_access"),
        row.getString("foot_access"),
        Optional.ofNullable(row.getObject("max_speed_kmh", Integer.class)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty());
  }

  private LineString line(ResultSet row) throws SQLException {
    try {
      return (LineString) wkb.read(row.getBytes("wkb"));
    } catch (ParseException e) {
      throw new SQLException("a geometry that PostGIS wrote cannot be read", e);
    }
  }
}
