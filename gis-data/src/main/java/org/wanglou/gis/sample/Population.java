package org.wanglou.gis.sample;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Shares the census figure of the county out over its villages and communities. The total and the
 * share of people in towns are real, every other figure is invented. A village's people are those
 * who live at its own place; its groups of villagers have theirs.
 */
final class Population {
  private final List<Settlement> settlements;
  private final Map<String, Integer> people = new HashMap<>();

  private Population(List<Settlement> settlements) {
    this.settlements = settlements;
  }

  static Population of(List<Settlement> settlements) {
    var population = new Population(settlements);
    var counted =
        settlements.stream()
            .filter(
                s -> s.kind() == Settlement.Kind.VILLAGE || s.kind() == Settlement.Kind.COMMUNITY)
            .toList();
    var urban = counted.stream().filter(s -> s.kind() == Settlement.Kind.COMMUNITY).toList();
    var rural = counted.stream().filter(s -> s.kind() == Settlement.Kind.VILLAGE).toList();
    int inTowns = (int) Math.rint(XiDivisions.POPULATION_2020 * XiDivisions.URBAN_SHARE_2020);
    population.share(urban, inTowns);
    population.share(rural, XiDivisions.POPULATION_2020 - inTowns);
    rural.forEach(population::spreadOverGroups);
    return population;
  }

  List<Settlement> settlements() {
    return settlements;
  }

  /** People of a village or community; of a township, those of all its villages. */
  int of(Settlement settlement) {
    if (!settlement.isTown()) {
      return people.getOrDefault(settlement.code(), 0);
    }
    return settlements.stream()
        .filter(s -> !s.isTown() && s.township().equals(settlement.code()))
        .mapToInt(this::of)
        .sum();
  }

  /** A group has less than half as many as the village itself. */
  private void spreadOverGroups(Settlement village) {
    int all = people.get(village.code());
    var groups =
        settlements.stream()
            .filter(s -> s.kind() == Settlement.Kind.GROUP)
            .filter(s -> s.code().startsWith(village.code()))
            .toList();
    int left = all;
    for (var group : groups) {
      double chance = 0.2 + 0.25 * Noise.dice("people" + group.code()).nextDouble();
      int here = (int) (all * chance / (1 + 0.325 * groups.size()));
      people.put(group.code(), here);
      left -= here;
    }
    people.put(village.code(), left);
  }

  /** By weights of chance, whole people, the largest remainders rounded up. */
  private void share(List<Settlement> among, int total) {
    var weights = among.stream().mapToDouble(s -> weight(s)).toArray();
    double sum = IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
    int given = 0;
    var remainders = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      double exact = total * weights[i] / sum;
      people.put(among.get(i).code(), (int) exact);
      given += (int) exact;
      remainders[i] = exact - (int) exact;
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -remainders[i]))
        .limit(total - given)
        .forEach(i -> people.merge(among.get(i).code(), 1, Integer::sum));
  }

  private static double weight(Settlement settlement) {
    double chance = 0.4 + 1.6 * Noise.dice("people" + settlement.code()).nextDouble();
    boolean city = settlement.name().endsWith("社区");
    return city ? 5 + 2 * chance : chance;
  }
}
