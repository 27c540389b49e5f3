package org.wanglou.command.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private static final double NO = Double.POSITIVE_INFINITY;
  private static final int MOST = 5;

  @Test
  void the_only_one_who_can_do_the_second_task_is_kept_for_it() {
    var chosen = Assignment.cheapest(new double[][] {{10, 20}, {5, NO}});
    assertThat(chosen).containsExactly(1, 0);
  }

  @Test
  void the_sum_counts_not_the_first_task_alone() {
    var chosen = Assignment.cheapest(new double[][] {{1, 2}, {1, 100}});
    assertThat(chosen).containsExactly(1, 0);
  }

  @Test
  void a_task_for_which_nobody_is_left_stays_open_and_the_first_is_done() {
    var chosen = Assignment.cheapest(new double[][] {{7}, {1}});
    assertThat(chosen).containsExactly(0, -1);
  }

  @Test
  void nobody_at_all_leaves_every_task_open() {
    assertThat(Assignment.cheapest(new double[3][0])).containsExactly(-1, -1, -1);
    assertThat(Assignment.cheapest(new double[0][0])).isEmpty();
  }

  /** The truth is found by trying everything. */
  @Property(tries = 2_000)
  void no_other_choice_does_more_of_the_first_tasks_or_costs_less(
      @ForAll("costs") double[][] cost) {
    var chosen = Assignment.cheapest(cost);
    var best = new Best();
    search(cost, 0, new ArrayList<>(), best);
    assertThat(done(chosen)).isEqualTo(done(best.columns));
    assertThat(sum(cost, chosen)).isEqualTo(sum(cost, best.columns));
    assertThat(IntStream.of(chosen).filter(c -> c >= 0).distinct().count())
        .as("each column once")
        .isEqualTo(IntStream.of(chosen).filter(c -> c >= 0).count());
  }

  @Provide
  Arbitrary<double[][]> costs() {
    var cell =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                3, Arbitraries.integers().between(0, 20).map(Integer::doubleValue)),
            net.jqwik.api.Tuple.of(2, Arbitraries.just(NO)));
    return Arbitraries.integers()
        .between(0, MOST)
        .flatMap(
            columns ->
                cell.array(double[].class)
                    .ofSize(columns)
                    .array(double[][].class)
                    .ofMinSize(0)
                    .ofMaxSize(MOST));
  }

  private static final class Best {
    private int[] columns;
    private double sum = NO;
  }

  private static void search(double[][] cost, int row, List<Integer> taken, Best best) {
    if (row == cost.length) {
      var columns = taken.stream().mapToInt(Integer::intValue).toArray();
      int better = best.columns == null ? 1 : done(columns).compareTo(done(best.columns));
      if (better > 0 || (better == 0 && sum(cost, columns) < best.sum)) {
        best.columns = columns;
        best.sum = sum(cost, columns);
      }
      return;
    }
    for (int column = -1; column < (cost.length == 0 ? 0 : cost[0].length); column++) {
      if (column < 0 || (cost[row][column] < NO && !taken.contains(column))) {
        taken.add(column);
        search(cost, row + 1, taken, best);
        taken.remove(taken.size() - 1);
      }
    }
  }

  /** "110": the first two tasks are done; the greater text does more of the first tasks. */
  private static String done(int[] columns) {
    return Arrays.stream(columns).mapToObj(c -> c < 0 ? "0" : "1").reduce("", String::concat);
  }

  private static double sum(double[][] cost, int[] columns) {
    return IntStream.range(0, columns.length)
        .filter(row -> columns[row] >= 0)
        .mapToDouble(row -> cost[row][columns[row]])
        .sum();
  }
}
