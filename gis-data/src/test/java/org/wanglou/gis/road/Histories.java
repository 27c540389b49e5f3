package org.wanglou.gis.road;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
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

  Histories(RoadNetwork network, Profile profile, ClosureMask closed) {
    this.network = network;
    this.profile = profile;
    this.closed = closed;
  }

  /** Seconds of the fastest way, empty if there is none. */
  OptionalDouble fastest(Spot start, Spot end) {
    var queue = new PriorityQueue<Step>(Comparator.comparingDouble(Step::seconds));
    var done = new HashMap<State, Double>();
    double best = direct(start, end);
    if (start.node >= 0) {
      queue.add(new Step(new State(List.of(), start.node), 0));
    } else {
      for (var ride : rides(start.edge)) {
        double rest = ride.forward ? 1 - start.share : start.share;
        queue.add(new Step(new State(List.of(ride), end(ride)), rest * seconds(start.edge)));
      }
    }
    while (!queue.isEmpty()) {
      var step = queue.poll();
      if (done.putIfAbsent(step.state, step.seconds) != null) {
        continue;
      }
      if (end.node >= 0 && step.state.node == end.node) {
        best = Math.min(best, step.seconds);
      }
      for (var ride : onward(step.state)) {
        if (end.node < 0 && ride.edge == end.edge) {
          double part = ride.forward ? end.share : 1 - end.share;
          best = Math.min(best, step.seconds + part * seconds(ride.edge));
        }
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
    return rides(start.edge).stream()
        .filter(ride -> ride.forward ? run >= 0 : run <= 0)
        .mapToDouble(ride -> Math.abs(run) * seconds(start.edge))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private List<Ride> onward(State state) {
    var onward = new ArrayList<Ride>();
    for (int e = 0; e < network.edges().size(); e++) {
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
          || !rides(ride.edge).contains(ride)
          || (i > 0 && !allowed(way.subList(0, i), begin(ride), ride))) {
        return false;
      }
    }
    return true;
  }

  private boolean allowed(List<Ride> driven, int node, Ride next) {
    return network.restrictions().stream()
        .filter(this::binds)
        .filter(rule -> hasDriven(rule, driven, node))
        .allMatch(rule -> !leadsOn(rule, node) || (next.edge == rule.toEdge()) == rule.onlyThis());
  }

  private boolean binds(TurnRestriction rule) {
    boolean emergency = profile == Profile.FIRE_ENGINE || profile == Profile.AMBULANCE;
    return profile != Profile.FOOT && !(emergency && rule.exempt().contains("emergency"));
  }

  private static boolean hasDriven(TurnRestriction rule, List<Ride> driven, int node) {
    var edges = new ArrayList<Integer>(List.of(rule.fromEdge()));
    edges.addAll(rule.viaEdges());
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
    if (kmh(edge) > 0 && mayEnter(edge)) {
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

  private double kmh(RoadEdge edge) {
    if (profile == Profile.FOOT) {
      return 3.6;
    }
    double kmh = edge.roadClass().equals("path") ? 0 : edge.roadClass().equals("primary") ? 72 : 36;
    return edge.maxSpeedKmh().isPresent() ? Math.min(kmh, edge.maxSpeedKmh().get()) : kmh;
  }

  private double seconds(int edge) {
    return network.edges().get(edge).lengthM() / (kmh(network.edges().get(edge)) / 3.6);
  }

  private static State after(State state, int node, Ride ride) {
    var last = new ArrayList<>(state.last);
    last.add(ride);
    int from = Math.max(0, last.size() - REMEMBERED);
    return new State(List.copyOf(last.subList(from, last.size())), node);
  }

  private State after(State state, Ride ride) {
    return after(state, end(ride), ride);
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
