package org.wanglou.gis.intake;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
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

  /**
   * How far a feature lies out of the county, metres.
   *
   * @param farthest of its vertices
   * @param nearest of its vertices; 0 where the feature touches the county
   */
  record Outside(double farthest, double nearest) {}

  /** Metres from one end of the county to the other, by the corners of its bounds. */
  double diameterM() {
    var bounds = outline.getEnvelopeInternal();
    return Ground.distanceM(
        new Coordinate(bounds.getMinX(), bounds.getMinY()),
        new Coordinate(bounds.getMaxX(), bounds.getMaxY()));
  }

  /** Where it lies, when its farthest vertex is farther out than the outline is accurate. */
  Optional<Outside> farOut(Geometry feature) {
    if (prepared.covers(feature)) {
      return Optional.empty();
    }
    double farthest = 0;
    double nearest = prepared.intersects(feature) ? 0 : Double.POSITIVE_INFINITY;
    for (Coordinate vertex : feature.getCoordinates()) {
      var point = outline.getFactory().createPoint(vertex);
      if (feature instanceof Point || !prepared.covers(point)) {
        var near = facets.nearestPoints(point)[0];
        double metres = Ground.distanceM(near, vertex);
        farthest = Math.max(farthest, metres);
        nearest = Math.min(nearest, metres);
      }
    }
    return farthest > ACCURACY_M ? Optional.of(new Outside(farthest, nearest)) : Optional.empty();
  }
}
