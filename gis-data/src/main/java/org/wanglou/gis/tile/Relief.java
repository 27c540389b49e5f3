package org.wanglou.gis.tile;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.wanglou.gis.terrain.TerrainPyramid;

/** The shape of the ground under the map: shade and contours. Immutable but for its own caches. */
final class Relief {
  /** Points of the lattice beyond the window: one for the slope, one for the width of a line. */
  private static final int MARGIN = 3;

  private final TerrainPyramid pyramid;
  private final Envelope bounds;
  private final ContourLabels labels;

  Relief(TerrainPyramid pyramid) {
    this.pyramid = pyramid;
    var box = pyramid.posts().box();
    this.bounds =
        new Envelope(
            Mercator.x(box.getMinX()),
            Mercator.x(box.getMaxX()),
            Mercator.y(box.getMaxY()),
            Mercator.y(box.getMinY()));
    this.labels = new ContourLabels(pyramid);
  }

  /** In plane units. */
  Envelope bounds() {
    return bounds;
  }

  void paint(
      BufferedImage image, Graphics2D g, PixelWindow window, ReliefRule rule, Palette palette) {
    if (window.z() < rule.from() || !window.plane(0).intersects(bounds)) {
      return;
    }
    var lattice = HeightLattice.of(pyramid, window, MARGIN);
    new Hillshade(lattice, rule.exaggeration().at(window.z()))
        .paint(image, window, palette.colour(rule.dark()), palette.colour(rule.bright()));
    contours(rule, window.z())
        .ifPresent(
            distances -> {
              var plain = new Path2D.Double();
              var index = new Path2D.Double();
              for (int level : ContourLevels.of(lattice, distances.intervalM())) {
                var path = level % distances.indexM() == 0 ? index : plain;
                ContourLines.at(lattice, level).forEach(line -> append(path, line, window));
              }
              g.setColor(palette.colour(rule.contour()));
              g.setStroke(Strokes.of(rule.contourWidth().at(window.z()), Dash.NONE));
              g.draw(plain);
              g.setColor(palette.colour(rule.index()));
              g.setStroke(Strokes.of(rule.indexWidth().at(window.z()), Dash.NONE));
              g.draw(index);
            });
  }

  /** Heights on index contours, each where no name stands. */
  List<Label> labels(
      PixelWindow window, ReliefRule rule, LabelFonts fonts, Supplier<LabelPlan> names) {
    return contours(rule, window.z())
        .filter(distances -> window.z() >= rule.label().from())
        .map(distances -> labels.in(window, rule.label(), distances.indexM(), fonts, names))
        .orElse(List.of());
  }

  private static Optional<ReliefRule.Contours> contours(ReliefRule rule, int zoom) {
    return rule.contours().stream()
        .filter(one -> zoom >= one.from())
        .reduce((wide, close) -> close);
  }

  private static void append(Path2D path, double[] line, PixelWindow window) {
    path.moveTo(line[0] - window.left(), line[1] - window.top());
    for (int i = 2; i < line.length; i += 2) {
      path.lineTo(line[i] - window.left(), line[i + 1] - window.top());
    }
  }
}
