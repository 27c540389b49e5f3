package org.wanglou.gis.road;

/**
 * One direction of a graph in compressed rows: the arcs at vertex v stand in the slots {@code
 * first[v]} to {@code first[v + 1] - 1}. 12 B an arc and 4 B a vertex.
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
record Arcs(int[] first, int[] other, int[] ticks, int[] arc) {
  int vertices() {
    return first.length - 1;
  }

  int count() {
    return first[vertices()];
  }

  /** The same arcs at their other end. */
  Arcs reversed() {
    var begin = new int[first.length];
    for (int slot = 0; slot < count(); slot++) {
      begin[other[slot] + 1]++;
    }
    for (int v = 0; v < vertices(); v++) {
      begin[v + 1] += begin[v];
    }
    var next = begin.clone();
    var reversed = new Arcs(begin, new int[count()], new int[count()], new int[count()]);
    for (int v = 0; v < vertices(); v++) {
      for (int slot = first[v]; slot < first[v + 1]; slot++) {
        int at = next[other[slot]]++;
        reversed.other[at] = v;
        reversed.ticks[at] = ticks[slot];
        reversed.arc[at] = arc[slot];
      }
    }
    return reversed;
  }
}
