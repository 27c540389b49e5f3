package org.wanglou.gis.terrain;

/**
 * Heights in metres above the sea at the posts of a geographic grid in EPSG:4490, at the grid's own
 * resolution; immutable, for any number of threads. A post without a height is a void: it reads as
 * NaN, and nothing in this package puts a number in its place.
 *
 * <p>Takes 4 bytes a post, rounded up to squares of 256 by 256, and nothing for a square that is
 * all void: a county of 60 by 60 km takes 17 MB at 30 m, a tile of SRTM (1201 by 1201) 6.6 MB. A
 * grid that {@link TerrainStore} opens keeps only the squares in use.
 */
public final class TerrainGrid {
  /** Heights by column and row, counted from the north-west; NaN is a void. */
  @FunctionalInterface
  public interface Heights {
    double at(int column, int row);
  }

  private final Posts posts;
  private final Blocks blocks;

  TerrainGrid(Posts posts, Blocks blocks) {
    this.posts = posts;
    this.blocks = blocks;
  }

  /** A grid in memory; each post is asked for once. */
  public static TerrainGrid of(Posts posts, Heights heights) {
    int across = Blocks.count(posts.columns());
    var squares = new float[across * Blocks.count(posts.rows())][];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = square(posts, heights, i % across, i / across);
    }
    return new TerrainGrid(posts, (column, row) -> squares[row * across + column]);
  }

  /** Row by row from the north-west. */
  public static TerrainGrid of(Posts posts, float... heights) {
    if (heights.length != posts.count()) {
      throw new IllegalArgumentException(heights.length + " heights for " + posts);
    }
    return of(posts, (column, row) -> heights[row * posts.columns() + column]);
  }

  private static float[] square(Posts posts, Heights heights, int blockColumn, int blockRow) {
    var square = Blocks.allVoid();
    boolean any = false;
    int west = blockColumn << Blocks.SHIFT;
    int north = blockRow << Blocks.SHIFT;
    for (int row = north; row < Math.min(posts.rows(), north + Blocks.SIDE); row++) {
      for (int column = west; column < Math.min(posts.columns(), west + Blocks.SIDE); column++) {
        float height = (float) heights.at(column, row);
        if (Float.isInfinite(height)) {
          throw new IllegalArgumentException("no height: " + height);
        }
        square[(row - north) << Blocks.SHIFT | (column - west)] = height;
        any |= !Float.isNaN(height);
      }
    }
    return any ? square : Blocks.VOID;
  }

  public Posts posts() {
    return posts;
  }

  /** Height of a post, NaN at a void and outside of the grid. */
  public float height(int column, int row) {
    if (!posts.has(column, row)) {
      return Float.NaN;
    }
    var block = blocks.at(column >> Blocks.SHIFT, row >> Blocks.SHIFT);
    return block[(row & Blocks.MASK) << Blocks.SHIFT | (column & Blocks.MASK)];
  }

  float[] block(int blockColumn, int blockRow) {
    return blocks.at(blockColumn, blockRow);
  }

  /**
   * Height between posts, bilinear; NaN where one of the posts that it depends on is void. On a
   * post it is the post's own height, on the line between two posts it depends on those two only.
   */
  public double between(double column, double row) {
    return Bilinear.at(this::height, column, row);
  }
}
