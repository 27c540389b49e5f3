package org.wanglou.gis.tile;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;

/**
 * Draws roads from the deepest tunnel up to the highest bridge. In each storey all casings come
 * before all fills, so that junctions are open, and less important classes before more important
 * ones.
 */
final class RoadPainter {
  /** Below this extent on the screen a road is not seen. */
  private static final double MIN_PX = 0.3;

  private static final int TUNNELS = -1000;

  private final TileStyle style;
  private final Palette palette;
  private final PixelWindow window;
  private final Graphics2D g;

  RoadPainter(TileStyle style, Palette palette, PixelWindow window, Graphics2D g) {
    this.style = style;
    this.palette = palette;
    this.window = window;
    this.g = g;
  }

  void paint(BaseMap map, Envelope plane) {
    var storeys = new TreeMap<Integer, Map<Integer, Path2D>>();
    for (int i = 0; i < style.roads().size(); i++) {
      if (window.z() >= style.roads().get(i).from()) {
        collect(map, plane, i, storeys);
      }
    }
    storeys.forEach(this::paintStorey);
  }

  private void collect(
      BaseMap map, Envelope plane, int rule, Map<Integer, Map<Integer, Path2D>> storeys) {
    for (var roadClass : style.roads().get(rule).classes().stream().sorted().toList()) {
      for (var road : map.roads(roadClass, plane)) {
        if (road.outline().extentPx(window.z()) >= MIN_PX) {
          storeys
              .computeIfAbsent(storey(road), s -> new TreeMap<>())
              .computeIfAbsent(rule, r -> new Path2D.Double())
              .append(road.outline().path(window), false);
        }
      }
    }
  }

  private static int storey(MapRoad road) {
    return switch (road.course()) {
      case TUNNEL -> TUNNELS + road.level();
      case GROUND -> 0;
      case BRIDGE -> Math.max(1, road.level());
    };
  }

  private void paintStorey(int storey, Map<Integer, Path2D> paths) {
    paths.forEach(
        (i, path) -> style.roads().get(i).casing().ifPresent(c -> casing(storey, i, c, path)));
    paths.forEach((i, path) -> fill(storey, style.roads().get(i), path));
  }

  private void casing(int storey, int rule, RoadRule.Casing casing, Path2D path) {
    var width = style.roads().get(rule).width().at(window.z()) + 2 * casing.width().at(window.z());
    if (storey < 0) {
      draw(path, style.tunnel().casing(), Strokes.of(width, style.tunnel().dash()));
    } else if (storey > 0 && window.z() >= style.bridge().from()) {
      draw(path, style.bridge().casing(), Strokes.flat(width));
    } else {
      draw(path, casing.colour(), Strokes.of(width, Dash.NONE));
    }
  }

  private void fill(int storey, RoadRule rule, Path2D path) {
    boolean inTunnel = storey < 0 && rule.casing().isPresent();
    var pen = Strokes.of(rule.width().at(window.z()), rule.dash());
    draw(path, inTunnel ? style.tunnel().fill() : rule.fill(), pen);
  }

  private void draw(Path2D path, String colour, BasicStroke pen) {
    g.setColor(palette.colour(colour));
    g.setStroke(pen);
    g.draw(path);
  }
}
