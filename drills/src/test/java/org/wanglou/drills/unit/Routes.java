package org.wanglou.drills.unit;

import java.util.ArrayList;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Crooked roads of a mountain county, some with a point twice. */
final class Routes {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private Routes() {}

  static Arbitrary<LineString> any() {
    return Combinators.combine(
            Arbitraries.integers().between(2, 60), Arbitraries.longs().between(0, 1L << 40))
        .as(Routes::crooked);
  }

  static LineString line(double... lonLat) {
    var points = new ArrayList<Coordinate>();
    for (int i = 0; i < lonLat.length; i += 2) {
      points.add(new Coordinate(lonLat[i], lonLat[i + 1]));
    }
    return GEOMETRY.createLineString(points.toArray(Coordinate[]::new));
  }

  /** The end of one route leads on. */
  static LineString from(Place start, LineString shape) {
    var points = shape.copy().getCoordinates();
    double east = start.lon() - points[0].x;
    double north = start.lat() - points[0].y;
    var moved = new Coordinate[points.length];
    for (int i = 0; i < points.length; i++) {
      moved[i] = new Coordinate(points[i].x + east, points[i].y + north);
    }
    return GEOMETRY.createLineString(moved);
  }

  private static LineString crooked(int points, long seed) {
    var random = new Random(seed);
    var line = new Coordinate[points];
    line[0] = new Coordinate(110.9, 36.7);
    for (int i = 1; i < points; i++) {
      boolean twice = i > 1 && random.nextInt(12) == 0;
      line[i] =
          twice
              ? line[i - 1].copy()
              : new Coordinate(
                  line[i - 1].x + random.nextGaussian() * 0.004,
                  line[i - 1].y + random.nextGaussian() * 0.004);
    }
    return GEOMETRY.createLineString(line);
  }
}
