package org.wanglou.gis.road;

/** The arcs that a profile may drive, grouped by the node they leave. */
final class NodeArcs {
  private final int[] first;
  private final int[] arc;

  NodeArcs(EdgeTable edges, Profile profile) {
    first = new int[edges.nodeCount() + 1];
    int arcs = 2 * edges.count();
    for (int a = 0; a < arcs; a++) {
      if (edges.usableArc(a, profile)) {
        first[edges.tail(a) + 1]++;
      }
    }
    for (int node = 0; node < edges.nodeCount(); node++) {
      first[node + 1] += first[node];
    }
    arc = new int[first[edges.nodeCount()]];
    var next = first.clone();
    for (int a = 0; a < arcs; a++) {
      if (edges.usableArc(a, profile)) {
        arc[next[edges.tail(a)]++] = a;
      }
    }
  }

  int begin(int node) {
    return first[node];
  }

  int end(int node) {
    return first[node + 1];
  }

  int arc(int slot) {
    return arc[slot];
  }
}
