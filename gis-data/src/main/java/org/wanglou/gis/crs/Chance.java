package org.wanglou.gis.crs;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * How well points fit where a supposition does not put them: as far away in other directions, which
 * is the measure of chance, and some hundred metres beside, where they must fit less well too.
 *
 * @param spread standard deviation, never so small that a difference of one point in a hundred
 *     counted
 * @param best of all places tried
 */
record Chance(double mean, double spread, double best) {
  private static final double LEAST_SPREAD = 0.01;
  private static final double[] TIMES_AS_FAR = {0.75, 1.25};
  private static final double[] BESIDE_M = {150, 250};
  private static final int DIRECTIONS = 12;

  /** Nearer to the supposed or the given places true points would fit, which is not chance. */
  private static final double APART_M = 100;

  private static final double APART = 0.45;
  private static final double DEGREE_M = 111_200;

  /**
   * @param supposed where the points of the fit are if the supposition is right
   * @param given how far and where to the given places are from there
   */
  static Chance around(Fit fit, List<Coordinate> supposed, MeanShift given) {
    double east = given.lengthM() * Math.sin(Math.toRadians(given.bearingDeg()));
    double north = given.lengthM() * Math.cos(Math.toRadians(given.bearingDeg()));
    var far = new ArrayList<Double>();
    double best = 0;
    for (int i = 0; i < DIRECTIONS; i++) {
      double sin = Math.sin(2 * Math.PI * i / DIRECTIONS);
      double cos = Math.cos(2 * Math.PI * i / DIRECTIONS);
      for (double times : TIMES_AS_FAR) {
        double x = east + times * given.lengthM() * sin;
        double y = north + times * given.lengthM() * cos;
        if (Math.hypot(x, y) > Math.max(APART_M, APART * given.lengthM())) {
          far.add(fit.mean(moved(supposed, x, y)));
        }
      }
      for (double aside : BESIDE_M) {
        if (Math.hypot(aside * sin - east, aside * cos - north) > APART_M) {
          best = Math.max(best, fit.mean(moved(supposed, aside * sin, aside * cos)));
        }
      }
    }
    return of(far, best);
  }

  private static List<Coordinate> moved(List<Coordinate> points, double eastM, double northM) {
    double dx = eastM / DEGREE_M / Math.cos(Math.toRadians(points.get(0).y));
    double dy = northM / DEGREE_M;
    return points.stream().map(it -> new Coordinate(it.x + dx, it.y + dy)).toList();
  }

  private static Chance of(List<Double> far, double bestBeside) {
    double mean = far.stream().mapToDouble(it -> it).average().orElseThrow();
    double best = far.stream().mapToDouble(it -> it).max().orElseThrow();
    double squares = far.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
    double spread = Math.sqrt(squares / (far.size() - 1));
    return new Chance(mean, Math.max(LEAST_SPREAD, spread), Math.max(best, bestBeside));
  }

  double above(double score) {
    return (score - mean) / spread;
  }
}
