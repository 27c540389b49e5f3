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

  record Reservoir(String name, boolean pond, Polygon shore) {}

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
      var lake = lake(terrain, best, depthM, wet);
      lake.ifPresent(shore -> found.add(new Reservoir(name, name.isEmpty(), shore)));
    }
  }

  private static java.util.Optional<Polygon> lake(
      Terrain terrain, int dam, double depthM, boolean[] wet) {
    var grid = terrain.grid();
    double level = terrain.height()[dam] + depthM;
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
