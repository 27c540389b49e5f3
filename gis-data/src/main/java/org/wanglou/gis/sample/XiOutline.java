package org.wanglou.gis.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Outline of Xi County 隰县 (141031), simplified by hand to 42 corners of about 100 m. Drawn loosely
 * after the county line that Tianditu publishes (CGCS2000). Not for deciding what lies inside or
 * outside within about 1 km of the line; a county imports its official one.
 */
final class XiOutline {
  static final GeometryFactory GEOMETRIES = new GeometryFactory(new PrecisionModel(), 4490);

  private static final double[] CORNERS = {
    111.074, 36.931, 111.014, 36.917, 110.995, 36.898, 110.983, 36.927, 110.977, 36.900, 110.935,
    36.905, 110.848, 36.859, 110.820, 36.862, 110.825, 36.842, 110.779, 36.803, 110.810, 36.775,
    110.777, 36.743, 110.795, 36.725, 110.798, 36.653, 110.769, 36.649, 110.779, 36.629, 110.744,
    36.626, 110.772, 36.607, 110.776, 36.582, 110.833, 36.567, 110.844, 36.535, 110.833, 36.494,
    110.874, 36.456, 110.896, 36.473, 110.888, 36.494, 110.915, 36.495, 110.986, 36.565, 111.113,
    36.566, 111.120, 36.577, 111.192, 36.564, 111.211, 36.587, 111.205, 36.607, 111.248, 36.613,
    111.266, 36.690, 111.246, 36.717, 111.258, 36.723, 111.247, 36.741, 111.208, 36.745, 111.173,
    36.848, 111.109, 36.835, 111.062, 36.852, 111.088, 36.912, 111.074, 36.931
  };

  private XiOutline() {}

  static Polygon polygon() {
    var ring = new Coordinate[CORNERS.length / 2];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new Coordinate(CORNERS[2 * i], CORNERS[2 * i + 1]);
    }
    return GEOMETRIES.createPolygon(ring);
  }
}
