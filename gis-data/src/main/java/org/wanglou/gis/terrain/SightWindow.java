package org.wanglou.gis.terrain;

import org.locationtech.jts.geom.Coordinate;

/**
 * The heights around an observer in one array, so that millions of sight lines read it quickly.
 * Distances are straight in longitude and latitude with the metric cell of the observer's latitude:
 * at 30 km this lies up to 13 m beside the geodesic, less than a post.
 */
final class SightWindow {
  /**
   * Posts from the observer to the edge; where more would be needed each second, third … post is
   * taken. Bounds a viewshed to 0.8 million sight lines.
   */
  static final int MOST_POSTS = 500;

  private final Posts posts;
  private final int thinning;
  private final int firstColumn;
  private final int firstRow;
  private final int width;
  private final int height;
  private final float[] heights;
  final double observerColumn;
  final double observerRow;
  final double eastM;
  final double northM;
  final double earthRadiusM;

  private SightWindow(TerrainGrid grid, Coordinate observer, double radiusM) {
    this.posts = grid.posts();
    var cell = MetricCell.at(observer.y);
    double postEastM = cell.eastMPerDegree() * posts.stepLon();
    double postNorthM = cell.northMPerDegree() * posts.stepLat();
    this.earthRadiusM = cell.radiusM();
    this.thinning =
        Math.max(1, (int) Math.ceil(radiusM / Math.min(postEastM, postNorthM) / MOST_POSTS));
    this.eastM = postEastM * thinning;
    this.northM = postNorthM * thinning;
    int across = (int) Math.ceil(radiusM / eastM) + 1;
    int down = (int) Math.ceil(radiusM / northM) + 1;
    double column = posts.column(observer.x);
    double row = posts.row(observer.y);
    this.firstColumn = (int) Math.floor(column) - across * thinning;
    this.firstRow = (int) Math.floor(row) - down * thinning;
    this.width = 2 * across + 2;
    this.height = 2 * down + 2;
    this.observerColumn = (column - firstColumn) / thinning;
    this.observerRow = (row - firstRow) / thinning;
    this.heights = new float[width * height];
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        heights[r * width + c] = grid.height(firstColumn + c * thinning, firstRow + r * thinning);
      }
    }
  }

  static SightWindow around(TerrainGrid grid, Coordinate observer, double radiusM) {
    return new SightWindow(grid, observer, radiusM);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  float at(int column, int row) {
    return heights[row * width + column];
  }

  /** Distance from the observer on the level. */
  double distanceM(double column, double row) {
    double east = (column - observerColumn) * eastM;
    double north = (row - observerRow) * northM;
    return Math.sqrt(east * east + north * north);
  }

  double lon(double column) {
    return posts.lon(firstColumn + column * thinning);
  }

  double lat(double row) {
    return posts.lat(firstRow + row * thinning);
  }
}
