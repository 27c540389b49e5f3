package org.wanglou.gis.crs;

import org.locationtech.jts.geom.Coordinate;

/** Between longitude and latitude in degrees (CGCS2000) and the coordinates of one system. */
interface Mapping {
  Coordinate fromDegrees(double lon, double lat);

  Coordinate toDegrees(double x, double y);

  /** Whether {@link #toDegrees} means anything for these coordinates. */
  boolean holds(double x, double y);
}
