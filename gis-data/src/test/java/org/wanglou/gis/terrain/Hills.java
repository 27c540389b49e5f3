package org.wanglou.gis.terrain;

import java.util.Random;

/** Small grids near Xi County by hand and by chance: posts 0.001 degrees apart, about 100 m. */
final class Hills {
  static final double WEST = 110.9;
  static final double NORTH = 36.7;
  static final double STEP = 0.001;

  private Hills() {}

  static TerrainGrid of(int columns, int rows, TerrainGrid.Heights heights) {
    return TerrainGrid.of(new Posts(WEST, NORTH, STEP, STEP, columns, rows), heights);
  }

  static TerrainGrid rows(float[]... rows) {
    return of(rows[0].length, rows.length, (column, row) -> rows[row][column]);
  }

  static TerrainGrid flat(int side, double heightM) {
    return of(side, side, (column, row) -> heightM);
  }

  /** Heights of chance, some of them void. */
  static TerrainGrid random(long seed, int columns, int rows, double reliefM, double voidShare) {
    var chance = new Random(seed);
    var heights = new float[columns * rows];
    for (int i = 0; i < heights.length; i++) {
      heights[i] =
          chance.nextDouble() < voidShare
              ? Float.NaN
              : (float) (1_000 + reliefM * chance.nextDouble());
    }
    return of(columns, rows, (column, row) -> heights[row * columns + column]);
  }

  static double lon(double column) {
    return WEST + column * STEP;
  }

  static double lat(double row) {
    return NORTH - row * STEP;
  }
}
