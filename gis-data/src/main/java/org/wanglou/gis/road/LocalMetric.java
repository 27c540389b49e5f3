package org.wanglou.gis.road;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * Flat metres in the neighbourhood of one latitude: a degree counts as long as it is there on the
 * CGCS2000 ellipsoid. Good for comparing and projecting; at distance d and latitude φ a length is
 * wrong by at most about d/R·tan φ (0.06 % at 5 km and 36° north, 0.001 % at 50 m). Lengths that
 * are told to anyone come from {@link #geodesicM}.
 */
record LocalMetric(double metresPerLonDegree, double metresPerLatDegree) {
  private static final double EQUATOR_M = 6_378_137;
  private static final double FLATTENING = 1 / 298.257222101;
  private static final double ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING);
  private static final Geodesic CGCS2000 = new Geodesic(EQUATOR_M, FLATTENING);

  static LocalMetric at(double lat) {
    double phi = Math.toRadians(lat);
    double w2 = 1 - ECCENTRICITY_2 * Math.sin(phi) * Math.sin(phi);
    double n = EQUATOR_M / Math.sqrt(w2);
    double m = EQUATOR_M * (1 - ECCENTRICITY_2) / (w2 * Math.sqrt(w2));
    return new LocalMetric(Math.toRadians(n * Math.cos(phi)), Math.toRadians(m));
  }

  double distanceM(double lon1, double lat1, double lon2, double lat2) {
    return Math.hypot((lon2 - lon1) * metresPerLonDegree, (lat2 - lat1) * metresPerLatDegree);
  }

  /**
   * Where on the segment the foot of the point lies: 0 at the first end, 1 at the second, never
   * outside.
   */
  double foot(double lon, double lat, double lon1, double lat1, double lon2, double lat2) {
    double dx = (lon2 - lon1) * metresPerLonDegree;
    double dy = (lat2 - lat1) * metresPerLatDegree;
    double px = (lon - lon1) * metresPerLonDegree;
    double py = (lat - lat1) * metresPerLatDegree;
    double square = dx * dx + dy * dy;
    return square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
  }

  /** Length of the geodesic, correct to nanometres, about 1 µs. */
  static double geodesicM(double lon1, double lat1, double lon2, double lat2) {
    return CGCS2000.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12;
  }
}
