package org.wanglou.gis.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.wanglou.gis.terrain.TerrainGrid;

/** What a reservoir's ground holds below each level, counted over the posts of the relief. */
final class Basin {
  private static final double WEIR = 1.6; // discharge of a broad crest, m^0.5/s

  private final double[] heights;
  private final double postM2;

  private Basin(double[] heights, double postM2) {
    this.heights = heights;
    this.postM2 = postM2;
  }

  /**
   * @param ground on the plane
   */
  static Basin of(TerrainGrid terrain, Polygon ground) {
    var posts = terrain.posts();
    var inside = new IndexedPointInAreaLocator(ground);
    var box = Plane.lonLat(ground).getEnvelopeInternal();
    var heights = new ArrayList<Double>();
    for (int row = (int) posts.row(box.getMaxY()); row <= posts.row(box.getMinY()); row++) {
      for (int c = (int) posts.column(box.getMinX()); c <= posts.column(box.getMaxX()); c++) {
        var place = Plane.place(posts.lon(c), posts.lat(row));
        if (inside.locate(place) != Location.EXTERIOR) {
          heights.add((double) terrain.height(c, row));
        }
      }
    }
    double postM2 =
        (Plane.x(posts.stepLon()) - Plane.x(0)) * (Plane.y(posts.stepLat()) - Plane.y(0));
    return new Basin(heights.stream().mapToDouble(h -> h).sorted().toArray(), postM2);
  }

  double bedM() {
    return heights[0];
  }

  double areaM2(double levelM) {
    long under = Arrays.stream(heights).filter(h -> h < levelM).count();
    return Scene.rounded(under * postM2, 10);
  }

  double volumeM3(double levelM) {
    double sum = 0;
    for (double height : heights) {
      sum += Math.max(0, levelM - height);
    }
    return Scene.rounded(sum * postM2, 10);
  }

  /** Level, area and volume, metre by metre from the bed to the crest. */
  List<Map<String, Object>> levelAreaVolume(double crestM) {
    var rows = new ArrayList<Map<String, Object>>();
    double bed = Math.floor(bedM());
    for (double level = bed; level < crestM; level++) {
      rows.add(row(level));
    }
    rows.add(row(Scene.cents(crestM)));
    return rows;
  }

  private Map<String, Object> row(double levelM) {
    return Layers.row("level_m", levelM, "area_m2", areaM2(levelM), "volume_m3", volumeM3(levelM));
  }

  /** Over a spillway whose crest is the normal level. */
  static double dischargeM3s(double widthM, double normalM, double levelM) {
    double over = Math.max(0, levelM - normalM);
    return Scene.cents(WEIR * widthM * over * Math.sqrt(over));
  }

  static List<Map<String, Object>> rating(double widthM, double normalM, double crestM) {
    var rows = new ArrayList<Map<String, Object>>();
    for (int step = 0; normalM + step * 0.5 <= crestM + 1e-9; step++) {
      double level = Scene.cents(normalM + step * 0.5);
      rows.add(Layers.row("level_m", level, "discharge_m3s", dischargeM3s(widthM, normalM, level)));
    }
    return rows;
  }
}
