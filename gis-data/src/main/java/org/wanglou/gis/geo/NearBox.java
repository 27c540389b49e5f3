package org.wanglou.gis.geo;

import org.locationtech.jts.geom.Envelope;

/**
 * A box of longitude and latitude that surely holds all that lies within a distance of another one.
 * A little larger than needed: it is for indexes, the distance itself is measured afterwards.
 */
public final class NearBox {
  // The shortest degree of latitude on the ellipsoid is 110,574 m, at the equator.
  private static final double LEAST_M_A_DEGREE = 110_574;
  private static final double SPARE = 1.001;

  private NearBox() {}

  /** Round the whole globe where the distance reaches a pole or the antimeridian. */
  public static Envelope of(Envelope from, double distanceM) {
    double north = distanceM / LEAST_M_A_DEGREE * SPARE;
    double poleward = Math.max(Math.abs(from.getMinY()), Math.abs(from.getMaxY())) + north;
    if (poleward >= 89) {
      return new Envelope(-180, 180, from.getMinY() - north, from.getMaxY() + north);
    }
    double east = north / Math.cos(Math.toRadians(poleward));
    if (from.getMinX() - east < -180 || from.getMaxX() + east > 180) {
      return new Envelope(-180, 180, from.getMinY() - north, from.getMaxY() + north);
    }
    return new Envelope(
        from.getMinX() - east,
        from.getMaxX() + east,
        from.getMinY() - north,
        from.getMaxY() + north);
  }
}
