package org.wanglou.gis.terrain;

import java.util.stream.IntStream;
import org.wanglou.gis.terrain.SightLine.Sight;

/** What is known of each post of a window within a radius; one byte a post. */
final class Sights {
  private static final Sight[] KINDS = Sight.values();
  private static final byte BEYOND = -1;

  private final SightWindow window;
  private final byte[] kinds;

  private Sights(SightWindow window) {
    this.window = window;
    this.kinds = new byte[window.width() * window.height()];
  }

  /** Looks at every post within the radius, with all processors. */
  static Sights of(SightWindow window, SightLine line, double radiusM) {
    var sights = new Sights(window);
    IntStream.range(0, window.height()).parallel().forEach(row -> sights.look(row, line, radiusM));
    return sights;
  }

  private void look(int row, SightLine line, double radiusM) {
    for (int column = 0; column < window.width(); column++) {
      kinds[row * window.width() + column] =
          window.distanceM(column, row) <= radiusM ? (byte) line.of(column, row).ordinal() : BEYOND;
    }
  }

  /** Null beyond the radius. */
  Sight at(int column, int row) {
    byte kind = kinds[row * window.width() + column];
    return kind == BEYOND ? null : KINDS[kind];
  }

  boolean is(int column, int row, Sight sight) {
    return kinds[row * window.width() + column] == sight.ordinal();
  }

  /** Of the posts within the radius. */
  double share(Sight sight) {
    long all = 0;
    long such = 0;
    for (byte kind : kinds) {
      all += kind == BEYOND ? 0 : 1;
      such += kind == sight.ordinal() ? 1 : 0;
    }
    return (double) such / all;
  }
}
