package org.wanglou.gis.crs;

import org.locationtech.jts.geom.Coordinate;

/** A strip of a Gauss-Krüger or UTM division. */
record Zone(TransverseMercator projection, double meridianDeg, double widthDeg) implements Mapping {
  private static final double TWO_THIRDS = 2 / 3.;

  @Override
  public Coordinate fromDegrees(double lon, double lat) {
    return projection.fromDegrees(lon, lat);
  }

  @Override
  public Coordinate toDegrees(double x, double y) {
    return projection.toDegrees(x, y);
  }

  @Override
  public boolean holds(double x, double y) {
    return projection.holds(x, y);
  }

  boolean serves(double lon, double lat) {
    double off = Math.abs(Math.IEEEremainder(lon - meridianDeg, 360));
    return off <= widthDeg * TWO_THIRDS && Math.abs(lat) <= 84;
  }
}
