package org.wanglou.gis.terrain;

import org.wanglou.gis.fault.Fault;

/**
 * Heights as a file has them: posts on an even grid of its own coordinate system, row by row from
 * the north-west.
 *
 * @param x of the first column's posts
 * @param y of the first row's posts
 * @param heights NaN where there is none; nobody may change them
 */
@SuppressWarnings("ArrayRecordComponent") // a raster on its way, never compared
record SourceRaster(
    double x, double y, double stepX, double stepY, int columns, int rows, float[] heights) {
  /** A county of 75 by 75 km at 12.5 m. */
  static final long MOST_POSTS = 40_000_000;

  /** While a file becomes a grid both are held, 8 bytes a post; they may take 40 % of the heap. */
  private static final int HEAP_BYTES_A_POST = 20;

  private static final float LOWEST_M = -500;
  private static final float HIGHEST_M = 9_000;

  SourceRaster {
    if (!(stepX > 0) || !(stepY > 0)) {
      throw Fault.invalid("/file", "terrain.no_grid", columns, rows);
    }
    for (int i = 0; i < heights.length; i++) {
      if (heights[i] < LOWEST_M || heights[i] > HIGHEST_M) {
        throw Fault.invalid(
            "/file", "terrain.impossible_height", heights[i], i / columns + 1, i % columns + 1);
      }
    }
  }

  /**
   * @throws Fault INVALID {@code terrain.too_large}
   */
  static int count(long columns, long rows) {
    if (columns < 2 || rows < 2) {
      throw Fault.invalid("/file", "terrain.no_grid", columns, rows);
    }
    long most = Math.min(MOST_POSTS, Runtime.getRuntime().maxMemory() / HEAP_BYTES_A_POST);
    if (columns > most || rows > most || columns * rows > most) {
      throw Fault.invalid("/file", "terrain.too_large", columns, rows, most);
    }
    return (int) (columns * rows);
  }

  private float height(int column, int row) {
    return column < 0 || row < 0 || column >= columns || row >= rows
        ? Float.NaN
        : heights[row * columns + column];
  }

  /** Height at a place of the source's own coordinate system, NaN where a needed post has none. */
  double at(double placeX, double placeY) {
    return Bilinear.at(
        this::height, Posts.snapped((placeX - x) / stepX), Posts.snapped((y - placeY) / stepY));
  }
}
