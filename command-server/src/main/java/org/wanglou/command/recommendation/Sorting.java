package org.wanglou.command.recommendation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.wanglou.command.recommendation.Recommendation.Gap;
import org.wanglou.command.recommendation.Recommendation.PassedOver;
import org.wanglou.command.recommendation.Recommendation.Proposed;
import org.wanglou.command.recommendation.RoadTimes.Starter;
import org.wanglou.command.unit.Unit;
import org.wanglou.command.unit.UnitStatus;
import org.wanglou.gis.road.Route;

/**
 * Sorts every unit into the plan, the alternatives or those passed over, and says why. A unit that
 * is free and has a way is in one of the first two, unless many are nearer.
 */
final class Sorting {
  /** Nobody reads on, and each comes with a long line on the map. */
  static final int MOST_ALTERNATIVES = 20;

  /** A stretch of this length without open road is worth saying. */
  private static final double OFF_ROAD_M = 100;

  private final Standing standing;
  private final RoadTimes times;
  private final Draft draft;
  private final List<Starter> chosen;
  private final List<Starter> others;
  private final Set<UUID> proposed = new HashSet<>();
  private final Map<UUID, Route> ways;
  private final Map<String, Double> nearestS = new HashMap<>();

  /** From the place to where the vehicle that comes closest has to stop. */
  private final double offRoadM;

  Sorting(
      List<Need> needs, Standing standing, List<Starter> starters, RoadTimes times, Draft draft) {
    this.standing = standing;
    this.times = times;
    this.draft = draft;
    var nearestFirst =
        starters.stream()
            .filter(it -> times.durationS(it.unit()).isPresent())
            .sorted(Comparator.comparingDouble(this::durationS))
            .toList();
    nearestFirst.forEach(
        it -> it.unit().capabilities().forEach(can -> nearestS.putIfAbsent(can, durationS(it))));
    var order = needs.stream().map(Need::capability).toList();
    chosen =
        nearestFirst.stream()
            .filter(it -> draft.filledBy(it.unit()).isPresent())
            .sorted(Comparator.comparingInt(it -> order.indexOf(fills(it).get(0))))
            .toList();
    others =
        nearestFirst.stream()
            .filter(it -> draft.filledBy(it.unit()).isEmpty())
            .limit(MOST_ALTERNATIVES)
            .toList();
    var toSend = Stream.concat(chosen.stream(), others.stream()).toList();
    toSend.forEach(it -> proposed.add(it.unit().id()));
    ways = times.ways(toSend);
    offRoadM = ways.values().stream().mapToDouble(Route::snapToM).min().orElse(0);
  }

  /** That nobody can drive up to the place, said once and not with each unit. */
  Optional<Reason> offRoad() {
    return Optional.of(offRoadM)
        .filter(it -> it > OFF_ROAD_M)
        .map(it -> Reason.of("off_road_place", Math.round(it)));
  }

  private double durationS(Starter starter) {
    return times.durationS(starter.unit()).orElseThrow();
  }

  private List<String> fills(Starter starter) {
    return draft.filledBy(starter.unit()).stream().toList();
  }

  /** The most needed capability first, of each the nearest first. */
  List<Proposed> plan() {
    return chosen.stream().map(this::propose).toList();
  }

  /** Nearest first. */
  List<Proposed> alternatives() {
    return others.stream().map(this::propose).toList();
  }

  private Proposed propose(Starter starter) {
    var way = ways.get(starter.unit().id());
    return new Proposed(starter.unit(), fills(starter), way, reasons(starter, way));
  }

  private List<Reason> reasons(Starter starter, Route way) {
    var unit = starter.unit();
    var reasons = new ArrayList<Reason>();
    for (var capability : fills(starter)) {
      boolean nearest = durationS(starter) <= nearestS.get(capability);
      reasons.add(Reason.of(nearest ? "fills_as_nearest" : "fills", Reason.capability(capability)));
    }
    reasons.add(Reason.of("by_road", Reason.duration(way.durationS()), way.distanceM() / 1_000));
    times
        .detourS(unit)
        .ifPresent(more -> reasons.add(Reason.ofRoad("road.detour", Reason.duration(more))));
    reasons.add(starter.from().why());
    if (unit.status() == UnitStatus.RETURNING) {
      reasons.add(Reason.of("returning"));
    }
    if (way.snapFromM() > OFF_ROAD_M) {
      reasons.add(Reason.of("off_road_start", Math.round(way.snapFromM())));
    }
    if (way.snapToM() > offRoadM + OFF_ROAD_M) {
      reasons.add(Reason.of("off_road_end", Math.round(way.snapToM())));
    }
    if (way.closedFromM() > 0) {
      reasons.add(Reason.of("closed_start", (long) Math.ceil(way.closedFromM())));
    }
    if (way.closedToM() > 0) {
      reasons.add(Reason.of("closed_end", (long) Math.ceil(way.closedToM())));
    }
    return reasons;
  }

  List<PassedOver> passedOver(Collection<Unit> all) {
    return all.stream()
        .filter(unit -> !proposed.contains(unit.id()))
        .map(unit -> new PassedOver(unit, against(unit)))
        .toList();
  }

  private List<Reason> against(Unit unit) {
    var reasons = standing.against(unit);
    if (!reasons.isEmpty()) {
      return reasons;
    }
    var durationS = times.durationS(unit);
    return List.of(
        durationS.isPresent()
            ? Reason.of("farther", proposed.size(), Reason.duration(durationS.getAsDouble()))
            : times.whyNot(unit));
  }

  /** What is missing, and what those who could do it are doing. */
  List<Gap> gaps(Collection<Unit> all) {
    return draft.gaps().entrySet().stream()
        .map(gap -> new Gap(gap.getKey(), gap.getValue(), whyMissing(gap.getKey(), all)))
        .toList();
  }

  private List<Reason> whyMissing(String capability, Collection<Unit> all) {
    var capable = all.stream().filter(unit -> unit.capabilities().contains(capability)).toList();
    if (capable.isEmpty()) {
      return List.of(Reason.of("gap_none"));
    }
    var doing = new LinkedHashMap<String, Integer>();
    capable.forEach(unit -> doing.merge(doing(unit), 1, Integer::sum));
    var why = new ArrayList<Reason>();
    why.add(Reason.of("gap_total", capable.size()));
    doing.forEach((what, units) -> why.add(Reason.of(what, units)));
    return why;
  }

  private String doing(Unit unit) {
    if (proposed.contains(unit.id()) || standing.isSent(unit)) {
      return "gap_used"; // a unit with the missing capability is only left for another need
    }
    return switch (against(unit).get(0).code()) {
      case "recommendation.ordered_elsewhere", "recommendation.not_free" -> "gap_elsewhere";
      case "recommendation.out_of_service" -> "gap_out_of_service";
      case "recommendation.no_crew" -> "gap_no_crew";
      default -> "gap_no_way";
    };
  }
}
