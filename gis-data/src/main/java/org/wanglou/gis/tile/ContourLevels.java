package org.wanglou.gis.tile;

/** Which contours a lattice has. */
final class ContourLevels {
  private ContourLevels() {}

  /** Multiples of the interval from the lowest to the highest height, metres. */
  static int[] of(HeightLattice lattice, int intervalM) {
    float lowest = Float.POSITIVE_INFINITY;
    float highest = Float.NEGATIVE_INFINITY;
    for (int row = 0; row < lattice.rows(); row++) {
      for (int column = 0; column < lattice.columns(); column++) {
        float height = lattice.at(column, row);
        lowest = height < lowest ? height : lowest; // false for a missing one
        highest = height > highest ? height : highest;
      }
    }
    if (lowest > highest) {
      return new int[0];
    }
    int first = (int) Math.ceil(lowest / intervalM);
    int count = (int) Math.floor(highest / intervalM) - first + 1;
    var levels = new int[Math.max(0, count)];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (first + i) * intervalM;
    }
    return levels;
  }
}
