package org.wanglou.gis.osm;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;

/** Lengths on the ellipsoid of CGCS2000, in metres. */
final class GroundLength {
  private static final Geodesic CGCS2000 = new Geodesic(6_378_137, 1 / 298.257222101);

  private GroundLength() {}

  static double of(Coordinate[] line) {
    double sum = 0;
    for (int i = 1; i < line.length; i++) {
      sum += between(line[i - 1], line[i]);
    }
    return sum;
  }

  static double between(Coordinate a, Coordinate b) {
    return CGCS2000.Inverse(a.y, a.x, b.y, b.x, GeodesicMask.DISTANCE).s12;
  }
}
