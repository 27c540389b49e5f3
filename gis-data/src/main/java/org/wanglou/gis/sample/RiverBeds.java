package org.wanglou.gis.sample;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.wanglou.gis.terrain.Posts;

/**
 * Cuts beds into the relief. The bed of a course is the nearest to the ground that never climbs
 * downstream (least squares, pooled neighbours), and ends at the bed that it joins. Posts that a
 * place on the course is read from lie on the bed, those farther away rise to the ground.
 */
final class RiverBeds {
  private static final double STEP_M = 25;
  private static final double BED_M = 85; // more than the diagonal between posts
  private static final double BANK_M = 220;
  private static final double BANK_RISE = 0.22;

  private final Posts posts;
  private final float[] heights;
  private final float[] nearestM;
  private final float[] bed;

  RiverBeds(Posts posts, float[] heights) {
    this.posts = posts;
    this.heights = heights;
    this.nearestM = new float[heights.length];
    this.bed = new float[heights.length];
    Arrays.fill(nearestM, Float.POSITIVE_INFINITY);
  }

  /**
   * @param courses downstream; those that others join come first
   */
  void cut(List<Rivers.Course> courses) {
    courses.forEach(this::lay);
    for (int i = 0; i < heights.length; i++) {
      if (nearestM[i] < BED_M) {
        heights[i] = bed[i];
      } else if (nearestM[i] < BANK_M) {
        double bank = bed[i] + BANK_RISE * (nearestM[i] - BED_M);
        heights[i] = (float) Math.min(heights[i], bank);
      }
    }
  }

  private void lay(Rivers.Course course) {
    var line = new LengthIndexedLine(course.line());
    int steps = Math.max(1, (int) Math.ceil(course.line().getLength() / STEP_M));
    var places = new Coordinate[steps + 1];
    var levels = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      places[i] = line.extractPoint(line.getEndIndex() * i / steps);
      levels[i] = ground(places[i]);
    }
    falling(levels);
    double end = joined(places[steps]);
    for (int i = 0; i <= steps; i++) {
      note(places[i], Math.max(levels[i], end));
    }
  }

  private double ground(Coordinate place) {
    var at = Plane.lonLat(place);
    int column = (int) Math.rint(posts.column(at.x));
    int row = (int) Math.rint(posts.row(at.y));
    return has(column, row) ? heights[row * posts.columns() + column] : 0;
  }

  /** Level of the bed already laid at a place, or none. */
  private double joined(Coordinate place) {
    var at = Plane.lonLat(place);
    int column = (int) Math.rint(posts.column(at.x));
    int row = (int) Math.rint(posts.row(at.y));
    int post = row * posts.columns() + column;
    return has(column, row) && nearestM[post] < BED_M ? bed[post] : Double.NEGATIVE_INFINITY;
  }

  private boolean has(int column, int row) {
    return column >= 0 && row >= 0 && column < posts.columns() && row < posts.rows();
  }

  /** Replaces each climb by the mean of what climbs (pool adjacent violators). */
  static void falling(double[] levels) {
    var sums = new double[levels.length];
    var counts = new int[levels.length];
    int pools = 0;
    for (double level : levels) {
      sums[pools] = level;
      counts[pools] = 1;
      while (pools > 0 && sums[pools] / counts[pools] > sums[pools - 1] / counts[pools - 1]) {
        sums[pools - 1] += sums[pools];
        counts[pools - 1] += counts[pools];
        pools--;
      }
      pools++;
    }
    int at = 0;
    for (int pool = 0; pool < pools; pool++) {
      double mean = sums[pool] / counts[pool];
      Arrays.fill(levels, at, at + counts[pool], mean);
      at += counts[pool];
    }
  }

  private void note(Coordinate place, double level) {
    var at = Plane.lonLat(place);
    int column = (int) Math.rint(posts.column(at.x));
    int row = (int) Math.rint(posts.row(at.y));
    for (int r = row - 4; r <= row + 4; r++) {
      for (int c = column - 5; c <= column + 5; c++) {
        if (has(c, r)) {
          double away = Plane.place(posts.lon(c), posts.lat(r)).distance(place);
          int post = r * posts.columns() + c;
          if (away < nearestM[post] && away < BANK_M) {
            nearestM[post] = (float) away;
            bed[post] = (float) level;
          }
        }
      }
    }
  }
}
