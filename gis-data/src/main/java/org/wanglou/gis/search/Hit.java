package org.wanglou.gis.search;

import java.util.Comparator;
import org.locationtech.jts.geom.Coordinate;

/**
 * An entry and how it was found.
 *
 * @param matched {@code name}, {@code pinyin}, {@code initials} or {@code code}
 */
public record Hit(Entry entry, String matched, int weight, double distance) {
  static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingInt(Hit::weight)
          .thenComparingInt(it -> it.entry().rank())
          .thenComparingDouble(Hit::distance)
          .thenComparingInt(it -> it.entry().name().length())
          .thenComparing(it -> it.entry().name())
          .thenComparing(it -> it.entry().id().map(Object::toString).orElse(""));

  private static final double SAME_PLACE_DEG = 0.01;

  /** Whether both name one thing, as a village of a layer and of the base map do. */
  boolean sameThing(Hit other) {
    return entry.name().equals(other.entry.name())
        && entry.kind() != other.entry.kind()
        && Math.abs(entry.lon() - other.entry.lon()) < SAME_PLACE_DEG
        && Math.abs(entry.lat() - other.entry.lat()) < SAME_PLACE_DEG;
  }

  static double distance(Entry entry, Coordinate near) {
    double squeeze = Math.cos(Math.toRadians(near.y));
    return Math.hypot((entry.lon() - near.x) * squeeze, entry.lat() - near.y);
  }
}
