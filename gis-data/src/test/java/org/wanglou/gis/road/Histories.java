package org.wanglou.gis.road;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.wanglou.gis.dataset.Dataset.RoadEdge;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;
import org.wanglou.gis.dataset.Dataset.TurnRestriction;

/**
 * The oracle: a slow search that shares no thought with the engine. It remembers the last three
 * edges of each way, reads the restrictions as they stand in the table whenever it goes on, and
 * counts in seconds. For restrictions of at most four edges.
 */
final class Histories {
  private static final int REMEMBERED = 3;

  /** An edge driven in one direction. */
  record Ride(int edge, boolean forward) {}

  /** Where a way may begin or end: in the middle of an edge, or at a node. */
  record Spot(int edge, double share, int node) {}

  private record State(List<Ride> last, int node) {}

  private record Step(State state, double seconds) {}

  private final RoadNetwork network;
  private final Profile profile;
  private final ClosureMask closed;
  private final ToDoubleFunction<RoadEdge> kmh;
  private final Map<Integer, Set<Integer>> edgesAtNode = new HashMap<>();
  private final Map<Integer, List<TurnRestriction>> rulesEndingOn = new HashMap<>();
  private final Set<Integer> worthRemembering = new HashSet<>();

  /**
   * An oracle for one profile.
   *
   * @param kmh its speed on an edge, 0 where it does not drive
   */
  Histories(
      RoadNetwork network, Profile profile, ClosureMask closed, ToDoubleFunction<RoadEdge> kmh) {
    this.network = network;
    this.profile = profile;
    this.closed = closed;
    this.kmh = kmh;
    for (int e = 0; e < network.edges().size(); e++) {
      edgesAtNode.computeIfAbsent(network.edges().get(e).fromNode(), n -> new TreeSet<>()).add(e);
      edgesAtNode.computeIfAbsent(network.edges().get(e).toNode(), n -> new TreeSet<>()).add(e);
    }
    for (var rule : network.restrictions()) {
      var begin = begin(rule);
      worthRemembering.addAll(begin);
      rulesEndingOn.computeIfAbsent(begin.get(begin.size() - 1), e -> new ArrayList<>()).add(rule);
    }
  }

  /** The edges that must have been driven for the rule to bind. */
  private static List<Integer> begin(TurnRestriction rule) {
    var edges = new ArrayList<>(List.of(rule.fromEdge()));
    edges.addAll(rule.viaEdges());
    return edges;
  }

  /** Seconds of the fastest way, empty if there is none. Its two ends may lie on closed edges. */
  OptionalDouble fastest(Spot start, Spot end) {
    var queue = new PriorityQueue<Step>(Comparator.comparingDouble(Step::seconds));
    var done = new HashMap<State, Double>();
    double best = direct(start, end);
    if (start.node >= 0) {
      queue.add(new Step(new State(List.of(), start.node), 0));
    } else {
      for (var ride : possible(start.edge)) {
        double rest = ride.forward ? 1 - start.share : start.share;
        queue.add(
            new Step(after(new State(List.of(), begin(ride)), ride), rest * seconds(start.edge)));
      }
    }
    while (!queue.isEmpty() && queue.peek().seconds < best) {
      var step = queue.poll();
      if (done.putIfAbsent(step.state, step.seconds) != null) {
        continue;
      }
      if (end.node >= 0 && step.state.node == end.node) {
        best = Math.min(best, step.seconds);
      }
      for (var ride : end.node < 0 ? possible(end.edge) : List.<Ride>of()) {
        if (begin(ride) == step.state.node && allowed(step.state.last, step.state.node, ride)) {
          double part = ride.forward ? end.share : 1 - end.share;
          best = Math.min(best, step.seconds + part * seconds(ride.edge));
        }
      }
      for (var ride : onward(step.state)) {
        queue.add(new Step(after(step.state, ride), step.seconds + seconds(ride.edge)));
      }
    }
    return Double.isInfinite(best) ? OptionalDouble.empty() : OptionalDouble.of(best);
  }

