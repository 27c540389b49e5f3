package org.wanglou.gis.terrain;

import java.util.OptionalDouble;

/** Counts heights and keeps the lowest and the highest. */
final class HeightFigures {
  private final long posts;
  private long known;
  private float lowest = Float.POSITIVE_INFINITY;
  private float highest = Float.NEGATIVE_INFINITY;

  HeightFigures(long posts) {
    this.posts = posts;
  }

  /** Takes in a square; whether there is any height in it. */
  boolean add(float[] heights) {
    long before = known;
    for (float height : heights) {
      if (!Float.isNaN(height)) {
        known++;
        lowest = Math.min(lowest, height);
        highest = Math.max(highest, height);
      }
    }
    return known > before;
  }

  long voids() {
    return posts - known;
  }

  OptionalDouble lowestM() {
    return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(lowest);
  }

  OptionalDouble highestM() {
    return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(highest);
  }
}
