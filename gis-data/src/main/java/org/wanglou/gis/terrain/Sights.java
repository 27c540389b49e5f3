package org.wanglou.gis.terrain;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.wanglou.gis.terrain.SightLine.Sight;

/** What is known of each post of a window within a radius; four bytes a post. */
final class Sights {
  private final SightWindow window;

  /** Null beyond the radius. */
  private final Sight[] kinds;

  private Sights(SightWindow window) {
    this.window = window;
    this.kinds = new Sight[window.width() * window.height()];
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
          window.distanceM(column, row) <= radiusM ? line.of(column, row) : null;
    }
  }

  boolean is(int column, int row, Sight sight) {
    return kinds[row * window.width() + column] == sight;
  }

  /** Of the posts within the radius. */
  double share(Sight sight) {
    long within = Arrays.stream(kinds).filter(Objects::nonNull).count();
    return (double) Arrays.stream(kinds).filter(kind -> kind == sight).count() / within;
  }
}
