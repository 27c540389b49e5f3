package org.wanglou.command.recommendation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wanglou.command.recommendation.Recommendation.Gap;
import org.wanglou.command.recommendation.Recommendation.PassedOver;
import org.wanglou.command.recommendation.Recommendation.Proposed;
import org.wanglou.command.recommendation.RoadTimes.Starter;
import org.wanglou.command.unit.Unit;
import org.wanglou.command.unit.UnitStatus;
import org.wanglou.gis.road.Route;

/**
 * Sorts every unit into the plan, the alternatives or those passed over, and says why. A unit that
 * is free and has a way is in one of the first two, everybody else in the last.
 */
final class Sorting {
  /** A stretch of this length without open road is worth saying. */
  private static final double OFF_ROAD_M = 100;

  private final List<Need> needs;
  private final Standing standing;
  private final List<Starter> starters;
  private final RoadTimes times;
  private final Draft draft;
  private final Map<String, Double> nearestS = new HashMap<>();

  Sorting(
      List<Need> needs, Standing standing, List<Starter> starters, RoadTimes times, Draft draft) {
    this.needs = needs;
    this.standing = standing;
    this.starters = starters;
    this.times = times;
    this.draft = draft;
    for (var starter : starters) {
      times
          .way(starter.unit())
          .ifPresent(
              way ->
                  starter
                      .unit()
                      .capabilities()
                      .forEach(it -> nearestS.merge(it, way.durationS(), Math::min)));
    }
  }

  /** The most needed capability first, of each the nearest first. */
  List<Proposed> plan() {
    var order = needs.stream().map(Need::capability).toList();
    return proposed(true).stream()
        .sorted(
            Comparator.comparingInt((Proposed it) -> order.indexOf(it.fills().get(0)))
                .thenComparingDouble(it -> it.way().durationS()))
        .toList();
  }

  /** Nearest first. */
  List<Proposed> alternatives() {
    return proposed(false);
  }

  private List<Proposed> proposed(boolean chosen) {
    var found = new ArrayList<Proposed>();
    for (var starter : starters) {
      var fills = draft.filledBy(starter.unit());
      if (fills.isPresent() == chosen) {
        times
            .way(starter.unit())
            .ifPresent(
                way ->
                    found.add(
                        new Proposed(
                            starter.unit(),
                            fills.stream().toList(),
                            way,
                            reasons(starter, fills, way))));
      }
    }
    found.sort(Comparator.comparingDouble(it -> it.way().durationS()));
    return found;
  }

  private List<Reason> reasons(Starter starter, Optional<String> fills, Route way) {
    var unit = starter.unit();
    var reasons = new ArrayList<Reason>();
    fills.ifPresent(it -> reasons.add(Reason.of(chosenAs(it, way), Reason.capability(it))));
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
    if (way.snapToM() > OFF_ROAD_M) {
      reasons.add(Reason.of("off_road_end", Math.round(way.snapToM())));
    }
    return reasons;
  }

  private String chosenAs(String capability, Route way) {
    return way.durationS() <= nearestS.get(capability) ? "fills_as_nearest" : "fills";
  }

  List<PassedOver> passedOver(Collection<Unit> all) {
    return all.stream()
        .filter(unit -> times.way(unit).isEmpty())
        .map(unit -> new PassedOver(unit, against(unit)))
        .toList();
  }

  private List<Reason> against(Unit unit) {
    var reasons = standing.against(unit);
    return reasons.isEmpty() ? List.of(times.whyNot(unit)) : reasons;
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
    if (draft.filledBy(unit).isPresent()) {
      return "gap_used";
    }
    var first = against(unit).get(0).code();
    return switch (first) {
      case "recommendation.ordered_elsewhere" -> "gap_elsewhere";
      case "recommendation.sent_here" -> "gap_used";
      case "recommendation.out_of_service" -> "gap_out_of_service";
      case "recommendation.no_crew" -> "gap_no_crew";
      case "recommendation.not_free" -> "gap_elsewhere";
      default -> "gap_no_way";
    };
  }
}
