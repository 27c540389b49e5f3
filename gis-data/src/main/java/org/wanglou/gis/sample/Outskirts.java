package org.wanglou.gis.sample;

import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The ground of the neighbours, invented as that of the county is and fitted to it along the
 * county's rim, so that relief does not end at the county line. Its rivers take up those that leave
 * the county and run on to the rim of the map, falling all the way.
 *
 * @param height metres above the sea; over the county that of the county
 * @param beyond cells that are not the county's
 */
@SuppressWarnings("ArrayRecordComponent") // fields over many cells; never compared
record Outskirts(Grid grid, double[] height, boolean[] beyond, Drainage drainage) {
  private static final double COARSE_M = 320;
  private static final double SEAM_M = -1_100; // where the two grounds meet, from the county line
  private static final double FADE_M = 7_000; // over which the fitting is forgotten
  private static final double RELIEF_M = 1_500; // from the lowest to the highest ground
  private static final double BENT = 1.4; // as in the county, low ground is spread over more metres
  private static final int ROUNDS = 14;
  private static final int SPREADING = 40;

  /** Grain of the valleys, mouth first: to the great river in the west, and to the east. */
  private static final double[][] VALLEYS = {
    {110.46, 36.19, 110.47, 36.50, 110.50, 36.80, 110.47, 37.20},
    {110.874, 36.452, 110.80, 36.42, 110.66, 36.46, 110.56, 36.43, 110.48, 36.45},
    {110.738, 36.627, 110.66, 36.60, 110.60, 36.64, 110.49, 36.60},
    {110.49, 36.90, 110.62, 36.96, 110.80, 37.02, 111.00, 37.06},
    {111.56, 36.55, 111.45, 36.58, 111.36, 36.64},
    {111.56, 36.90, 111.40, 36.88, 111.24, 36.98, 111.15, 37.05},
    {111.20, 36.19, 111.16, 36.30, 111.05, 36.42},
  };

  /** Where water leaves the map. */
  private static final double[][] MOUTHS = {
    {110.46, 36.19}, {111.56, 36.55}, {111.56, 36.90}, {111.20, 36.19}, {110.80, 36.19}
  };

  /** Where the county's rivers come out. */
  private static final double[][] INFLOWS = {{110.874, 36.452}, {110.738, 36.627}};

  static Outskirts around(Terrain county) {
    var grid = new Grid(-52_000, -58_200, COARSE_M, 326, 366);
    var height = start(grid);
    var worn = worn(grid, county, height, ROUNDS);
    var finer = worn.grid.finer(2);
    worn = worn(finer, county, refined(worn, finer), 2);
    return worn.inMetres().fittedTo(county);
  }

  /** As ground on which rivers are drawn. */
  Terrain asTerrain() {
    return new Terrain(grid, height, new double[0], beyond, drainage);
  }

  private static double[] start(Grid grid) {
    var rough = Noise.of("outskirts");
    var geometries = new GeometryFactory();
    var valleys = new org.locationtech.jts.geom.LineString[VALLEYS.length];
    for (int v = 0; v < VALLEYS.length; v++) {
      valleys[v] = Terrain.line(geometries, VALLEYS[v]);
    }
    var height = new double[grid.size()];
    for (int i = 0; i < height.length; i++) {
      var middle = geometries.createPoint(grid.middle(i));
      double away = Double.POSITIVE_INFINITY;
      for (var valley : valleys) {
        away = Math.min(away, valley.distance(middle));
      }
      double fromWest = Math.min(grid.x(i) + 48_000, 60_000);
      height[i] = 0.014 * away + 0.004 * fromWest + 120 * rough.rough(grid.x(i), grid.y(i), 7_000);
    }
    return height;
  }

  private static double[] refined(Outskirts coarse, Grid finer) {
    var rough = Noise.of("outskirts" + finer.columns());
    var fine = new double[finer.size()];
    for (int i = 0; i < fine.length; i++) {
      double x = finer.x(i);
      double y = finer.y(i);
      fine[i] = coarse.grid.between(coarse.height, x, y) + 8 * rough.rough(x, y, 640);
    }
    return fine;
  }

