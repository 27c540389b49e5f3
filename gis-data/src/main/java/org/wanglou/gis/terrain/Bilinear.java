package org.wanglou.gis.terrain;

/**
 * The height between four posts. A post is asked for only where the place depends on it: on a post
 * the other three may be void.
 */
final class Bilinear {
  /** NaN for a void and outside. */
  @FunctionalInterface
  interface Heights {
    float at(int column, int row);
  }

  private Bilinear() {}

  static double at(Heights heights, double column, double row) {
    int west = (int) Math.floor(column);
    int north = (int) Math.floor(row);
    double east = column - west;
    double south = row - north;
    double above = along(heights, west, north, east);
    return south == 0 ? above : above + south * (along(heights, west, north + 1, east) - above);
  }

  private static double along(Heights heights, int column, int row, double share) {
    double from = heights.at(column, row);
    return share == 0 ? from : from + share * (heights.at(column + 1, row) - from);
  }
}
