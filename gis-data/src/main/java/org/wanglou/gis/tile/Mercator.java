package org.wanglou.gis.tile;

/**
 * Spherical Web Mercator (EPSG:3857) as integers: the world square is 2^31 units wide, 0 at the
 * north-west corner, y southwards; one unit is under 2 cm. Latitude is cut at 85.06 degrees. That
 * CGCS2000 is drawn as if it were WGS 84 errs by about a metre, which no screen shows.
 */
final class Mercator {
  static final int BITS = 31;
  private static final double WORLD = 1L << BITS;
  private static final double MAX_LATITUDE = 85.05112878;

  private Mercator() {}

  static int x(double longitude) {
    return whole((longitude + 180) / 360);
  }

  static int y(double latitude) {
    var sine = Math.sin(Math.toRadians(Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude))));
    return whole(0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
  }

  private static int whole(double share) {
    return (int) Math.max(0, Math.min(WORLD - 1, Math.rint(share * WORLD)));
  }
}
