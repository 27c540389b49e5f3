package org.wanglou.gis.tile;

import org.wanglou.gis.terrain.Posts;
import org.wanglou.gis.terrain.TerrainGrid;
import org.wanglou.gis.terrain.TerrainPyramid;

/**
 * Heights at every second pixel of a zoom, counted from the corner of the world, so that all
 * windows that show a place have the same heights there. Between posts the surface is smooth
 * (Catmull-Rom over sixteen posts), which keeps contours round where posts lie far apart; beside a
 * void it is bilinear, and where one of the four posts around is void there is no height.
 *
 * <p>Only for pictures: figures come from {@link org.wanglou.gis.terrain.Terrain}.
 */
final class HeightLattice {
  static final int STEP_PX = 2;

  private static final double EARTH_M = 2 * Math.PI * 6_378_137;

  private final int zoom;
  private final long left;
  private final long top;
  private final int columns;
  private final int rows;
  private final float[] heights;

  private HeightLattice(int zoom, long left, long top, int columns, int rows) {
    this.zoom = zoom;
    this.left = left;
    this.top = top;
    this.columns = columns;
    this.rows = rows;
    this.heights = new float[columns * rows];
  }

  /** All points in the window and so many more on each side. */
  static HeightLattice of(TerrainPyramid pyramid, PixelWindow window, int margin) {
    long left = Math.floorDiv(window.left(), STEP_PX) - margin;
    long top = Math.floorDiv(window.top(), STEP_PX) - margin;
    long right = -Math.floorDiv(-(window.left() + window.width()), STEP_PX) + margin;
    long bottom = -Math.floorDiv(-(window.top() + window.height()), STEP_PX) + margin;
    var lattice =
        new HeightLattice(
            window.z(), left, top, (int) (right - left) + 1, (int) (bottom - top) + 1);
    lattice.fill(pyramid.within(STEP_PX * 360.0 / lattice.worldPx()));
    return lattice;
  }

  private double worldPx() {
    return Math.scalb((double) TileId.SIZE, zoom);
  }

  private void fill(TerrainGrid grid) {
    var across = new double[columns];
    for (int i = 0; i < columns; i++) {
      across[i] = grid.posts().column((left + i) * STEP_PX / worldPx() * 360 - 180);
    }
    for (int j = 0; j < rows; j++) {
      double down = grid.posts().row(latitude(j));
      for (int i = 0; i < columns; i++) {
        heights[j * columns + i] = surface(grid, across[i], down);
      }
    }
  }

  private double latitude(double row) {
    double mercator = Math.PI * (1 - 2 * (top + row) * STEP_PX / worldPx());
    return Math.toDegrees(Math.atan(Math.sinh(mercator)));
  }

  private static float surface(TerrainGrid grid, double column, double row) {
    Posts posts = grid.posts();
    if (column < 0 || row < 0 || column > posts.columns() - 1 || row > posts.rows() - 1) {
      return Float.NaN;
    }
    int west = (int) column;
    int north = (int) row;
    double smooth = 0;
    for (int down = -1; down <= 2; down++) {
      double along = 0;
      for (int right = -1; right <= 2; right++) {
        along += weight(right, column - west) * grid.height(west + right, north + down);
      }
      smooth += weight(down, row - north) * along;
    }
    return Double.isNaN(smooth) ? (float) grid.between(column, row) : (float) smooth;
  }

  /** Catmull and Rom's weight of the post so many steps after the one before the place. */
  private static double weight(int post, double t) {
    return switch (post) {
      case -1 -> ((2 - t) * t - 1) * t / 2;
      case 0 -> ((3 * t - 5) * t * t + 2) / 2;
      case 1 -> ((4 - 3 * t) * t + 1) * t / 2;
      default -> (t - 1) * t * t / 2;
    };
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** NaN where nothing is known. */
  float at(int column, int row) {
    return heights[row * columns + column];
  }

  /** Pixel of the zoom, from the corner of the world. */
  double pixelX(double column) {
    return (left + column) * STEP_PX;
  }

  double pixelY(double row) {
    return (top + row) * STEP_PX;
  }

  /** Distance between two points of a row on the ground. */
  double stepM(int row) {
    return EARTH_M * Math.cos(Math.toRadians(latitude(row))) * STEP_PX / worldPx();
  }
}
