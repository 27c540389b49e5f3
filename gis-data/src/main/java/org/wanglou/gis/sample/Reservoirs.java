package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * Lakes behind dams: a few reservoirs on the smaller rivers and silt ponds 淤地坝 on streams. A lake
 * covers what lies upstream of its dam below its level.
 *
 * @param wet cells under water
 */
@SuppressWarnings("ArrayRecordComponent") // fields over many cells; never compared
record Reservoirs(List<Reservoir> all, boolean[] wet) {
  private static final List<String> NAMES = List.of("水堤水库", "下李水库", "三交水库");
  private static final int PONDS = 14;
  private static final double APART_M = 6_000;

  private static final double CREST_ABOVE_M = 4;

  /**
   * A lake and its dam, on the plane.
   *
   * @param dam cell of the dam
   * @param levelM normal level, metres above the sea
   * @param basin what lies below the crest of the dam, {@value #CREST_ABOVE_M} m above that level
   */
  record Reservoir(
      String name, boolean pond, Polygon shore, int dam, double levelM, Polygon basin) {
    double crestM() {
      return levelM + CREST_ABOVE_M;
    }
  }

  static Reservoirs of(Terrain terrain) {
    var found = new ArrayList<Reservoir>();
    var wet = new boolean[terrain.grid().size()];
    var dams = new ArrayList<Integer>();
    for (var name : NAMES) {
      dam(terrain, name, 26e6, 80e6, 15, dams, wet, found);
    }
    for (int i = 0; i < PONDS; i++) {
      dam(terrain, "", 3e6, 9e6, 7, dams, wet, found);
    }
    return new Reservoirs(found, wet);
  }

  private static void dam(
      Terrain terrain,
      String name,
      double fromM2,
      double toM2,
      double depthM,
      List<Integer> dams,
      boolean[] wet,
      List<Reservoir> found) {
    var grid = terrain.grid();
    var chance = Noise.of("dams");
    int best = -1;
    for (int cell : terrain.drainage().order()) {
      double area = terrain.drainage().areaM2()[cell];
      if (area >= fromM2
          && area <= toM2
          && terrain.insideM()[cell] > 2_500
          && dams.stream().allMatch(d -> grid.distanceM(d, cell) > APART_M)
          && (best < 0 || chance.at(cell, 1) < chance.at(best, 1))) {
        best = cell;
      }
    }
    if (best >= 0) {
      dams.add(best);
      int dam = best;
      double level = terrain.height()[dam] + depthM;
      var basin = lake(terrain, dam, level + CREST_ABOVE_M, new boolean[wet.length]);
      var lake = lake(terrain, dam, level, wet);
      lake.ifPresent(
          shore ->
              found.add(
                  new Reservoir(name, name.isEmpty(), shore, dam, level, basin.orElseThrow())));
    }
  }

  private static java.util.Optional<Polygon> lake(
      Terrain terrain, int dam, double level, boolean[] wet) {
    var grid = terrain.grid();
    var field = new double[grid.size()];
    Arrays.fill(field, -4);
    var upstream = new boolean[grid.size()];
    upstream[dam] = true;
    for (int cell : terrain.drainage().order()) {
      upstream[cell] |= upstream[Math.max(0, terrain.drainage().receiver()[cell])];
      double under = level - terrain.height()[cell];
      if (upstream[cell] && under > 0 && grid.distanceM(dam, cell) < 2_400) {
        field[cell] = under;
        wet[cell] = true;
      }
    }
    return Contours.above(grid, field, 8_000, 12).stream().findFirst();
  }
}
