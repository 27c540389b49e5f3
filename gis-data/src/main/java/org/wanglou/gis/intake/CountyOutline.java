package org.wanglou.gis.intake;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.wanglou.gis.geo.Ground;

/**
 * How far a feature reaches out of the county. The outline is as accurate as it is: what lies out
 * of it by less is not worth a word.
 */
public final class CountyOutline {
  /** Of an outline that does not say it: generalised ones are off by half a kilometre. */
  static final double ACCURACY_M = 500;

  private static final String FIND =
      """
      SELECT ST_AsBinary(geom) AS geom
        FROM base_feature
       WHERE kind = 'boundary' AND GeometryType(geom) IN ('POLYGON', 'MULTIPOLYGON')
       ORDER BY rank, ST_Area(geom) DESC
       LIMIT 1""";

  private static final String BOUNDS =
      "SELECT ST_AsBinary(bounds) AS geom FROM dataset ORDER BY loaded_at DESC, id DESC LIMIT 1";

  private final Geometry outline;
  private final PreparedGeometry prepared;
  private final IndexedFacetDistance facets;

  CountyOutline(Geometry outline) {
    this.outline = outline;
    this.prepared = PreparedGeometryFactory.prepare(outline);
    this.facets = new IndexedFacetDistance(outline);
  }

  /** The county's outline, or as long as there is none the bounds of its data. */
  public static Optional<CountyOutline> of(Handle tx) {
    return geometry(tx, FIND).or(() -> geometry(tx, BOUNDS)).map(CountyOutline::new);
  }

  private static Optional<Geometry> geometry(Handle tx, String sql) {
    return tx.createQuery(sql)
        .map(
            (row, ctx) -> {
              try {
                return new WKBReader().read(row.getBytes("geom"));
              } catch (ParseException e) {
                throw new IllegalStateException("PostGIS wrote no WKB", e);
              }
            })
        .findOne();
  }

  /** Metres that the farthest vertex lies out of it, when that is more than its accuracy. */
  Optional<Double> farOut(Geometry feature) {
    if (prepared.covers(feature)) {
      return Optional.empty();
    }
    double farthest = 0;
    for (Coordinate vertex : feature.getCoordinates()) {
      var point = outline.getFactory().createPoint(vertex);
      if (!prepared.covers(point)) {
        var near = facets.nearestPoints(point)[0];
        farthest = Math.max(farthest, Ground.distanceM(near, vertex));
      }
    }
    return farthest > ACCURACY_M ? Optional.of(farthest) : Optional.empty();
  }
}
