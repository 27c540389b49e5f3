package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Smooth lines through or along corners; ends stay where they are. */
final class Curves {
  private Curves() {}

  static Coordinate[] simplified(Coordinate[] line, double toleranceM) {
    return DouglasPeuckerSimplifier.simplify(
            XiOutline.GEOMETRIES.createLineString(line), toleranceM)
        .getCoordinates();
  }

  /** Cuts the corners (Chaikin 1974), doubling the vertices each round. */
  static Coordinate[] smooth(Coordinate[] line, int rounds) {
    var now = line;
    for (int round = 0; round < rounds; round++) {
      var next = new ArrayList<Coordinate>(2 * now.length);
      next.add(now[0]);
      for (int i = 1; i < now.length; i++) {
        if (i > 1) {
          next.add(between(now[i - 1], now[i], 0.25));
        }
        if (i < now.length - 1) {
          next.add(between(now[i - 1], now[i], 0.75));
        }
      }
      next.add(now[now.length - 1]);
      now = next.toArray(Coordinate[]::new);
    }
    return now;
  }

  /** Closed ring made smooth; first and last vertex are the same before and after. */
  static Coordinate[] smoothRing(Coordinate[] ring, int rounds) {
    var now = ring;
    for (int round = 0; round < rounds; round++) {
      var next = new ArrayList<Coordinate>(2 * now.length);
      for (int i = 1; i < now.length; i++) {
        next.add(between(now[i - 1], now[i], 0.25));
        next.add(between(now[i - 1], now[i], 0.75));
      }
      next.add(next.get(0));
      now = next.toArray(Coordinate[]::new);
    }
    return now;
  }

  /**
   * The stretch between two of the places on a curve through all of them (Catmull and Rom 1974),
   * with a vertex every some 20 m.
   */
  static Coordinate[] through(List<Coordinate> places, int from, int to) {
    var curve = new ArrayList<Coordinate>();
    curve.add(places.get(from));
    for (int i = from + 1; i <= to; i++) {
      var a = places.get(i - 1);
      var b = places.get(i);
      var before = i > 1 ? places.get(i - 2) : a;
      var after = i + 1 < places.size() ? places.get(i + 1) : b;
      int steps = Math.max(1, (int) (a.distance(b) / 20));
      for (int k = 1; k < steps; k++) {
        double t = (double) k / steps;
        curve.add(
            new Coordinate(
                cubic(before.x, a.x, b.x, after.x, t), cubic(before.y, a.y, b.y, after.y, t)));
      }
      curve.add(b);
    }
    return simplified(curve.toArray(Coordinate[]::new), 1.2);
  }

  private static double cubic(double p, double a, double b, double n, double t) {
    return a + 0.5 * t * (b - p + t * (2 * p - 5 * a + 4 * b - n + t * (3 * (a - b) + n - p)));
  }

  static Coordinate between(Coordinate a, Coordinate b, double share) {
    return new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
  }
}
