package org.wanglou.command.recommendation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.road.Roads;
import org.wanglou.command.road.RouteFigures;
import org.wanglou.command.unit.Unit;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.road.ClosureMask;
import org.wanglou.gis.road.Profile;
import org.wanglou.gis.road.RoadGraph;
import org.wanglou.gis.road.Route;
import org.wanglou.gis.road.Router;
import org.wanglou.gis.road.Router.Heading;

/**
 * The ways of units to a place: one backward search from there for each kind of vehicle, and while
 * something is closed a second one that tells what the closures cost.
 */
final class RoadTimes {
  /** A unit and where it starts. */
  record Starter(Unit unit, StartPlace from) {}

  private static final double WORTH_SAYING_S = 1;

  private final RoadGraph graph;
  private final Router router;
  private final Point to;
  private final Map<UUID, Route> ways = new HashMap<>();
  private final Map<UUID, Double> detours = new HashMap<>();
  private final Map<UUID, Reason> missing = new HashMap<>();

  private RoadTimes(Roads roads, Point to) {
    this.graph = roads.graph();
    this.router = roads.router();
    this.to = to;
  }

  static RoadTimes of(Roads roads, Point to, List<Starter> starters, ClosureMask closed) {
    var times = new RoadTimes(roads, to);
    starters.stream()
        .collect(Collectors.groupingBy(it -> Profile.of(it.unit().profile())))
        .forEach((vehicle, those) -> times.search(vehicle, those, closed));
    return times;
  }

  private void search(Profile vehicle, List<Starter> those, ClosureMask closed) {
    var places = those.stream().map(it -> it.from().point()).toList();
    try {
      var reach = router.nearest(to, places, Heading.TOWARDS, vehicle, closed, places.size());
      for (var found : reach.found()) {
        ways.put(those.get(found.index()).unit().id(), found.route());
      }
      reach
          .missed()
          .forEach(
              (i, why) -> missing.put(those.get(i).unit().id(), whyMissed(why, places.get(i))));
      if (closed.count() > 0) {
        detours(vehicle, those, places);
      }
    } catch (Fault noRoadHere) {
      var detail = noRoadHere.details().get(0);
      var why = new Reason(detail.code(), detail.args());
      those.forEach(it -> missing.put(it.unit().id(), Reason.of("incident_off_road", why)));
    }
  }

  private void detours(Profile vehicle, List<Starter> those, List<Point> places) {
    var open =
        router.nearest(to, places, Heading.TOWARDS, vehicle, ClosureMask.NONE, places.size());
    for (var found : open.found()) {
      var unit = those.get(found.index()).unit().id();
      var way = ways.get(unit);
      if (way != null && way.durationS() - found.route().durationS() > WORTH_SAYING_S) {
        detours.put(unit, way.durationS() - found.route().durationS());
      }
    }
  }

  /** As the engine says it; for a unit off the roads with the distance to the nearest one. */
  private Reason whyMissed(String code, Point from) {
    return code.equals("road.too_far")
        ? Reason.ofRoad(
            code, graph.nearestEdge(from).map(snap -> Math.round(snap.distanceM())).orElseThrow())
        : Reason.ofRoad(code);
  }

  Optional<Route> way(Unit unit) {
    return Optional.ofNullable(ways.get(unit.id()));
  }

  /** Seconds that closures add to the unit's way, if they do. */
  Optional<Double> detourS(Unit unit) {
    return Optional.ofNullable(detours.get(unit.id())).map(RouteFigures::rounded);
  }

  /** Why the unit has no way. */
  Reason whyNot(Unit unit) {
    return missing.get(unit.id());
  }
}