  private static Outskirts worn(Grid grid, Terrain county, double[] height, int rounds) {
    var beyond = new boolean[grid.size()];
    for (int i = 0; i < beyond.length; i++) {
      int column = grid.column(i);
      int row = grid.row(i);
      beyond[i] =
          column > 0
              && row > 0
              && column < grid.columns() - 1
              && row < grid.rows() - 1
              && county.insideM(grid.x(i), grid.y(i)) < SEAM_M;
    }
    var outlets = new int[MOUTHS.length];
    for (int i = 0; i < outlets.length; i++) {
      outlets[i] = nearest(grid, beyond, MOUTHS[i]);
    }
    for (int round = 0; round < rounds; round++) {
      Terrain.wear(grid, drained(grid, county, beyond, outlets, height), height, Outskirts::uplift);
    }
    return new Outskirts(grid, height, beyond, drained(grid, county, beyond, outlets, height));
  }

  /** Drainage with what flows in from the county. */
  private static Drainage drained(
      Grid grid, Terrain county, boolean[] beyond, int[] outlets, double[] height) {
    var drainage = Drainage.of(grid, beyond, outlets, height);
    for (var inflow : INFLOWS) {
      var mouth = county.grid().at(Plane.place(inflow[0], inflow[1]));
      double areaM2 = county.drainage().largestWithin(county.grid(), mouth, 1_500);
      int cell = nearest(grid, beyond, inflow);
      drainage.areaM2()[cell] += areaM2;
      while (drainage.receiver()[cell] != cell) {
        cell = drainage.receiver()[cell];
        drainage.areaM2()[cell] += areaM2;
      }
    }
    return drainage;
  }

  private static int nearest(Grid grid, boolean[] among, double[] lonLat) {
    Coordinate place = Plane.place(lonLat[0], lonLat[1]);
    int best = -1;
    for (int i = 0; i < among.length; i++) {
      if (among[i]
          && (best < 0 || place.distance(grid.middle(i)) < place.distance(grid.middle(best)))) {
        best = i;
      }
    }
    return best;
  }

  /**
   * The county's mouths lie at its lowest, and the rivers that take them up must lie at it, too.
   */
  private Outskirts inMetres() {
    double top = 0;
    for (int cell : drainage.order()) {
      top = Math.max(top, height[cell]);
    }
    double atMouth = bent(height[nearest(grid, beyond, INFLOWS[0])] / top);
    for (int i = 0; i < height.length; i++) {
      height[i] = Terrain.LOWEST_M + RELIEF_M * (bent(height[i] / top) - atMouth);
    }
    return this;
  }

  private static double bent(double share) {
    return share * (1 + BENT) / (1 + BENT * share);
  }

  /** The mountains in the east rise faster than the hills above the great river. */
  private static double uplift(double x, double y) {
    double east = Math.max(0, Math.min(1, (x + 0.25 * y + 30_000) / 60_000));
    return 0.8 + 0.6 * east * east;
  }

  /** Lifts or lowers the ground at the seam to the county's, and less and less away from it. */
  private Outskirts fittedTo(Terrain county) {
    var gap = new double[grid.size()];
    for (int i = 0; i < gap.length; i++) {
      if (county.insideM(grid.x(i), grid.y(i)) >= SEAM_M) {
        double own = county.grid().between(county.height(), grid.x(i), grid.y(i));
        gap[i] = own - height[i];
        height[i] = own;
      }
    }
    var fromSeamM = grid.distanceTo(i -> county.insideM(grid.x(i), grid.y(i)) >= SEAM_M);
    spread(gap, fromSeamM);
    for (int i = 0; i < gap.length; i++) {
      if (beyond[i]) {
        double t = Math.max(0, 1 - fromSeamM[i] / FADE_M);
        height[i] += t * t * (3 - 2 * t) * gap[i];
      }
    }
    return this;
  }

  /** Carries the gap at the seam outward, each cell the mean of those around it. */
  private void spread(double[] gap, double[] fromSeamM) {
    var around = grid.offsets(Grid.AROUND);
    var near =
        IntStream.range(0, gap.length).filter(i -> beyond[i] && fromSeamM[i] < FADE_M).toArray();
    for (int round = 0; round < SPREADING; round++) {
      for (int at = 0; at < near.length; at++) {
        int cell = near[round % 2 == 0 ? at : near.length - 1 - at];
        double sum = 0;
        for (int step : around) {
          sum += gap[cell + step];
        }
        gap[cell] = sum / around.length;
      }
    }
  }
}
