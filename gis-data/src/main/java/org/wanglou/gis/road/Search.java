package org.wanglou.gis.road;

import java.util.Arrays;

/**
 * Dijkstra's algorithm that can be stopped and reused. It settles vertices one by one by time from
 * the seeds; places to be found hang on vertices as targets and are settled in the same order, as
 * if they were vertices behind the last one.
 *
 * <p>One thread at a time. Nothing is cleared between searches: an entry counts only if it bears
 * the search's stamp. 28 B a vertex; a search takes O(m log m) for the m arcs it touches.
 */
final class Search {
  /** The heap's low bits; the other 40 hold 3 years of ticks. */
  static final int VERTEX_BITS = 24;

  static final int NONE = -1;
  private static final int VERTEX_MASK = (1 << VERTEX_BITS) - 1;

  private final LongHeap heap = new LongHeap(1024);
  private long[] ticks = {};
  private int[] parent = {};
  private int[] parentArc = {};
  private int[] stamp = {};
  private int[] firstLink = {};
  private int[] linkStamp = {};
  private int now;

  private int[] linkTarget = new int[64];
  private int[] linkTicks = new int[64];
  private int[] linkArc = new int[64];
  private int[] nextLink = new int[64];
  private int links;

  private Arcs arcs;
  private ClosureMask closed;

  /** Forgets the last search. {@code targets} places can be attached. */
  void begin(Arcs onArcs, ClosureMask without, int targets) {
    arcs = onArcs;
    closed = without;
    heap.clear();
    links = 0;
    int room = arcs.vertices() + targets;
    if (room > VERTEX_MASK) {
      throw new IllegalStateException(room + " vertices and targets are too many for one search");
    }
    if (room > ticks.length) {
      ticks = new long[room];
      parent = new int[room];
      parentArc = new int[room];
      stamp = new int[room];
      firstLink = new int[room];
      linkStamp = new int[room];
      now = 0;
    }
    if (++now == 0) { // after 4 billion searches old stamps could look new
      Arrays.fill(stamp, 0);
      Arrays.fill(linkStamp, 0);
      now = 1;
    }
  }

  /** Number of a target among the vertices. */
  int target(int index) {
    return arcs.vertices() + index;
  }

  void seed(int vertex, long atTicks, int arc) {
    reach(vertex, atTicks, NONE, arc);
  }

  /** The target can be come to from the vertex over part of an arc. */
  void attach(int vertex, int target, int inTicks, int arc) {
    if (links == linkTarget.length) {
      linkTarget = Arrays.copyOf(linkTarget, 2 * links);
      linkTicks = Arrays.copyOf(linkTicks, 2 * links);
      linkArc = Arrays.copyOf(linkArc, 2 * links);
      nextLink = Arrays.copyOf(nextLink, 2 * links);
    }
    linkTarget[links] = target;
    linkTicks[links] = inTicks;
    linkArc[links] = arc;
    nextLink[links] = linkStamp[vertex] == now ? firstLink[vertex] : NONE;
    firstLink[vertex] = links++;
    linkStamp[vertex] = now;
  }

  /** Settles the next vertex or target and returns it, or NONE when all that can be is settled. */
  int next() {
    while (!heap.isEmpty()) {
      long item = heap.pop();
      int v = (int) item & VERTEX_MASK;
      if (item >>> VERTEX_BITS == ticks[v]) { // else a faster way to it was found meanwhile
        relax(v);
        return v;
      }
    }
    return NONE;
  }

  private void relax(int v) {
    if (v >= arcs.vertices()) {
      return;
    }
    for (int slot = arcs.first()[v], end = arcs.first()[v + 1]; slot < end; slot++) {
      int arc = arcs.arc()[slot];
      if (!closed.closed(EdgeTable.edge(arc))) {
        reach(arcs.other()[slot], ticks[v] + arcs.ticks()[slot], v, arc);
      }
    }
    if (linkStamp[v] == now) {
      for (int link = firstLink[v]; link != NONE; link = nextLink[link]) {
        reach(target(linkTarget[link]), ticks[v] + linkTicks[link], v, linkArc[link]);
      }
    }
  }

  private void reach(int vertex, long atTicks, int from, int arc) {
    if (stamp[vertex] != now || atTicks < ticks[vertex]) {
      stamp[vertex] = now;
      ticks[vertex] = atTicks;
      parent[vertex] = from;
      parentArc[vertex] = arc;
      heap.push(atTicks << VERTEX_BITS | vertex);
    }
  }

  /** Whether a way to it is known; once the search is exhausted, whether there is one. */
  boolean reached(int vertex) {
    return stamp[vertex] == now;
  }

  /** Time from the seeds; final once settled. */
  long ticks(int vertex) {
    return ticks[vertex];
  }

  /** The arcs from a settled vertex back to its seed. */
  int[] arcsBack(int vertex) {
    int count = 0;
    for (int v = vertex; v != NONE; v = parent[v]) {
      count += parentArc[v] == Links.NO_ARC ? 0 : 1;
    }
    var back = new int[count];
    int at = 0;
    for (int v = vertex; v != NONE; v = parent[v]) {
      if (parentArc[v] != Links.NO_ARC) {
        back[at++] = parentArc[v];
      }
    }
    return back;
  }
}
