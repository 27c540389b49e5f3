package org.wanglou.gis.road;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * How a place hangs on the graph: the vertices that a vehicle comes to from it (or from which it
 * comes to it), the time, and the arc it drives in part.
 */
@SuppressWarnings("ArrayRecordComponent") // two or three entries, never compared
record Links(int[] vertex, int[] ticks, int[] arc) {
  /** For a place that is itself a junction. */
  static final int NO_ARC = -1;

  int count() {
    return vertex.length;
  }

  boolean all(IntPredicate condition) {
    return Arrays.stream(vertex).allMatch(condition);
  }

  boolean any(IntPredicate condition) {
    return Arrays.stream(vertex).anyMatch(condition);
  }

  static final class Builder {
    private int[] vertex = new int[4];
    private int[] ticks = new int[4];
    private int[] arc = new int[4];
    private int count;

    void add(int toVertex, int inTicks, int overArc) {
      if (count == vertex.length) {
        vertex = Arrays.copyOf(vertex, 2 * count);
        ticks = Arrays.copyOf(ticks, 2 * count);
        arc = Arrays.copyOf(arc, 2 * count);
      }
      vertex[count] = toVertex;
      ticks[count] = inTicks;
      arc[count++] = overArc;
    }

    Links build() {
      return new Links(
          Arrays.copyOf(vertex, count), Arrays.copyOf(ticks, count), Arrays.copyOf(arc, count));
    }
  }
}
