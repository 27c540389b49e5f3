package org.wanglou.gis.road;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.wanglou.gis.dataset.Dataset.TurnRestriction;

/**
 * Turns the restrictions that bind a profile into forbidden sequences of arcs.
 *
 * <p>A compulsory sequence binds who has driven its first edge and all edges in between: every
 * other way on, turning round included, is forbidden then. Who leaves it earlier is free. Where the
 * compulsory last edge cannot be driven by the profile at all, the restriction is dropped, for it
 * would lead nowhere.
 */
final class ForbiddenTurns {
  private final EdgeTable edges;
  private final Profile profile;
  private final NodeArcs arcs;
  private final List<int[]> sequences = new ArrayList<>();

  private ForbiddenTurns(EdgeTable edges, Profile profile, NodeArcs arcs) {
    this.edges = edges;
    this.profile = profile;
    this.arcs = arcs;
  }

  static List<int[]> of(
      List<TurnRestriction> restrictions, EdgeTable edges, Profile profile, NodeArcs arcs) {
    var turns = new ForbiddenTurns(edges, profile, arcs);
    restrictions.stream()
        .filter(restriction -> profile.isBoundBy(restriction.exempt()))
        .forEach(turns::add);
    return turns.sequences;
  }

  private void add(TurnRestriction restriction) {
    var begin = new ArrayList<Integer>();
    begin.add(restriction.fromEdge());
    begin.addAll(restriction.viaEdges());
    chains(
        begin,
        restriction,
        begun -> {
          int node = edges.head(begun[begun.length - 1]);
          var there = IntStream.range(arcs.begin(node), arcs.end(node)).map(arcs::arc).toArray();
          boolean reachesTo =
              IntStream.of(there).anyMatch(arc -> EdgeTable.edge(arc) == restriction.toEdge());
          for (int arc : there) {
            boolean isTo = EdgeTable.edge(arc) == restriction.toEdge();
            if (reachesTo && isTo != restriction.onlyThis()) {
              var sequence = java.util.Arrays.copyOf(begun, begun.length + 1);
              sequence[begun.length] = arc;
              sequences.add(sequence);
            }
          }
        });
  }

  /**
   * Each way to drive the edges one after the other; mostly one, more where edges are parallel or
   * loops.
   */
  private void chains(List<Integer> along, TurnRestriction restriction, Consumer<int[]> each) {
    extend(new int[0], along, restriction, each);
  }

  private void extend(
      int[] driven, List<Integer> along, TurnRestriction restriction, Consumer<int[]> each) {
    if (driven.length == along.size()) {
      each.accept(driven);
      return;
    }
    for (int direction = 0; direction < 2; direction++) {
      int arc = 2 * along.get(driven.length) + direction;
      boolean follows =
          driven.length == 0 || edges.head(driven[driven.length - 1]) == edges.tail(arc);
      boolean atVia = restriction.viaNode().map(node -> edges.head(arc) == (int) node).orElse(true);
      if (edges.usableArc(arc, profile) && follows && atVia) {
        var longer = java.util.Arrays.copyOf(driven, driven.length + 1);
        longer[driven.length] = arc;
        extend(longer, along, restriction, each);
      }
    }
  }
}
