package org.wanglou.gis.sample;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Invented loess hills: a rough start with two guided valleys, worn down by running water (stream
 * power law, implicit, Braun and Willett 2013) while the ground rises, on grids of 320, 160 and 80
 * m. Invented from end to end: no elevation of the true county is known here but that of its seat.
 *
 * @param height metres above the sea, invented; NaN never
 * @param insideM distance to the county line, negative outside
 * @param active cells that have ground: the county and a rim of {@value #RIM_M} m
 */
@SuppressWarnings("ArrayRecordComponent") // fields over many cells; never compared
record Terrain(Grid grid, double[] height, double[] insideM, boolean[] active, Drainage drainage) {
  private static final double RIM_M = 1_500;
  private static final double COARSE_M = 320;
  static final double LOWEST_M = 850;
  private static final double HIGHEST_M = 1_950;

  /** Of the valley floor at the county seat, which stands at 1,022 m after ETOPO1. */
  private static final double SEAT_M = 1_012;

  private static final double STEEPEST = 0.32; // loess slips above this

  // Water cuts by WEAR * area^SPREAD; the figures give slopes of 6 % where 1 km² drains.
  private static final double WEAR = 0.033;
  private static final double SPREAD = 0.45;
  private static final double RISE_M = 40; // of the ground in one round

  // Grain of the two drainage systems, mouth first: mouths lie in the south-west and the west.
  private static final double[][] VALLEYS = {
    {
      110.874, 36.452, 110.872, 36.50, 110.905, 36.55, 110.92, 36.60, 110.944, 36.69, 110.985,
      36.77, 111.025, 36.85, 111.05, 36.92
    },
    {110.92, 36.60, 110.98, 36.632, 111.06, 36.63, 111.13, 36.665, 111.21, 36.69},
    {110.738, 36.627, 110.79, 36.66, 110.835, 36.70, 110.85, 36.76, 110.875, 36.83},
  };

  static Terrain of(Polygon outline) {
    var box = outline.getEnvelopeInternal();
    box.expandBy(RIM_M + COARSE_M);
    var grid =
        new Grid(
            box.getMinX(),
            box.getMinY(),
            COARSE_M,
            (int) Math.ceil(box.getWidth() / COARSE_M),
            (int) Math.ceil(box.getHeight() / COARSE_M));
    var ground = start(grid);
    var worn = worn(grid, outline, ground, 24);
    for (int rounds : new int[] {5, 2}) {
      ground = refined(worn.grid, worn.height);
      worn = worn(worn.grid.finer(2), outline, ground, rounds);
    }
    return scaled(worn);
  }

  private static double[] start(Grid grid) {
    var rough = Noise.of("ground");
    var geometries = new GeometryFactory();
    var valleys = List.of(VALLEYS).stream().map(v -> line(geometries, v)).toList();
    var height = new double[grid.size()];
    for (int i = 0; i < height.length; i++) {
      var middle = geometries.createPoint(grid.middle(i));
      double away = valleys.stream().mapToDouble(v -> v.distance(middle)).min().orElseThrow();
      double upstream = grid.y(i) + 24_000 + 0.3 * Math.abs(grid.x(i));
      height[i] = 0.014 * away + 0.004 * upstream + 120 * rough.rough(grid.x(i), grid.y(i), 7_000);
    }
    return height;
  }

  static LineString line(GeometryFactory geometries, double[] lonLat) {
    var places = new Coordinate[lonLat.length / 2];
    for (int i = 0; i < places.length; i++) {
      places[i] = Plane.place(lonLat[2 * i], lonLat[2 * i + 1]);
    }
    return geometries.createLineString(places);
  }

  private static double[] refined(Grid coarse, double[] height) {
    var grid = coarse.finer(2);
    var rough = Noise.of("grain" + grid.columns());
    var fine = new double[grid.size()];
    for (int i = 0; i < fine.length; i++) {
      fine[i] =
          coarse.between(height, grid.x(i), grid.y(i))
              + 0.06 * grid.cellM() * rough.rough(grid.x(i), grid.y(i), 4 * grid.cellM());
    }
    return fine;
  }

  private static Terrain worn(Grid grid, Polygon outline, double[] height, int rounds) {
    var inside = grid.covered(outline);
    var toInside = grid.distanceTo(i -> inside[i]);
    var toOutside = grid.distanceTo(i -> !inside[i]);
    var insideM = new double[grid.size()];
    var active = new boolean[grid.size()];
    for (int i = 0; i < insideM.length; i++) {
      insideM[i] = inside[i] ? toOutside[i] : -toInside[i];
      active[i] = insideM[i] > -RIM_M;
    }
    var outlets = new int[] {mouth(grid, active, VALLEYS[0]), mouth(grid, active, VALLEYS[2])};
    for (int round = 0; round < rounds; round++) {
      wear(grid, Drainage.of(grid, active, outlets, height), height, Terrain::uplift);
    }
    var drainage = Drainage.of(grid, active, outlets, height);
    return new Terrain(grid, height, insideM, active, drainage);
  }

  private static int mouth(Grid grid, boolean[] active, double[] valley) {
    var place = Plane.place(valley[0], valley[1]);
    int best = -1;
    for (int i = 0; i < active.length; i++) {
      if (active[i]
          && (best < 0 || place.distance(grid.middle(i)) < place.distance(grid.middle(best)))) {
        best = i;
      }
    }
    return best;
  }

  static void wear(Grid grid, Drainage drainage, double[] height, DoubleBinaryOperator uplift) {
    for (int cell : drainage.order()) {
      int down = drainage.receiver()[cell];
      if (down == cell) {
        height[cell] = 0;
        continue;
      }
      double runM = grid.distanceM(cell, down);
      double cut = WEAR * RISE_M * StrictMath.pow(drainage.areaM2()[cell], SPREAD) / runM;
      double risen = height[cell] + RISE_M * uplift.applyAsDouble(grid.x(cell), grid.y(cell));
      double worn = (risen + cut * height[down]) / (1 + cut);
      height[cell] = Math.min(worn, height[down] + STEEPEST * runM);
    }
  }

  /** The east and the north-east rise faster: there the hills become mountains. */
  private static double uplift(double x, double y) {
    double east = Math.max(0, Math.min(1, (x + 0.25 * y + 4_000) / 26_000));
    return 0.55 + 0.9 * east * east;
  }

  /**
   * Brings the mouth, the seat and the top to their heights. What lies higher stays higher, so
   * water runs as before: a share t of the rise becomes t (1 + k) / (1 + k t).
   */
  private static Terrain scaled(Terrain raw) {
    double top = 0;
    for (int cell : raw.drainage.order()) {
      top = raw.insideM[cell] > 0 ? Math.max(top, raw.height[cell]) : top;
    }
    double t = floorAtSeat(raw) / top;
    double wanted = (SEAT_M - LOWEST_M) / (HIGHEST_M - LOWEST_M);
    double k = Math.max(0, (wanted - t) / (t * (1 - wanted)));
    for (int i = 0; i < raw.height.length; i++) {
      double share = raw.height[i] / top;
      raw.height[i] =
          raw.active[i]
              ? LOWEST_M + (HIGHEST_M - LOWEST_M) * share * (1 + k) / (1 + k * share)
              : HIGHEST_M;
    }
    return raw;
  }

  private static double floorAtSeat(Terrain raw) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int cell : raw.drainage.order()) {
      if (raw.grid.middle(cell).distance(Settlements.SEAT) < 1_000) {
        lowest = Math.min(lowest, raw.height[cell]);
      }
    }
    return lowest;
  }

  /** Distance to the county line, negative outside; far outside, a large negative number. */
  double insideM(double x, double y) {
    return grid.between(insideM, x, y);
  }

  /** Steepest rise to a neighbour. */
  double slope(int cell) {
    double steepest = 0;
    for (var by : Grid.AROUND) {
      int other = grid.step(cell, by);
      if (other >= 0) {
        steepest = Math.max(steepest, Math.abs(height[other] - height[cell]) / grid.stepM(by));
      }
    }
    return steepest;
  }
}
