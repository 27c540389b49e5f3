package org.wanglou.gis.road;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wanglou.gis.dataset.Dataset.TurnRestriction;

/**
 * The network as one profile drives it. A vertex is a junction together with what the turn
 * restrictions remember of the way there: vertex n is node n without memory, and every state of the
 * {@link TurnAutomaton} adds one vertex at the node where its last arc ends. So a plain search on
 * vertices honours every restriction, also those over several via ways, and pays only where
 * restrictions are.
 *
 * <p>Turning round at a node costs nothing and is allowed unless a restriction forbids it; turning
 * round in the middle of an edge is not possible, but a vehicle may set out in either direction.
 *
 * <p>24 B a directed arc and 9 B a vertex.
 */
final class ProfileGraph {
  private static final int VERTEX_LIMIT = 1 << Search.VERTEX_BITS;

  private final EdgeTable edges;
  private final Profile profile;
  private final TurnAutomaton turns;
  private final Map<Integer, int[]> statesAtNode = new HashMap<>();
  private final Arcs out;
  private final Arcs in;
  private final MainNetwork main;

  ProfileGraph(EdgeTable edges, List<TurnRestriction> restrictions, Profile profile) {
    this.edges = edges;
    this.profile = profile;
    var nodeArcs = new NodeArcs(edges, profile);
    turns = new TurnAutomaton(ForbiddenTurns.of(restrictions, edges, profile, nodeArcs));
    if (vertices() >= VERTEX_LIMIT / 2) {
      throw new IllegalStateException("a road graph has at most 8 million junctions");
    }
    groupStates();
    out = arcs(nodeArcs);
    in = out.reversed();
    main = new MainNetwork(out, in);
  }

  private void groupStates() {
    var grouped = new HashMap<Integer, List<Integer>>();
    for (int state = 1; state < turns.states(); state++) {
      if (turns.isReachable(state)) {
        int node = edges.head(turns.lastArc(state));
        grouped.computeIfAbsent(node, n -> new ArrayList<>()).add(state);
      }
    }
    grouped.forEach(
        (node, states) ->
            statesAtNode.put(
                node,
                IntStream.concat(
                        IntStream.of(TurnAutomaton.START),
                        states.stream().mapToInt(Integer::intValue))
                    .toArray()));
  }

  private Arcs arcs(NodeArcs nodeArcs) {
    var first = new int[vertices() + 1];
    int room = 0;
    for (int v = 0; v < vertices(); v++) {
      room += nodeArcs.end(node(v)) - nodeArcs.begin(node(v));
    }
    var arcs = new Arcs(first, new int[room], new int[room], new int[room]);
    int at = 0;
    for (int v = 0; v < vertices(); v++) {
      first[v] = at;
      int state = state(v);
      for (int slot = nodeArcs.begin(node(v)); slot < nodeArcs.end(node(v)); slot++) {
        int arc = nodeArcs.arc(slot);
        int next = turns.step(state, arc);
        if (turns.isReachable(state) && next != TurnAutomaton.FORBIDDEN) {
          arcs.other()[at] = vertex(next, edges.head(arc));
          arcs.ticks()[at] = edges.ticks(EdgeTable.edge(arc), profile);
          arcs.arc()[at++] = arc;
        }
      }
    }
    first[vertices()] = at;
    return arcs;
  }

  private int vertices() {
    return edges.nodeCount() + turns.states() - 1;
  }

  private int vertex(int state, int node) {
    return state == TurnAutomaton.START ? node : edges.nodeCount() + state - 1;
  }

  private int state(int vertex) {
    return vertex < edges.nodeCount() ? TurnAutomaton.START : vertex - edges.nodeCount() + 1;
  }

  private int node(int vertex) {
    return vertex < edges.nodeCount() ? vertex : edges.head(turns.lastArc(state(vertex)));
  }

  /** Arcs by the vertex they leave, or by the one they lead to. */
  Arcs arcs(boolean outgoing) {
    return outgoing ? out : in;
  }

  MainNetwork main() {
    return main;
  }

  boolean usable(int edge) {
    return edges.usable(edge, profile);
  }

  /** How a vehicle comes from a place on an edge to the vertices at its ends, or the other way. */
  Links links(int edge, double share, boolean outgoing) {
    var links = new Links.Builder();
    for (int arc = 2 * edge; arc <= 2 * edge + 1; arc++) {
      if (!edges.usableArc(arc, profile)) {
        continue;
      }
      double done = EdgeTable.against(arc) ? 1 - share : share;
      if (outgoing) {
        int vertex = vertex(turns.step(TurnAutomaton.START, arc), edges.head(arc));
        links.add(vertex, ticks(edge, 1 - done), arc);
      } else {
        for (int state : states(edges.tail(arc))) {
          if (turns.step(state, arc) != TurnAutomaton.FORBIDDEN) {
            links.add(vertex(state, edges.tail(arc)), ticks(edge, done), arc);
          }
        }
      }
    }
    return links.build();
  }

  /** Links of a place that is a junction: it begins without memory and ends with any. */
  Links links(int node, boolean outgoing) {
    var links = new Links.Builder();
    for (int state : outgoing ? new int[] {TurnAutomaton.START} : states(node)) {
      links.add(vertex(state, node), 0, Links.NO_ARC);
    }
    return links.build();
  }

  private int[] states(int node) {
    return statesAtNode.getOrDefault(node, new int[] {TurnAutomaton.START});
  }

  /** Time from one place to another further along the same edge, or -1 if it is not driven so. */
  int ticksAlong(int arc, double from, double to) {
    double run = EdgeTable.against(arc) ? from - to : to - from;
    return run >= 0 && edges.usableArc(arc, profile) ? ticks(EdgeTable.edge(arc), run) : -1;
  }

  private int ticks(int edge, double share) {
    return (int) Math.round(share * edges.ticks(edge, profile));
  }

  /** The node at the beginning or the end of an edge. */
  int nodeAt(int edge, boolean end) {
    return end ? edges.head(2 * edge) : edges.tail(2 * edge);
  }

  double lengthM(int edge) {
    return edges.lengthM(edge);
  }
}
