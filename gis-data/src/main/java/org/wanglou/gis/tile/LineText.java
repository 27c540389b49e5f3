package org.wanglou.gis.tile;

import java.util.ArrayList;
import java.util.List;

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

  /** The glyphs centred at a distance from the start, upright, none where it bends too much. */
  List<Label.Glyph> run(double centre, double[] advances, double width) {
    if (centre - width / 2 < 0 || centre + width / 2 > length()) {
      return List.of();
    }
    var left = at(centre - width / 2);
    var right = at(centre + width / 2);
    boolean forward = left[0] <= right[0];
    var glyphs = new ArrayList<Label.Glyph>(advances.length);
    double done = 0;
    double leastTurn = 0;
    double mostTurn = 0;
    for (var advance : advances) {
      var from = forward ? centre - width / 2 + done : centre + width / 2 - done;
      var a = at(from);
      var b = at(forward ? from + advance : from - advance);
      var angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
      if (!glyphs.isEmpty()) {
        var last = glyphs.get(glyphs.size() - 1);
        if (Math.abs(turn(last.angle(), angle)) > MAX_BEND_BETWEEN_GLYPHS) {
          return List.of();
        }
        leastTurn = Math.min(leastTurn, turn(glyphs.get(0).angle(), angle));
        mostTurn = Math.max(mostTurn, turn(glyphs.get(0).angle(), angle));
      }
      glyphs.add(new Label.Glyph((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, angle));
      done += advance;
    }
    return mostTurn - leastTurn > MAX_BEND_IN_ALL ? List.of() : glyphs;
  }

  private static double turn(double from, double to) {
    return Math.IEEEremainder(to - from, 2 * Math.PI);
  }
}
