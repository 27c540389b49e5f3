package org.wanglou.gis.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The county laid flat: metres east and north of its middle. Lengths err by up to 0.4 %, which only
 * the shapes of invented things feel; what is stored as a length is measured on the ellipsoid.
 */
final class Plane {
  private static final double MIDDLE_LON = 111.0;
  private static final double MIDDLE_LAT = 36.69;
  private static final double M_PER_DEGREE_LON = 89_374; // on the ellipsoid at MIDDLE_LAT
  private static final double M_PER_DEGREE_LAT = 110_972;

  /** Steps a degree: stored coordinates have six decimals, about a tenth of a metre. */
  private static final double STEPS = 1e6;

  private Plane() {}

  static double x(double lon) {
    return (lon - MIDDLE_LON) * M_PER_DEGREE_LON;
  }

  static double y(double lat) {
    return (lat - MIDDLE_LAT) * M_PER_DEGREE_LAT;
  }

  static Coordinate place(double lon, double lat) {
    return new Coordinate(x(lon), y(lat));
  }

  static Coordinate lonLat(Coordinate place) {
    return new Coordinate(
        Math.rint((MIDDLE_LON + place.x / M_PER_DEGREE_LON) * STEPS) / STEPS,
        Math.rint((MIDDLE_LAT + place.y / M_PER_DEGREE_LAT) * STEPS) / STEPS);
  }

  /** A copy of a shape on the plane, in degrees. */
  @SuppressWarnings("unchecked") // a copy has the type of its original
  static <T extends Geometry> T lonLat(T onPlane) {
    return (T) moved(onPlane, Plane::lonLat);
  }

  /** A copy of a shape in degrees, on the plane. */
  @SuppressWarnings("unchecked") // a copy has the type of its original
  static <T extends Geometry> T flat(T inDegrees) {
    return (T) moved(inDegrees, c -> place(c.x, c.y));
  }

  private static Geometry moved(
      Geometry shape, java.util.function.UnaryOperator<Coordinate> change) {
    var copy = shape.copy();
    copy.apply((org.locationtech.jts.geom.CoordinateFilter) c -> c.setCoordinate(change.apply(c)));
    copy.geometryChanged();
    return copy;
  }
}
