package org.wanglou.gis.tile;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Paints a window of the plane: areas, relief, waters, railways, roads, boundaries, names. Has no
 * state but style and fonts; any number of threads may paint at once. The same window gives the
 * same pixels.
 */
final class TileRenderer {
  /** More than half of the widest line, and than a name's halo. */
  private static final int INK_MARGIN_PX = 24;

  private static final double MIN_LINE_PX = 0.3;

  private final TileStyle style;
  private final LabelFonts fonts;

  TileRenderer(TileStyle style, LabelFonts fonts) {
    this.style = style;
    this.fonts = fonts;
  }

  TileStyle style() {
    return style;
  }

  /** Whether anything of the map can ink the window; if not, it is plain background. */
  boolean isBlank(BaseMap map, PixelWindow window) {
    return !window.plane(TileId.SIZE).intersects(map.bounds());
  }

  BufferedImage blank(Palette palette, PixelWindow window) {
    var image = image(window, palette);
    prepare(image, window, palette).dispose();
    return image;
  }

  BufferedImage paint(BaseMap map, Palette palette, PixelWindow window) {
    var image = image(window, palette);
    var g = prepare(image, window, palette);
    try {
      var plane = window.plane(INK_MARGIN_PX);
      if (!palette.isOverlay()) {
        ground(map, palette, window, plane, image, g);
      }
      lines(g, map, palette, window, plane, style.rails());
      new RoadPainter(style, palette, window, g).paint(map, plane);
      lines(g, map, palette, window, plane, style.overlay());
      var labels = new LabelPainter(g, window, palette);
      map.relief()
          .filter(r -> !palette.isOverlay())
          .map(r -> r.labels(window, style.relief(), fonts, () -> names(map, window.z())))
          .ifPresent(heights -> heights.forEach(labels::paint));
      names(map, window.z()).in(window.pixels(INK_MARGIN_PX)).forEach(labels::paint);
    } finally {
      g.dispose();
    }
    return image;
  }

  private void ground(
      BaseMap map,
      Palette palette,
      PixelWindow window,
      Envelope plane,
      BufferedImage image,
      Graphics2D g) {
    style.ground().forEach(rule -> areas(g, map, palette, window, plane, rule));
    map.relief().ifPresent(r -> r.paint(image, g, window, style.relief(), palette));
    style.areas().forEach(rule -> areas(g, map, palette, window, plane, rule));
    lines(g, map, palette, window, plane, style.lines());
  }

  private LabelPlan names(BaseMap map, int zoom) {
    return map.labels(zoom, style, fonts);
  }

  private static BufferedImage image(PixelWindow window, Palette palette) {
    return new BufferedImage(
        window.width() * window.scale(),
        window.height() * window.scale(),
        palette.isOverlay() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
  }

  private static Graphics2D prepare(BufferedImage image, PixelWindow window, Palette palette) {
    var g = image.createGraphics();
    g.setColor(palette.colour("background"));
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.scale(window.scale(), window.scale());
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    // Pure: lines are not pulled to whole pixels, which would differ from tile to tile.
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }

  private static void areas(
      Graphics2D g,
      BaseMap map,
      Palette palette,
      PixelWindow window,
      Envelope plane,
      AreaRule rule) {
    if (window.z() < rule.from()) {
      return;
    }
    for (var shape : map.shapes(rule.kind(), plane)) {
      if (!shape.outline().isArea() || shape.outline().extentPx(window.z()) < rule.minPx()) {
        continue;
      }
      var path = shape.outline().path(window);
      g.setColor(palette.colour(rule.fill()));
      g.fill(path);
      rule.edge()
          .filter(edge -> window.z() >= edge.from())
          .ifPresent(
              edge -> {
                g.setColor(palette.colour(edge.colour()));
                g.setStroke(Strokes.of(edge.width(), Dash.NONE));
                g.draw(path);
              });
    }
  }

  private static void lines(
      Graphics2D g,
      BaseMap map,
      Palette palette,
      PixelWindow window,
      Envelope plane,
      List<LineRule> rules) {
    for (var rule : rules) {
      if (window.z() < rule.from()) {
        continue;
      }
      var all = new Path2D.Double();
      map.shapes(rule.kind(), plane).stream()
          .filter(shape -> rule.ranks().contains(shape.rank()))
          .filter(shape -> shape.outline().extentPx(window.z()) >= MIN_LINE_PX)
          .forEach(shape -> all.append(shape.outline().path(window), false));
      g.setColor(palette.colour(rule.colour()));
      g.setStroke(Strokes.of(rule.width().at(window.z()), rule.dash()));
      g.draw(all);
      rule.inlay()
          .filter(inlay -> window.z() >= inlay.from())
          .ifPresent(
              inlay -> {
                g.setColor(palette.colour(inlay.colour()));
                g.setStroke(Strokes.of(inlay.width().at(window.z()), inlay.dash()));
                g.draw(all);
              });
    }
  }
}
