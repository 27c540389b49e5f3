package org.wanglou.command.query;

import java.util.Locale;
import org.jdbi.v3.core.statement.SqlStatement;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.wanglou.gis.geo.NearBox;

/**
 * Where to look: all that meets a shape, or all that is within a distance of it, on the ellipsoid.
 *
 * @param distanceM 0 for the shape itself
 * @param outline polygon to show and to cut by; of a distance it is a fine polygon, the selection
 *     itself is exact
 */
record Area(Geometry shape, double distanceM, Geometry outline) {
  private static final String BOX =
      "geom && ST_MakeEnvelope(:areaWest, :areaSouth, :areaEast, :areaNorth, 4490)";
  private static final String SHAPE = "ST_GeomFromWKB(:areaShape, 4490)";
  private static final String NEAR =
      "ST_DWithin(geom::geography, " + SHAPE + "::geography, (%s)::float8)";

  static Area of(Geometry polygon) {
    return new Area(polygon, 0, polygon);
  }

  /** Condition on rows of the table feature. */
  String sql() {
    return "("
        + BOX
        + " AND "
        + (distanceM == 0 ? "ST_Intersects(geom, " + SHAPE + ")" : NEAR.formatted(":areaDistance"))
        + ")";
  }

  /** Whether the border runs within a distance of a row, in SQL that gives metres or NULL. */
  String borderWithin(String metres) {
    return distanceM == 0
        ? String.format(
            Locale.ROOT,
            "ST_DWithin(geom::geography, ST_Boundary(%s)::geography, (%s)::float8)",
            SHAPE,
            metres)
        : "("
            + NEAR.formatted(":areaDistance + " + metres)
            + " AND NOT (:areaDistance > "
            + metres
            + " AND "
            + NEAR.formatted(":areaDistance - " + metres)
            + "))";
  }

  /** What of a row's geometry lies inside, in SQL. */
  static String inside() {
    return "ST_Intersection(geom, ST_GeomFromWKB(:areaOutline, 4490))";
  }

  /** Binds what {@link #sql}, {@link #borderWithin} and {@link #inside} name. */
  <T extends SqlStatement<T>> T bind(T statement, double spareM) {
    Envelope box = NearBox.of(shape.getEnvelopeInternal(), distanceM + spareM);
    var wkb = new WKBWriter();
    return statement
        .bind("areaWest", box.getMinX())
        .bind("areaSouth", box.getMinY())
        .bind("areaEast", box.getMaxX())
        .bind("areaNorth", box.getMaxY())
        .bind("areaShape", wkb.write(shape))
        .bind("areaOutline", wkb.write(outline))
        .bind("areaDistance", distanceM);
  }

  <T extends SqlStatement<T>> T bind(T statement) {
    return bind(statement, 0);
  }
}
