package org.wanglou.gis.terrain;

import java.util.ArrayList;
import java.util.List;

/**
 * The same ground with fewer posts, for small scales: each level keeps every second post of the one
 * before, smoothed over its eight neighbours by weights of 4, 2 and 1. Only for pictures: a void
 * stays a void, but its neighbours are smoothed without it. A level is made at its first use; all
 * together take a third of the grid's own memory.
 */
public final class TerrainPyramid {
  private final List<TerrainGrid> levels = new ArrayList<>();

  public TerrainPyramid(TerrainGrid grid) {
    levels.add(grid);
  }

  public Posts posts() {
    return level(0).posts();
  }

  /** The coarsest level whose posts are at most so many degrees of longitude apart. */
  public TerrainGrid within(double stepLon) {
    int level = 0;
    for (double step = posts().stepLon(); 2 * step <= stepLon && isWide(level); step *= 2) {
      level++;
    }
    return level(level);
  }

  private boolean isWide(int level) {
    return Math.min(posts().columns(), posts().rows()) >> (level + 1) >= 4;
  }

  private synchronized TerrainGrid level(int level) {
    while (levels.size() <= level) {
      levels.add(halved(levels.get(levels.size() - 1)));
    }
    return levels.get(level);
  }

  private static TerrainGrid halved(TerrainGrid grid) {
    var fine = grid.posts();
    var posts =
        new Posts(
            fine.west(),
            fine.north(),
            2 * fine.stepLon(),
            2 * fine.stepLat(),
            (fine.columns() + 1) / 2,
            (fine.rows() + 1) / 2);
    return TerrainGrid.of(posts, (column, row) -> smooth(grid, 2 * column, 2 * row));
  }

  private static double smooth(TerrainGrid grid, int column, int row) {
    double sum = 4.0 * grid.height(column, row);
    if (Double.isNaN(sum)) {
      return Double.NaN;
    }
    int weights = 4;
    for (int i = 0; i < 9; i++) {
      int east = i % 3 - 1;
      int south = i / 3 - 1;
      float height = i == 4 ? Float.NaN : grid.height(column + east, row + south);
      if (!Float.isNaN(height)) {
        int weight = east == 0 || south == 0 ? 2 : 1;
        sum += weight * height;
        weights += weight;
      }
    }
    return sum / weights;
  }
}
