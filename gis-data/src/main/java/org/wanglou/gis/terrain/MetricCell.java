package org.wanglou.gis.terrain;

/**
 * How many metres a degree takes at a latitude on the ellipsoid of CGCS2000: along the parallel by
 * the radius of the prime vertical, along the meridian by the meridian's own radius.
 */
record MetricCell(double eastMPerDegree, double northMPerDegree, double radiusM) {
  private static final double A_M = 6_378_137;
  private static final double FLATTENING = 1 / 298.257222101;
  private static final double E2 = FLATTENING * (2 - FLATTENING);

  static MetricCell at(double latitude) {
    double sine = Math.sin(Math.toRadians(latitude));
    double w2 = 1 - E2 * sine * sine;
    double primeVertical = A_M / Math.sqrt(w2);
    double meridian = A_M * (1 - E2) / (w2 * Math.sqrt(w2));
    return new MetricCell(
        Math.toRadians(primeVertical * Math.cos(Math.toRadians(latitude))),
        Math.toRadians(meridian),
        Math.sqrt(primeVertical * meridian));
  }
}
