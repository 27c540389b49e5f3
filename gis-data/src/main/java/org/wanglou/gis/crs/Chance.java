package org.wanglou.gis.crs;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * How well points fit when they are moved about as far as a supposition would move them, but
 * elsewhere.
 *
 * @param spread standard deviation, never so small that a difference of one point in a hundred
 *     counted
 */
record Chance(double mean, double spread, double best) {
  private static final double[] LENGTHS = {0.75, 1.25};
  private static final int DIRECTIONS = 12;

  /** Neighbours of the supposed and of the given place fit better than by chance. */
  private static final double APART = 0.45;

  static final double LEAST_SPREAD = 0.01;

  /**
   * @param shift from the supposed to the given places
   */
  static Chance around(Fit fit, MeanShift shift) {
    var scores = new ArrayList<Double>();
    double squeeze = Math.cos(Math.toRadians(fit.points().get(0).y));
    double east = shift.eastDeg() * squeeze;
    double length = Math.hypot(east, shift.northDeg());
    for (double times : LENGTHS) {
      for (int i = 0; i < DIRECTIONS; i++) {
        double angle = 2 * Math.PI * i / DIRECTIONS;
        double dx = times * length * Math.sin(angle);
        double dy = times * length * Math.cos(angle);
        if (Math.hypot(dx + east, dy + shift.northDeg()) > APART * length) {
          scores.add(fit.of(moved(fit.points(), dx / squeeze, dy)));
        }
      }
    }
    return of(scores);
  }

  private static List<Coordinate> moved(List<Coordinate> points, double dx, double dy) {
    return points.stream().map(it -> new Coordinate(it.x + dx, it.y + dy)).toList();
  }

  private static Chance of(List<Double> scores) {
    double mean = scores.stream().mapToDouble(it -> it).average().orElseThrow();
    double best = scores.stream().mapToDouble(it -> it).max().orElseThrow();
    double squares = scores.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
    return new Chance(mean, Math.max(LEAST_SPREAD, Math.sqrt(squares / (scores.size() - 1))), best);
  }

  double above(double score) {
    return (score - mean) / spread;
  }
}
