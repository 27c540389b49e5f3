package org.wanglou.gis.road;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows from the arcs driven so far which arc may not come next: the automaton of Aho and Corasick
 * over the forbidden sequences of arcs. State 0 means that no forbidden sequence has begun; any
 * other state is the longest end of the way driven that begins one. There is a state per arc of the
 * sequences, so a graph has about as many as it has restrictions.
 */
final class TurnAutomaton {
  static final int START = 0;
  static final int FORBIDDEN = -1;
  private static final int NO_ARC = -1;

  private final Map<Long, Integer> children = new HashMap<>();
  private final List<Integer> lastArc = new ArrayList<>(List.of(NO_ARC));
  private final List<Integer> parent = new ArrayList<>(List.of(START));
  private final List<Integer> depth = new ArrayList<>(List.of(0));
  private final List<Boolean> complete = new ArrayList<>(List.of(false));
  private int[] fallback = {START};

  /**
   * An automaton of sequences.
   *
   * @param forbidden sequences of at least two arcs, each beginning where the one before ends
   */
  TurnAutomaton(List<int[]> forbidden) {
    for (var sequence : forbidden) {
      int state = START;
      for (int arc : sequence) {
        state = childOrNew(state, arc);
      }
      complete.set(state, true);
    }
    linkFallbacks();
  }

  private int childOrNew(int state, int arc) {
    return children.computeIfAbsent(
        key(state, arc),
        key -> {
          lastArc.add(arc);
          parent.add(state);
          depth.add(depth.get(state) + 1);
          complete.add(false);
          return lastArc.size() - 1;
        });
  }

  private static long key(int state, int arc) {
    return (long) state << 32 | arc;
  }

  /** Shallow states first, because a fallback is always shallower. */
  private void linkFallbacks() {
    fallback = new int[lastArc.size()];
    var byDepth = new ArrayList<Integer>();
    for (int state = 1; state < fallback.length; state++) {
      byDepth.add(state);
    }
    byDepth.sort(java.util.Comparator.comparing(depth::get));
    for (int state : byDepth) {
      if (depth.get(state) > 1) {
        fallback[state] = follow(fallback[parent.get(state)], lastArc.get(state));
      }
      if (complete.get(fallback[state])) {
        complete.set(state, true);
      }
    }
  }

  private int follow(int state, int arc) {
    int from = state;
    while (true) {
      var child = children.get(key(from, arc));
      if (child != null) {
        return child;
      }
      if (from == START) {
        return START;
      }
      from = fallback[from];
    }
  }

  /** The state after one more arc, or {@link #FORBIDDEN}. */
  int step(int state, int arc) {
    int next = follow(state, arc);
    return complete.get(next) ? FORBIDDEN : next;
  }

  int states() {
    return lastArc.size();
  }

  /** The arc whose end a state other than START stands at. */
  int lastArc(int state) {
    return lastArc.get(state);
  }

  /** Whether a vehicle can be in this state; the ends of forbidden sequences are never reached. */
  boolean isReachable(int state) {
    return !complete.get(state);
  }
}
