package org.wanglou.gis.road;

import java.util.BitSet;

/**
 * The main network of a profile: the largest set of vertices that all reach one another (Tarjan's
 * algorithm, without recursion), and beside it who can reach it and who can be reached from it. The
 * rest is islets: yards behind a private gate, stretches that a mapper forgot to join. Closures do
 * not count here. O(vertices + arcs), 2 bit a vertex kept.
 */
final class MainNetwork {
  private final BitSet reaches;
  private final BitSet reachable;

  MainNetwork(Arcs out, Arcs in) {
    var core = new LargestComponent(out).vertices();
    reaches = flood(core, in);
    reachable = flood(core, out);
  }

  /** Whether a place that is left (or driven to) over these links is connected in that sense. */
  boolean connects(Links links, boolean outgoing) {
    return links.any(outgoing ? reaches::get : reachable::get);
  }

  /** Whether everything that leads over these links is connected in that sense. */
  boolean connectsAll(Links links, boolean outgoing) {
    return links.all(outgoing ? reaches::get : reachable::get);
  }

  private static BitSet flood(BitSet from, Arcs arcs) {
    var wet = (BitSet) from.clone();
    var front = from.stream().toArray();
    var stack = new int[Math.max(1, arcs.vertices())];
    System.arraycopy(front, 0, stack, 0, front.length);
    int top = front.length;
    while (top > 0) {
      int v = stack[--top];
      for (int slot = arcs.first()[v]; slot < arcs.first()[v + 1]; slot++) {
        int next = arcs.other()[slot];
        if (!wet.get(next)) {
          wet.set(next);
          stack[top++] = next;
        }
      }
    }
    return wet;
  }
}
