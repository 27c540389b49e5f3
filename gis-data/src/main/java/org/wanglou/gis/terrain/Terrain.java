package org.wanglou.gis.terrain;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the ground is like at a place. A height between posts is bilinear. Near a void nothing is
 * invented: an answer that would need a missing height is empty, and {@link #cover} says why.
 */
public final class Terrain {
  /** Whether there is a height. */
  public enum Cover {
    KNOWN,
    /** Within the grid, but a post around the place has no height. */
    VOID,
    /** Beyond the outermost posts. */
    OUTSIDE
  }

  private final TerrainGrid grid;

  public Terrain(TerrainGrid grid) {
    this.grid = grid;
  }

  public TerrainGrid grid() {
    return grid;
  }

  public OptionalDouble elevationM(double lon, double lat) {
    double height = heightAt(grid.posts().column(lon), grid.posts().row(lat));
    return Double.isNaN(height) ? OptionalDouble.empty() : OptionalDouble.of(height);
  }

  public Cover cover(double lon, double lat) {
    double column = grid.posts().column(lon);
    double row = grid.posts().row(lat);
    if (!isInside(column, row)) {
      return Cover.OUTSIDE;
    }
    return Double.isNaN(heightAt(column, row)) ? Cover.VOID : Cover.KNOWN;
  }

  /**
   * Slope and aspect by Horn's weights (1981) from the place's own height's eight neighbours, one
   * post's distance away, on the ellipsoid's metric cell. On a post it is what GDAL computes from
   * the posts around.
   *
   * @return empty where one of the nine heights is missing
   */
  public Optional<Slope> slope(double lon, double lat) {
    double column = grid.posts().column(lon);
    double row = grid.posts().row(lat);
    var around = new double[9];
    for (int i = 0; i < around.length; i++) {
      int down = i / 3 - 1;
      around[i] = heightAt(column + i % 3 - 1, row + down);
      if (Double.isNaN(around[i])) {
        return Optional.empty();
      }
    }
    var cell = MetricCell.at(lat);
    double east =
        (around[2] + 2 * around[5] + around[8] - around[0] - 2 * around[3] - around[6])
            / (8 * cell.eastMPerDegree() * grid.posts().stepLon());
    double north =
        (around[0] + 2 * around[1] + around[2] - around[6] - 2 * around[7] - around[8])
            / (8 * cell.northMPerDegree() * grid.posts().stepLat());
    return Optional.of(
        new Slope(Math.toDegrees(Math.atan(Math.hypot(east, north))), aspect(east, north)));
  }

  private static OptionalDouble aspect(double east, double north) {
    if (east == 0 && north == 0) {
      return OptionalDouble.empty();
    }
    double degrees = Math.toDegrees(Math.atan2(-east, -north));
    return OptionalDouble.of(degrees < 0 ? degrees + 360 : degrees);
  }

  private double heightAt(double column, double row) {
    return isInside(column, row) ? grid.between(column, row) : Double.NaN;
  }

  private boolean isInside(double column, double row) {
    return column >= 0
        && row >= 0
        && column <= grid.posts().columns() - 1
        && row <= grid.posts().rows() - 1;
  }
}
