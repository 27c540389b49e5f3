package org.wanglou.command.nearest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.road.Roads;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.road.Profile;
import org.wanglou.gis.road.Route;
import org.wanglou.gis.road.Router.Heading;

/**
 * The nearest of a kind by driving time, closures honoured: one search for each kind of vehicle.
 */
final class FindNearest {
  private static final List<String> COME_HERE = List.of(Candidates.UNIT, "team");

  /** A candidate and its way. */
  record Near(Candidate candidate, Route route) {}

  /**
   * The answer.
   *
   * @param snapM from the asked place to the road
   */
  record Found(double snapM, List<Near> nearest) {}

  private final Candidates candidates;
  private final Roads roads;

  FindNearest(Candidates candidates, Roads roads) {
    this.candidates = candidates;
    this.roads = roads;
  }

  /**
   * Nearest first.
   *
   * @param profile of the vehicle; without it see {@link Candidates}
   * @throws Fault INVALID {@code road.too_far} with the distance to the road, when that holds for
   *     every vehicle in question
   */
  Found find(RealmId realm, Point from, String kind, Optional<Profile> profile, int limit) {
    var heading = COME_HERE.contains(kind) ? Heading.TOWARDS : Heading.AWAY;
    var closed = roads.closed(realm);
    var near = new ArrayList<Near>();
    var snapM = OptionalDouble.empty();
    var tooFar = Optional.<Fault>empty();
    for (var vehicle : byVehicle(realm, kind, profile).entrySet()) {
      var those = vehicle.getValue();
      var places = those.stream().map(Candidate::place).toList();
      try {
        var reach = roads.router().nearest(from, places, heading, vehicle.getKey(), closed, limit);
        snapM = OptionalDouble.of(Math.min(snapM.orElse(Double.MAX_VALUE), reach.snapM()));
        reach.found().forEach(it -> near.add(new Near(those.get(it.index()), it.route())));
      } catch (Fault noRoadForIt) {
        tooFar = Optional.of(noRoadForIt); // another vehicle may use a road that is nearer
      }
    }
    if (snapM.isEmpty()) {
      throw tooFar.orElseThrow();
    }
    near.sort(Comparator.comparingDouble(it -> it.route().durationS()));
    return new Found(snapM.getAsDouble(), near.stream().limit(limit).toList());
  }

  /** Never empty: that a place lies off the network is said even where there is nobody to find. */
  private Map<Profile, List<Candidate>> byVehicle(
      RealmId realm, String kind, Optional<Profile> profile) {
    var found =
        candidates.of(kind, realm, profile).stream()
            .collect(Collectors.groupingBy(Candidate::profile));
    return found.isEmpty() ? Map.of(profile.orElse(Profile.CAR), List.of()) : found;
  }
}
