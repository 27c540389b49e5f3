package org.wanglou.gis.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Lengths and areas on the ellipsoid of CGCS2000. */
public final class Ground {
  /** The ellipsoid of CGCS2000. */
  public static final Geodesic ELLIPSOID = new Geodesic(6_378_137, 1 / 298.257222101);

  private Ground() {}

  public static double lengthM(Coordinate[] line) {
    double sum = 0;
    for (int i = 1; i < line.length; i++) {
      sum += distanceM(line[i - 1], line[i]);
    }
    return sum;
  }

  public static double distanceM(Coordinate a, Coordinate b) {
    return ELLIPSOID.Inverse(a.y, a.x, b.y, b.x, GeodesicMask.DISTANCE).s12;
  }

  /** Area of polygons, their holes taken out. */
  public static double areaM2(Geometry area) {
    double sum = 0;
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        sum += ringM2(polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          sum -= ringM2(polygon.getInteriorRingN(hole));
        }
      }
    }
    return sum;
  }

  private static double ringM2(LinearRing ring) {
    var measured = new PolygonArea(ELLIPSOID, false);
    for (var corner : ring.getCoordinates()) {
      measured.AddPoint(corner.y, corner.x);
    }
    return Math.abs(measured.Compute(false, true).area);
  }
}
