package org.wanglou.gis.sample;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Woods on the high ground, away from people. */
final class Forests {
  private static final double SHARE = 0.33; // of the county, before the small pieces go
  private static final double LEAST_M2 = 120_000;
  private static final double CLEARED_M = 240; // around people
  private static final double BEYOND_M = 400;

  private Forests() {}

  static List<Polygon> on(Land land, List<Settlement> settlements) {
    var grid = land.grid();
    var terrain = land.terrain();
    var noise = Noise.of("forest");
    var lived = new boolean[grid.size()];
    settlements.forEach(s -> lived[grid.at(s.centre())] = true);
    var peopleM = grid.distanceTo(i -> lived[i]);
    var field = new double[grid.size()];
    var inside = new double[grid.size()];
    int count = 0;
    for (int i = 0; i < field.length; i++) {
      double x = grid.x(i);
      double y = grid.y(i);
      double far = Math.min(1, peopleM[i] / 1_500) + Math.min(1, land.riverM()[i] / 1_200);
      field[i] =
          terrain.height()[i] / 130 + 1.6 * noise.rough(x, y, 3_200) + 1.2 * far + x / 26_000;
      if (terrain.insideM()[i] > 0) {
        inside[count++] = field[i];
      }
    }
    Arrays.sort(inside, 0, count);
    double edge = inside[(int) (count * (1 - SHARE))];
    for (int i = 0; i < field.length; i++) {
      double cleared =
          Math.min(
                  peopleM[i] - CLEARED_M * (1 + noise.smooth(grid.x(i), grid.y(i), 300)),
                  land.wetM()[i] - 60)
              / 100;
      double rim = (terrain.insideM()[i] + BEYOND_M) / 100; // cut along the county line below
      field[i] = Math.min(field[i] - edge, Math.min(cleared, rim));
    }
    return Contours.above(grid, field, LEAST_M2, 18).stream()
        .flatMap(wood -> inside(wood.intersection(land.outline())))
        .toList();
  }

  private static Stream<Polygon> inside(Geometry cut) {
    return IntStream.range(0, cut.getNumGeometries())
        .mapToObj(cut::getGeometryN)
        .filter(part -> part instanceof Polygon && part.getArea() > LEAST_M2)
        .map(part -> (Polygon) part.norm());
  }
}
