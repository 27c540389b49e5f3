package org.wanglou.gis.crs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * What is known about the ground around some points: roads, water, buildings, the outline, and
 * named places. Each kind is evidence of its own, because a layer may keep to the one and not to
 * the other: cisterns stand at roads, reservoirs on water. Not thread-safe while it is filled.
 */
public final class OffsetReference {
  /** A name is looked for around a point this far; BD-09 lies up to 1.4 km off. */
  static final double SAME_NAME_M = 2_500;

  // What may lie under a point that is up to 2 km off.
  private static final String KNOWN =
      """
      SELECT 'road' AS kind, name, ST_AsBinary(geom) AS wkb
        FROM road_edge
       WHERE geom && ST_MakeEnvelope(:west, :south, :east, :north, 4490)
      UNION ALL
      SELECT kind, name, ST_AsBinary(geom)
        FROM base_feature
       WHERE geom && ST_MakeEnvelope(:west, :south, :east, :north, 4490) AND kind <> 'forest'
      UNION ALL
      SELECT layer, name, ST_AsBinary(geom)
        FROM feature
       WHERE geom && ST_MakeEnvelope(:west, :south, :east, :north, 4490)
         AND layer IN ('township', 'village', 'school', 'hospital')""";

  private static final double AROUND_DEG = 0.025;

  private final double lat;
  private final Map<String, NearbyGround> kinds = new TreeMap<>();
  private final Map<String, Geometry> named = new HashMap<>();

  /**
   * @param area where the points are
   */
  public OffsetReference(Envelope area) {
    this.lat = area.isNull() ? 0 : area.centre().y;
  }

  /** Roads, base map and settled places in the area and 2 km around it. */
  public static OffsetReference read(Handle tx, Envelope area) {
    var reference = new OffsetReference(area);
    var wkb = new WKBReader();
    tx
        .createQuery(KNOWN)
        .bind("west", area.getMinX() - AROUND_DEG)
        .bind("east", area.getMaxX() + AROUND_DEG)
        .bind("south", area.getMinY() - AROUND_DEG)
        .bind("north", area.getMaxY() + AROUND_DEG)
        .setFetchSize(2_000)
        .map(
            (row, context) ->
                new Thing(row.getString("kind"), row.getString("name"), geometry(wkb, row)))
        .stream()
        .forEach(it -> reference.add(it.kind, it.name, it.where));
    return reference;
  }

  private record Thing(String kind, String name, Geometry where) {}

  private static Geometry geometry(WKBReader wkb, ResultSet row) throws SQLException {
    try {
      return wkb.read(row.getBytes("wkb"));
    } catch (ParseException e) {
      throw new SQLException("a geometry that PostGIS wrote cannot be read", e);
    }
  }

  /**
   * @param kind {@code road}, {@code water}, {@code boundary} ...: one kind of evidence
   * @param name may be null or empty
   */
  public void add(String kind, String name, Geometry thing) {
    if (thing.isEmpty()) {
      return;
    }
    kinds.computeIfAbsent(kind, first -> new NearbyGround(lat)).add(thing);
    if (name != null && !name.isBlank()) {
      named.merge(name.strip(), thing.getCentroid(), Geometry::union);
    }
  }

  Map<String, NearbyGround> kinds() {
    return kinds;
  }

  /** The middles of all things of that name. */
  Map<String, Geometry> named() {
    return named;
  }
}
