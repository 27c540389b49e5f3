package org.wanglou.command.recommendation;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.road.Roads;
import org.wanglou.command.unit.Unit;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.road.ClosureMask;
import org.wanglou.gis.road.Profile;
import org.wanglou.gis.road.Route;
import org.wanglou.gis.road.Router.Heading;

/**
 * How long units drive to a place: one backward search from there for each kind of vehicle, and
 * while something is closed a second one that tells what the closures cost. The ways themselves,
 * which are long to write down, are asked for afterwards and only for those who may be sent.
 */
final class RoadTimes {
  /** A unit and where it starts. */
  record Starter(Unit unit, StartPlace from) {
    Profile vehicle() {
      return Profile.of(unit.profile());
    }
  }

  private static final double WORTH_SAYING_S = 1;

  private final Roads roads;
  private final Point to;
  private final ClosureMask closed;
  private final Map<UUID, Double> durations = new HashMap<>();
  private final Map<UUID, Double> detours = new HashMap<>();
  private final Map<UUID, Reason> missing = new HashMap<>();

  private RoadTimes(Roads roads, Point to, ClosureMask closed) {
    this.roads = roads;
    this.to = to;
    this.closed = closed;
  }

  static RoadTimes of(Roads roads, Point to, List<Starter> starters, ClosureMask closed) {
    var times = new RoadTimes(roads, to, closed);
    byVehicle(starters).forEach(times::search);
    return times;
  }

  private static Map<Profile, List<Starter>> byVehicle(Collection<Starter> starters) {
    return starters.stream().collect(Collectors.groupingBy(Starter::vehicle));
  }

  private void search(Profile vehicle, List<Starter> those) {
    var now = durations(vehicle, those, closed);
    var open = closed.count() > 0 ? durations(vehicle, those, ClosureMask.NONE) : now;
    for (int i = 0; i < those.size(); i++) {
      var unit = those.get(i).unit().id();
      if (!Double.isNaN(now[i])) {
        durations.put(unit, now[i]);
        if (now[i] - open[i] > WORTH_SAYING_S) {
          detours.put(unit, now[i] - open[i]);
        }
      }
    }
    explain(vehicle, those.stream().filter(it -> durationS(it.unit()).isEmpty()).toList());
  }

  private double[] durations(Profile vehicle, List<Starter> those, ClosureMask mask) {
    var matrix = roads.router().matrix(places(those), List.of(to), vehicle, mask);
    return Arrays.stream(matrix.durationsS()).mapToDouble(row -> row[0]).toArray();
  }

  private static List<Point> places(List<Starter> those) {
    return those.stream().map(it -> it.from().point()).toList();
  }

  private void explain(Profile vehicle, List<Starter> lost) {
    if (lost.isEmpty()) {
      return;
    }
    var places = places(lost);
    try {
      roads
          .router()
          .nearest(to, places, Heading.TOWARDS, vehicle, closed, places.size())
          .missed()
          .forEach((i, code) -> missing.put(lost.get(i).unit().id(), why(code, places.get(i))));
    } catch (Fault noRoadHere) {
      var detail = noRoadHere.details().get(0);
      var why = new Reason(detail.code(), detail.args());
      lost.forEach(it -> missing.put(it.unit().id(), Reason.of("incident_off_road", why)));
    }
  }

  /** As the engine says it; for a unit off the roads with the distance to the nearest one. */
  private Reason why(String code, Point from) {
    return code.equals("road.too_far")
        ? Reason.ofRoad(
            code,
            roads.graph().nearestEdge(from).map(snap -> Math.round(snap.distanceM())).orElseThrow())
        : Reason.ofRoad(code);
  }

  /** The ways of some who have one. */
  Map<UUID, Route> ways(Collection<Starter> starters) {
    var ways = new HashMap<UUID, Route>();
    byVehicle(starters)
        .forEach(
            (vehicle, those) -> {
              var places = places(those);
              roads
                  .router()
                  .nearest(to, places, Heading.TOWARDS, vehicle, closed, places.size())
                  .found()
                  .forEach(it -> ways.put(those.get(it.index()).unit().id(), it.route()));
            });
    return ways;
  }

  /** How long the unit drives, if there is a way. */
  OptionalDouble durationS(Unit unit) {
    var duration = durations.get(unit.id());
    return duration == null ? OptionalDouble.empty() : OptionalDouble.of(duration);
  }

  /** Seconds that closures add to the unit's way, if they do. */
  Optional<Double> detourS(Unit unit) {
    return Optional.ofNullable(detours.get(unit.id()));
  }

  /** Why the unit has no way. */
  Reason whyNot(Unit unit) {
    return missing.get(unit.id());
  }
}
