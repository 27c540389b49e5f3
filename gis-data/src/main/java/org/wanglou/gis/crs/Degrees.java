package org.wanglou.gis.crs;

import org.locationtech.jts.geom.Coordinate;

/** Longitude and latitude themselves. WGS84 and CGCS2000 agree within the accuracy of any map. */
final class Degrees implements Mapping {
  @Override
  public Coordinate fromDegrees(double lon, double lat) {
    return new Coordinate(lon, lat);
  }

  @Override
  public Coordinate toDegrees(double x, double y) {
    return new Coordinate(x, y);
  }

  @Override
  public boolean holds(double x, double y) {
    return inside(x, y);
  }

  static boolean inside(double lon, double lat) {
    return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  }
}
