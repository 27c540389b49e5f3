package org.wanglou.gis.crs;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.wanglou.gis.geo.Ground;

/**
 * How far points are off on the whole.
 *
 * @param bearingDeg degrees from north, clockwise, 0 to 360
 */
record MeanShift(double lengthM, double bearingDeg) {
  static MeanShift between(List<Coordinate> from, List<Coordinate> to) {
    double east = 0;
    double north = 0;
    double lon = 0;
    double lat = 0;
    for (int i = 0; i < from.size(); i++) {
      east += to.get(i).x - from.get(i).x;
      north += to.get(i).y - from.get(i).y;
      lon += from.get(i).x;
      lat += from.get(i).y;
    }
    int n = from.size();
    var line = Ground.ELLIPSOID.Inverse(lat / n, lon / n, (lat + north) / n, (lon + east) / n);
    return new MeanShift(line.s12, (line.azi1 + 360) % 360);
  }
}
