package org.wanglou.gis.terrain;

import java.util.Arrays;

/**
 * Heights in squares of {@value #SIDE} by {@value #SIDE} posts, row by row; beyond the grid's edge
 * a square is filled with voids. For any number of threads.
 */
interface Blocks {
  int SHIFT = 8;
  int SIDE = 1 << SHIFT;
  int MASK = SIDE - 1;

  /** Shared by all squares without any height. */
  float[] VOID = allVoid();

  /** The heights of a square; the caller must not change them. */
  float[] at(int blockColumn, int blockRow);

  /** How many squares it takes to cover so many posts. */
  static int count(int posts) {
    return (posts + MASK) >> SHIFT;
  }

  static float[] allVoid() {
    var block = new float[SIDE * SIDE];
    Arrays.fill(block, Float.NaN);
    return block;
  }
}
