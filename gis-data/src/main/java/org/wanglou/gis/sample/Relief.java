package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.wanglou.gis.terrain.Posts;
import org.wanglou.gis.terrain.TerrainGrid;

/**
 * The heights that are stored: county and outskirts as one smooth ground with small gullies, at
 * posts some 55 m apart, and with the beds of the drawn rivers and streams cut into it, so that a
 * river falls where it is drawn.
 */
final class Relief {
  private static final double STEP_LON = 0.0006;
  private static final double STEP_LAT = 0.0005;

  /** Beyond the county's box, in its own size; the map ends there. */
  private static final double MARGIN = 0.6;

  private static final double SEAM_FROM_M = -1_050;
  private static final double SEAM_TO_M = -600;
  private static final double GULLY_WAVE_M = 380;
  private static final double GULLY_M = 3;

  private final Land land;
  private final Outskirts outskirts;
  private final Posts posts;
  private final Noise gullies = Noise.of("gullies");

  private Relief(Land land, Outskirts outskirts) {
    this.land = land;
    this.outskirts = outskirts;
    var box = new Envelope(Plane.lonLat(land.outline()).getEnvelopeInternal());
    box.expandBy(MARGIN * box.getWidth(), MARGIN * box.getHeight());
    this.posts = Posts.covering(box, STEP_LON, STEP_LAT);
  }

  static TerrainGrid of(Land land, Outskirts outskirts, Rivers beyond) {
    var relief = new Relief(land, outskirts);
    var heights = relief.heights();
    var courses = new ArrayList<>(land.rivers().whole());
    courses.addAll(beyond.whole());
    courses.sort(Comparator.comparing(Rivers.Course::areaM2).reversed());
    new RiverBeds(relief.posts, heights).cut(courses);
    return TerrainGrid.of(relief.posts, heights);
  }

  private float[] heights() {
    var heights = new float[Math.toIntExact(posts.count())];
    IntStream.range(0, posts.rows()).parallel().forEach(row -> fill(heights, row));
    return heights;
  }

  private void fill(float[] heights, int row) {
    double y = Plane.y(posts.lat(row));
    for (int column = 0; column < posts.columns(); column++) {
      heights[row * posts.columns() + column] = (float) at(Plane.x(posts.lon(column)), y);
    }
  }

  private double at(double x, double y) {
    double inside = land.terrain().insideM(x, y);
    double own = Math.max(0, Math.min(1, (inside - SEAM_FROM_M) / (SEAM_TO_M - SEAM_FROM_M)));
    double ground = 0;
    if (own > 0) {
      ground += own * land.grid().smooth(land.terrain().height(), x, y);
    }
    if (own < 1) {
      ground += (1 - own) * outskirts.grid().smooth(outskirts.height(), x, y);
    }
    return ground
        + GULLY_M * gullies.smooth(x, y, GULLY_WAVE_M)
        + GULLY_M / 2 * gullies.smooth(x + 7_919, y, GULLY_WAVE_M / 2);
  }
}
