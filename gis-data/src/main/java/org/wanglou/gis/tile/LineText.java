package org.wanglou.gis.tile;

import java.util.Optional;

/**
 * Puts glyphs along a line: each one stands on the line's chord under it. A stretch that bends too
 * sharply for reading is refused.
 */
final class LineText {
  private static final double MAX_BEND_BETWEEN_GLYPHS = Math.toRadians(28);
  private static final double MAX_BEND_IN_ALL = Math.toRadians(75);

  private final double[] xs;
  private final double[] ys;
  private final double[] distance;

  /** From plane coordinates to pixels of the zoom. */
  LineText(int[] vertices, int zoom) {
    var factor = PixelWindow.pixelsPerUnit(zoom);
    xs = new double[vertices.length / 2];
    ys = new double[xs.length];
    distance = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = vertices[2 * i] * factor;
      ys[i] = vertices[2 * i + 1] * factor;
      distance[i] = i == 0 ? 0 : distance[i - 1] + Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
    }
  }

  double length() {
    return distance[distance.length - 1];
  }

  double[] at(double along) {
    int low = 0;
    int high = distance.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (distance[middle] <= along) {
        low = middle;
      } else {
        high = middle;
      }
    }
    var span = distance[high] - distance[low];
    var share = span == 0 ? 0 : (along - distance[low]) / span;
    return new double[] {
      xs[low] + share * (xs[high] - xs[low]), ys[low] + share * (ys[high] - ys[low])
    };
  }

  /** The glyphs centred at a distance from the start, upright, or empty where it bends too much. */
  Optional<Label.GlyphRun> run(double centre, double[] advances, double width) {
    if (centre - width / 2 < 0 || centre + width / 2 > length()) {
      return Optional.empty();
    }
    var left = at(centre - width / 2);
    var right = at(centre + width / 2);
    boolean forward = left[0] <= right[0];
    var x = new double[advances.length];
    var y = new double[advances.length];
    var angle = new double[advances.length];
    double done = 0;
    double leastTurn = 0;
    double mostTurn = 0;
    for (int i = 0; i < advances.length; i++) {
      var from = forward ? centre - width / 2 + done : centre + width / 2 - done;
      var to = forward ? from + advances[i] : from - advances[i];
      var a = at(from);
      var b = at(to);
      x[i] = (a[0] + b[0]) / 2;
      y[i] = (a[1] + b[1]) / 2;
      angle[i] = Math.atan2(b[1] - a[1], b[0] - a[0]);
      done += advances[i];
      if (i > 0 && Math.abs(turn(angle[i - 1], angle[i])) > MAX_BEND_BETWEEN_GLYPHS) {
        return Optional.empty();
      }
      leastTurn = Math.min(leastTurn, turn(angle[0], angle[i]));
      mostTurn = Math.max(mostTurn, turn(angle[0], angle[i]));
    }
    return mostTurn - leastTurn > MAX_BEND_IN_ALL
        ? Optional.empty()
        : Optional.of(new Label.GlyphRun(x, y, angle));
  }

  private static double turn(double from, double to) {
    return Math.IEEEremainder(to - from, 2 * Math.PI);
  }
}
