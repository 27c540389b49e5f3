package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Courses for new roads: the cheapest way over the ground, where rise costs by its square, a river
 * bank its bridge, and existing road somewhat less than new. Sixteen directions on the grid.
 */
final class RoadSearch {
  private static final double BANK_M = 110;
  private static final double BANK_TOLL = 260; // each cell, in metres of level road
  private static final double STREAM_TOLL = 60;
  private static final double REUSE = 0.85;
  private static final double CHEAPEST = 0.55; // a metre of the easiest ground
  private static final double BESIDE = 1.8; // a second road beside the first is no use
  private static final double FROM_LINE_M = 180; // roads keep inside the county

  private static final int[][] STEPS = {
    {1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 1}, {-1, -1}, {1, -1},
    {2, 1}, {1, 2}, {-1, 2}, {-2, 1}, {-2, -1}, {-1, -2}, {1, -2}, {2, -1}
  };

  private final Grid grid;
  private final double[] height;
  private final float[] toll;
  private final float[] rough;
  private final int[] steps;
  private final double[] lengthsM;
  private final double[] cost;
  private final int[] reached; // by the last search, to be forgotten before the next
  private int touched;
  private final int[] from;
  private final boolean[] network;
  private final boolean[] beside;
  private final Set<Long> links = new HashSet<>();
  private final Map<Integer, List<Integer>> through = new HashMap<>();
  private final CellQueue queue = new CellQueue();

  RoadSearch(Land land) {
    grid = land.grid();
    height = land.terrain().height();
    toll = new float[grid.size()];
    rough = new float[grid.size()];
    steps = grid.offsets(STEPS);
    lengthsM = grid.lengthsM(STEPS);
    cost = new double[grid.size()];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    reached = new int[grid.size()];
    from = new int[grid.size()];
    network = new boolean[grid.size()];
    beside = new boolean[grid.size()];
    var noise = Noise.of("course");
    for (int i = 0; i < toll.length; i++) {
      boolean shut = land.terrain().insideM()[i] < FROM_LINE_M || land.wetM()[i] < 170;
      toll[i] =
          shut
              ? Float.POSITIVE_INFINITY
              : (float)
                  ((land.riverM()[i] < BANK_M ? BANK_TOLL : 0)
                      + (land.streamCells()[i] ? STREAM_TOLL : 0));
      rough[i] = (float) noise.smooth(grid.x(i), grid.y(i), 300);
    }
  }

  /** Nothing is built here. */
  void shut(int cell) {
    toll[cell] = Float.POSITIVE_INFINITY;
  }

  boolean isShut(int cell) {
    return toll[cell] == Float.POSITIVE_INFINITY;
  }

  /** A place of the network where roads may begin and end, even in a town. */
  void open(int cell) {
    toll[cell] = 0;
    network[cell] = true;
  }

  /** Streets lead from each of these open cells to each other, though not over the grid. */
  void join(List<Integer> gates) {
    for (int gate : gates) {
      through.put(gate, gates);
      gates.forEach(other -> links.add(key(gate, other)));
    }
  }

  boolean onNetwork(int cell) {
    return network[cell];
  }

  boolean linked(int a, int b) {
    return links.contains(key(a, b));
  }

  /** Makes a course part of the network. */
  void build(List<Integer> cells) {
    for (int i = 0; i < cells.size(); i++) {
      network[cells.get(i)] = true;
      for (var by : Grid.AROUND) {
        int other = grid.step(cells.get(i), by);
        if (other >= 0) {
          beside[other] = true;
        }
      }
      if (i > 0) {
        links.add(key(cells.get(i - 1), cells.get(i)));
      }
    }
  }

  /** Cheapest course from any of the starts to a goal; empty when there is none. */
  List<Integer> course(Collection<Integer> starts, IntPredicate goal, RoadKind kind) {
    return search(starts, goal, kind, -1);
  }

  /** Cheapest course between two cells (A*); empty when there is none. */
  List<Integer> course(int start, int goal, RoadKind kind) {
    return search(List.of(start), cell -> cell == goal, kind, goal);
  }

  private List<Integer> search(
      Collection<Integer> starts, IntPredicate goal, RoadKind kind, int towards) {
    for (int i = 0; i < touched; i++) {
      cost[reached[i]] = Double.POSITIVE_INFINITY;
    }
    touched = 0;
    queue.clear();
    starts.forEach(start -> reach(start, -1, 0, towards));
    while (!queue.isEmpty()) {
      double hoped = queue.cost();
      int cell = queue.take();
      double spent = cost[cell];
      if (hoped > spent + remaining(cell, towards)) {
        continue; // reached more cheaply since
      }
      if (goal.test(cell)) {
        return traced(cell);
      }
      for (int k = 0; k < steps.length; k++) {
        int other = cell + steps[k];
        if (toll[other] != Float.POSITIVE_INFINITY) {
          relax(cell, other, spent + stepCost(cell, other, lengthsM[k], kind), towards);
        }
      }
      if (network[cell]) {
        for (int other : through.getOrDefault(cell, List.of())) {
          relax(cell, other, spent + REUSE * grid.distanceM(cell, other), towards);
        }
      }
    }
    return List.of();
  }

  /** What is still to pay at least. */
  private double remaining(int cell, int towards) {
    return towards < 0 ? 0 : CHEAPEST * grid.distanceM(cell, towards);
  }

  private void relax(int cell, int other, double then, int towards) {
    if (then < cost[other]) {
      reach(other, cell, then, towards);
    }
  }

  private void reach(int cell, int before, double spent, int towards) {
    if (cost[cell] == Double.POSITIVE_INFINITY) {
      reached[touched++] = cell;
    }
    cost[cell] = spent;
    from[cell] = before;
    queue.add(cell, spent + remaining(cell, towards));
  }

  private double stepCost(int a, int b, double lengthM, RoadKind kind) {
    if (network[a] && network[b] && linked(a, b)) {
      return REUSE * lengthM;
    }
    double grade = (height[b] - height[a]) / lengthM / kind.easyGrade;
    double level = lengthM * (1.3 + kind.whim() * rough[b]) * (1 + grade * grade);
    return toll[b] + (beside[b] && !network[b] ? BESIDE * level : level);
  }

  private List<Integer> traced(int goal) {
    var cells = new ArrayList<Integer>();
    for (int cell = goal; cell >= 0; cell = from[cell]) {
      cells.add(cell);
    }
    Collections.reverse(cells);
    return cells;
  }

  private static long key(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }
}
