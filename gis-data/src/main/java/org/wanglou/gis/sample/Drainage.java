package org.wanglou.gis.sample;

import java.util.Arrays;

/**
 * Where the water of each cell goes. Hollows are filled up to their brim from the outlets inward
 * (priority flood, Barnes and others 2014), then each cell drains to the steepest lower neighbour,
 * with some chance so that valleys do not all run along the grid. n log n.
 *
 * @param order cells from the outlets upward: a cell stands behind its receiver
 * @param receiver the next cell downstream, itself at an outlet, -1 outside
 * @param areaM2 what drains through a cell
 */
@SuppressWarnings("ArrayRecordComponent") // fields over many cells; never compared
record Drainage(int[] order, int[] receiver, double[] areaM2) {
  private static final double FALL = 1e-5; // least slope, so that flats drain

  /** Fills hollows of {@code height} in place. Active cells do not lie on the grid's edge. */
  static Drainage of(Grid grid, boolean[] active, int[] outlets, double[] height) {
    var order = flooded(grid, active, outlets, height);
    var receiver = new int[grid.size()];
    Arrays.fill(receiver, -1);
    var chance = Noise.of("drainage" + grid.columns());
    var rank = new int[grid.size()];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    var around = grid.offsets(Grid.AROUND);
    var lengthsM = grid.lengthsM(Grid.AROUND);
    for (int outlet : outlets) {
      receiver[outlet] = outlet;
    }
    for (int cell : order) {
      if (receiver[cell] < 0) {
        receiver[cell] = steepest(around, lengthsM, active, height, rank, cell, chance);
      }
    }
    var area = new double[grid.size()];
    for (int i = order.length - 1; i >= 0; i--) {
      int cell = order[i];
      area[cell] += grid.cellM() * grid.cellM();
      if (receiver[cell] != cell) {
        area[receiver[cell]] += area[cell];
      }
    }
    return new Drainage(order, receiver, area);
  }

  private static int steepest(
      int[] around,
      double[] lengthsM,
      boolean[] active,
      double[] height,
      int[] rank,
      int cell,
      Noise chance) {
    int best = -1;
    double steepest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < around.length; k++) {
      int other = cell + around[k];
      if (!active[other] || rank[other] >= rank[cell]) {
        continue;
      }
      double slope = (height[cell] - height[other]) / lengthsM[k];
      slope *= 0.75 + 0.5 * chance.at(cell, k);
      if (slope > steepest) {
        steepest = slope;
        best = other;
      }
    }
    return best;
  }

  private static int[] flooded(Grid grid, boolean[] active, int[] outlets, double[] height) {
    var seen = new boolean[grid.size()];
    var order = new int[grid.size()];
    int count = 0;
    var around = grid.offsets(Grid.AROUND);
    var queue = new CellQueue();
    for (int outlet : outlets) {
      seen[outlet] = true;
      queue.add(outlet, height[outlet]);
    }
    while (!queue.isEmpty()) {
      int cell = queue.take();
      order[count++] = cell;
      for (int step : around) {
        int other = cell + step;
        if (active[other] && !seen[other]) {
          seen[other] = true;
          height[other] = Math.max(height[other], height[cell] + FALL * grid.cellM());
          queue.add(other, height[other]);
        }
      }
    }
    return Arrays.copyOf(order, count);
  }

  /** The most that drains through a cell so near to a place. */
  double largestWithin(Grid grid, int place, double reachM) {
    double largest = 0;
    for (int cell : order) {
      if (grid.distanceM(cell, place) < reachM) {
        largest = Math.max(largest, areaM2[cell]);
      }
    }
    return largest;
  }
}
