package org.wanglou.gis.crs;

import org.locationtech.jts.geom.Coordinate;

/**
 * GCJ-02, the offset of Chinese web maps (高德, 腾讯, Google in China): a smooth displacement of some
 * hundred metres that depends on the place. It is no coordinate system of its own and has no EPSG
 * code. The formula is the published one with the semi-major axis of Krassowsky's ellipsoid;
 * outside the rectangle in which it is applied a point stays where it is.
 *
 * @see <a href="https://github.com/googollee/eviltransform">eviltransform</a>, whose vectors it
 *     meets
 */
final class Gcj02 implements Mapping {
  private static final double A = 6_378_245;
  private static final double EE = 0.006693421622965943;

  /** Each makes the error some 200 times smaller: after one 3 m, after three 0.1 mm. */
  private static final int ITERATIONS = 3;

  @Override
  public Coordinate fromDegrees(double lon, double lat) {
    if (!applies(lon, lat)) {
      return new Coordinate(lon, lat);
    }
    double x = lon - 105;
    double y = lat - 35;
    double sin = Math.sin(Math.toRadians(lat));
    double magic = 1 - EE * sin * sin;
    double meridianM = A * (1 - EE) / (magic * Math.sqrt(magic));
    double parallelM = A / Math.sqrt(magic) * Math.cos(Math.toRadians(lat));
    return new Coordinate(
        lon + Math.toDegrees(eastM(x, y) / parallelM),
        lat + Math.toDegrees(northM(x, y) / meridianM));
  }

  @Override
  public Coordinate toDegrees(double x, double y) {
    var found = new Coordinate(x, y);
    for (int i = 0; i < ITERATIONS; i++) {
      var shifted = fromDegrees(found.x, found.y);
      found = new Coordinate(found.x + x - shifted.x, found.y + y - shifted.y);
    }
    return found;
  }

  @Override
  public boolean holds(double x, double y) {
    return Degrees.inside(x, y);
  }

  static boolean applies(double lon, double lat) {
    return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
  }

  private static double northM(double x, double y) {
    return -100
        + 2 * x
        + 3 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + ripple(x)
        + waves(y, 20, 40, 160, 320);
  }

  private static double eastM(double x, double y) {
    return 300
        + x
        + 2 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + ripple(x)
        + waves(x, 20, 40, 150, 300);
  }

  private static double ripple(double x) {
    return (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
  }

  private static double waves(double v, double w1, double w3, double w12, double w30) {
    return (w1 * wave(v, 1) + w3 * wave(v, 3) + w12 * wave(v, 12) + w30 * wave(v, 30)) * 2 / 3;
  }

  private static double wave(double v, double halfLengthDeg) {
    return Math.sin(v * Math.PI / halfLengthDeg);
  }
}