  private double direct(Spot start, Spot end) {
    if (start.node >= 0 || end.node >= 0 || start.edge != end.edge) {
      return Double.POSITIVE_INFINITY;
    }
    double run = end.share - start.share;
    return possible(start.edge).stream()
        .filter(ride -> ride.forward ? run >= 0 : run <= 0)
        .mapToDouble(ride -> Math.abs(run) * seconds(start.edge))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private List<Ride> onward(State state) {
    var onward = new ArrayList<Ride>();
    for (int e : edgesAtNode.getOrDefault(state.node, Set.of())) {
      for (var ride : rides(e)) {
        if (begin(ride) == state.node && allowed(state.last, state.node, ride)) {
          onward.add(ride);
        }
      }
    }
    return onward;
  }

  /** Whether the rides can be driven one after the other. */
  boolean drivable(List<Ride> way) {
    for (int i = 0; i < way.size(); i++) {
      var ride = way.get(i);
      boolean joined = i == 0 || end(way.get(i - 1)) == begin(ride);
      if (!joined
          || !(i == 0 || i == way.size() - 1 ? possible(ride.edge) : rides(ride.edge))
              .contains(ride)
          || (i > 0 && !allowed(way.subList(0, i), begin(ride), ride))) {
        return false;
      }
    }
    return true;
  }

  private boolean allowed(List<Ride> driven, int node, Ride next) {
    if (driven.isEmpty()) {
      return true;
    }
    return rulesEndingOn.getOrDefault(driven.get(driven.size() - 1).edge, List.of()).stream()
        .filter(this::binds)
        .filter(rule -> hasDriven(rule, driven, node))
        .allMatch(rule -> !leadsOn(rule, node) || (next.edge == rule.toEdge()) == rule.onlyThis());
  }

  private boolean binds(TurnRestriction rule) {
    boolean emergency = profile == Profile.FIRE_ENGINE || profile == Profile.AMBULANCE;
    return profile != Profile.FOOT && !(emergency && rule.exempt().contains("emergency"));
  }

  private static boolean hasDriven(TurnRestriction rule, List<Ride> driven, int node) {
    var edges = begin(rule);
    if (driven.size() < edges.size() || rule.viaNode().filter(via -> via != node).isPresent()) {
      return false;
    }
    return driven.subList(driven.size() - edges.size(), driven.size()).stream()
        .map(Ride::edge)
        .toList()
        .equals(edges);
  }

  private boolean leadsOn(TurnRestriction rule, int node) {
    return possible(rule.toEdge()).stream().anyMatch(ride -> begin(ride) == node);
  }

  private List<Ride> rides(int edge) {
    return closed.closed(edge) ? List.of() : possible(edge);
  }

  private List<Ride> possible(int id) {
    var edge = network.edges().get(id);
    var rides = new ArrayList<Ride>();
    boolean foot = profile == Profile.FOOT;
    if (kmh.applyAsDouble(edge) > 0 && mayEnter(edge)) {
      if (foot || edge.oneWay() >= 0) {
        rides.add(new Ride(id, true));
      }
      if (foot || edge.oneWay() <= 0) {
        rides.add(new Ride(id, false));
      }
    }
    return rides;
  }

  private boolean mayEnter(RoadEdge edge) {
    if (profile == Profile.FOOT) {
      return edge.footAccess().equals("yes");
    }
    boolean emergency = profile == Profile.FIRE_ENGINE || profile == Profile.AMBULANCE;
    return List.of("yes", "destination").contains(edge.motorAccess())
        || (emergency && List.of("private", "emergency").contains(edge.motorAccess()));
  }

  private double seconds(int edge) {
    var driven = network.edges().get(edge);
    return driven.lengthM() / (kmh.applyAsDouble(driven) / 3.6);
  }

  /** An edge that begins no rule and lies in none cannot matter later. */
  private State after(State state, Ride ride) {
    if (!worthRemembering.contains(ride.edge)) {
      return new State(List.of(), end(ride));
    }
    var last = new ArrayList<>(state.last);
    last.add(ride);
    int from = Math.max(0, last.size() - REMEMBERED);
    return new State(List.copyOf(last.subList(from, last.size())), end(ride));
  }

  private int begin(Ride ride) {
    var edge = network.edges().get(ride.edge);
    return ride.forward ? edge.fromNode() : edge.toNode();
  }

  private int end(Ride ride) {
    var edge = network.edges().get(ride.edge);
    return ride.forward ? edge.toNode() : edge.fromNode();
  }
}
