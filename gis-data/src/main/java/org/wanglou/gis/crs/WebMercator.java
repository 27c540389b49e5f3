package org.wanglou.gis.crs;

import org.locationtech.jts.geom.Coordinate;

/** EPSG:3857: the sphere's Mercator projection of ellipsoidal degrees, as web maps use it. */
final class WebMercator implements Mapping {
  private static final double RADIUS_M = 6_378_137;
  private static final double HALF_WORLD_M = Math.PI * RADIUS_M;

  @Override
  public Coordinate fromDegrees(double lon, double lat) {
    double x = RADIUS_M * Math.toRadians(lon);
    double y = RADIUS_M * asinh(Math.tan(Math.toRadians(lat)));
    return new Coordinate(x, y);
  }

  @Override
  public Coordinate toDegrees(double x, double y) {
    double lat = Math.atan(Math.sinh(y / RADIUS_M));
    return new Coordinate(Math.toDegrees(x / RADIUS_M), Math.toDegrees(lat));
  }

  @Override
  public boolean holds(double x, double y) {
    return Math.abs(x) <= HALF_WORLD_M * (1 + 1e-12) && Math.abs(y) <= HALF_WORLD_M * 2;
  }

  /** Keeps its digits near 0, unlike the textbook's logarithm. */
  static double asinh(double v) {
    double size = Math.abs(v);
    return Math.copySign(Math.log1p(size + size * size / (1 + Math.hypot(1, size))), v);
  }
}
