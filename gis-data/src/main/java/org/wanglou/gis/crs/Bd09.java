package org.wanglou.gis.crs;

import org.locationtech.jts.geom.Coordinate;

/**
 * BD-09, what Baidu's maps add to GCJ-02. Its waves are sines of degrees times 3000π/180; a variant
 * with π alone is published too and lies up to 72 m beside.
 *
 * @see <a href="https://github.com/wandergis/coordtransform">coordtransform</a>, whose vectors it
 *     meets
 */
final class Bd09 implements Mapping {
  private static final double X_PI = Math.PI * 3000 / 180;
  private static final double EAST = 0.0065;
  private static final double NORTH = 0.006;

  /**
   * The published way back is off by up to half a metre; each step makes that 500 times smaller.
   */
  private static final int ITERATIONS = 3;

  private final Gcj02 gcj02 = new Gcj02();

  @Override
  public Coordinate fromDegrees(double lon, double lat) {
    var gcj = gcj02.fromDegrees(lon, lat);
    return Gcj02.applies(lon, lat) ? fromGcj(gcj.x, gcj.y) : gcj;
  }

  @Override
  public Coordinate toDegrees(double x, double y) {
    if (!Gcj02.applies(x, y)) {
      return new Coordinate(x, y);
    }
    var gcj = toGcj(x, y);
    return gcj02.toDegrees(gcj.x, gcj.y);
  }

  @Override
  public boolean holds(double x, double y) {
    return Degrees.inside(x, y);
  }

  static Coordinate fromGcj(double lon, double lat) {
    double radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * X_PI);
    double angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * X_PI);
    return new Coordinate(radius * Math.cos(angle) + EAST, radius * Math.sin(angle) + NORTH);
  }

  static Coordinate toGcj(double lon, double lat) {
    var found = publishedInverse(lon, lat);
    for (int i = 0; i < ITERATIONS; i++) {
      var shifted = fromGcj(found.x, found.y);
      found = new Coordinate(found.x + lon - shifted.x, found.y + lat - shifted.y);
    }
    return found;
  }

  /** Takes the waves at the shifted place, so it is no exact inverse. */
  static Coordinate publishedInverse(double lon, double lat) {
    double x = lon - EAST;
    double y = lat - NORTH;
    double radius = Math.hypot(x, y) - 0.00002 * Math.sin(y * X_PI);
    double angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * X_PI);
    return new Coordinate(radius * Math.cos(angle), radius * Math.sin(angle));
  }
}
