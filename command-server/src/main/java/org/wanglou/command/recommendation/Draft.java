package org.wanglou.command.recommendation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.command.unit.Unit;

/**
 * Fills the needs from the units that can come. A unit with several capabilities fills one need
 * only, for a crew does one thing at a time. The most needed capabilities are filled first; among
 * all ways to fill as many as possible the one with the least sum of driving times is taken, see
 * {@link Assignment}. Units that were sent already cost nothing, so they are counted first and
 * where they save most.
 */
final class Draft {
  /** A unit that can come, and after how many seconds. */
  record Coming(Unit unit, double durationS) {}

  private final Map<UUID, String> fills = new HashMap<>();
  private final Map<String, Integer> gaps;

  private Draft(Map<UUID, String> fills, Map<String, Integer> gaps) {
    this.fills.putAll(fills);
    this.gaps = gaps;
  }

  /**
   * A draft.
   *
   * @param needs the most needed first
   * @param sent units on their way or on scene
   */
  static Draft of(List<Need> needs, Collection<Unit> sent, Collection<Coming> coming) {
    var tasks = new ArrayList<String>();
    needs.forEach(
        need -> {
          for (int i = 0; i < need.units(); i++) {
            tasks.add(need.capability());
          }
        });
    var hands = new ArrayList<Coming>();
    sent.forEach(unit -> hands.add(new Coming(unit, 0)));
    coming.stream()
        .sorted(Comparator.comparingDouble(Coming::durationS).thenComparing(it -> it.unit().id()))
        .forEach(hands::add);
    var chosen = Assignment.cheapest(costs(tasks, hands));
    var fills = new HashMap<UUID, String>();
    var gaps = new java.util.LinkedHashMap<String, Integer>();
    for (int task = 0; task < chosen.length; task++) {
      if (chosen[task] < 0) {
        gaps.merge(tasks.get(task), 1, Integer::sum);
      } else {
        fills.put(hands.get(chosen[task]).unit().id(), tasks.get(task));
      }
    }
    return new Draft(fills, gaps);
  }

  private static double[][] costs(List<String> tasks, List<Coming> hands) {
    var costs = new double[tasks.size()][hands.size()];
    for (int task = 0; task < tasks.size(); task++) {
      for (int hand = 0; hand < hands.size(); hand++) {
        var it = hands.get(hand);
        costs[task][hand] =
            it.unit().capabilities().contains(tasks.get(task))
                ? it.durationS()
                : Double.POSITIVE_INFINITY;
      }
    }
    return costs;
  }

  /** The capability the unit is chosen for, sent or to be sent. */
  Optional<String> filledBy(Unit unit) {
    return Optional.ofNullable(fills.get(unit.id()));
  }

  /** Missing units by capability, the most needed first. */
  Map<String, Integer> gaps() {
    return gaps;
  }
}
