package org.wanglou.gis.crs;

import org.locationtech.jts.geom.Coordinate;

/**
 * The Gauss-Krüger projection of an ellipsoid (UTM with a scale of 0.9996), by Krüger's series in
 * the third flattening n to the sixth order. Its error is a few nanometres within 3,900 km of the
 * central meridian; {@link #holds} ends it at 1,000 km, some ten times half the width of a zone,
 * because coordinates beyond belong to another zone.
 *
 * @see <a href="https://doi.org/10.1007/s00190-011-0445-3">C. F. F. Karney, Transverse Mercator
 *     with an accuracy of a few nanometers, J. Geodesy 85 (2011)</a>, equations 7 to 12, 35 and 36
 */
final class TransverseMercator implements Mapping {
  private static final double FURTHEST_M = 1_000_000;
  private static final double POLE_M = 10_010_000;

  private final double meridianDeg;
  private final double falseEastingM;
  private final double e;
  private final double e2;
  private final double scaledRadiusM;
  private final double[] alpha;
  private final double[] beta;

  /**
   * @param f flattening
   * @param scale k0 on the central meridian
   */
  TransverseMercator(double a, double f, double scale, double meridianDeg, double falseEastingM) {
    double n = f / (2 - f);
    this.meridianDeg = meridianDeg;
    this.falseEastingM = falseEastingM;
    this.e2 = f * (2 - f);
    this.e = Math.sqrt(e2);
    this.scaledRadiusM =
        scale * a / (1 + n) * (1 + n * n / 4 + Math.pow(n, 4) / 64 + Math.pow(n, 6) / 256);
    this.alpha =
        new double[] {
          sum(n, 1. / 2, -2. / 3, 5. / 16, 41. / 180, -127. / 288, 7891. / 37800),
          sum(n, 0, 13. / 48, -3. / 5, 557. / 1440, 281. / 630, -1983433. / 1935360),
          sum(n, 0, 0, 61. / 240, -103. / 140, 15061. / 26880, 167603. / 181440),
          sum(n, 0, 0, 0, 49561. / 161280, -179. / 168, 6601661. / 7257600),
          sum(n, 0, 0, 0, 0, 34729. / 80640, -3418889. / 1995840),
          sum(n, 0, 0, 0, 0, 0, 212378941. / 319334400)
        };
    this.beta =
        new double[] {
          sum(n, 1. / 2, -2. / 3, 37. / 96, -1. / 360, -81. / 512, 96199. / 604800),
          sum(n, 0, 1. / 48, 1. / 15, -437. / 1440, 46. / 105, -1118711. / 3870720),
          sum(n, 0, 0, 17. / 480, -37. / 840, -209. / 4480, 5569. / 90720),
          sum(n, 0, 0, 0, 4397. / 161280, -11. / 504, -830251. / 7257600),
          sum(n, 0, 0, 0, 0, 4583. / 161280, -108847. / 3991680),
          sum(n, 0, 0, 0, 0, 0, 20648693. / 638668800)
        };
  }

  private static double sum(double n, double... coefficients) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = (sum + coefficients[i]) * n;
    }
    return sum;
  }

  @Override
  public Coordinate fromDegrees(double lon, double lat) {
    double lambda = Math.toRadians(Math.IEEEremainder(lon - meridianDeg, 360));
    double tau = conformal(Math.tan(Math.toRadians(lat)));
    double xi = Math.atan2(tau, Math.cos(lambda));
    double eta = WebMercator.asinh(Math.sin(lambda) / Math.hypot(tau, Math.cos(lambda)));
    double north = xi;
    double east = eta;
    for (int j = 1; j <= alpha.length; j++) {
      north += alpha[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      east += alpha[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    return new Coordinate(falseEastingM + scaledRadiusM * east, scaledRadiusM * north);
  }

  @Override
  public Coordinate toDegrees(double x, double y) {
    double xi = y / scaledRadiusM;
    double eta = (x - falseEastingM) / scaledRadiusM;
    double north = xi;
    double east = eta;
    for (int j = 1; j <= beta.length; j++) {
      north -= beta[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      east -= beta[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    double tau = geographic(Math.sin(north) / Math.hypot(Math.sinh(east), Math.cos(north)));
    double lambda = Math.atan2(Math.sinh(east), Math.cos(north));
    return new Coordinate(
        Math.IEEEremainder(meridianDeg + Math.toDegrees(lambda), 360),
        Math.toDegrees(Math.atan(tau)));
  }

  @Override
  public boolean holds(double x, double y) {
    return Math.abs(x - falseEastingM) <= FURTHEST_M && Math.abs(y) <= POLE_M;
  }

  /** Tangent of the conformal latitude, from that of the geographic one. */
  private double conformal(double tau) {
    double sec = Math.hypot(1, tau);
    double sigma = Math.sinh(e * atanh(e * tau / sec));
    return tau * Math.hypot(1, sigma) - sigma * sec;
  }

  /** The way back, by Newton's method: two steps reach the last digit, three are made. */
  private double geographic(double conformal) {
    double tau = conformal;
    for (int step = 0; step < 3; step++) {
      double reached = conformal(tau);
      tau +=
          (conformal - reached)
              / Math.hypot(1, reached)
              * (1 + (1 - e2) * tau * tau)
              / ((1 - e2) * Math.hypot(1, tau));
    }
    return tau;
  }

  private static double atanh(double v) {
    return 0.5 * Math.log1p(2 * v / (1 - v));
  }
}
