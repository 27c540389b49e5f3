package org.wanglou.gis.tile;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Writes names as outlines with a halo, so that the same name has the same pixels on each tile. */
final class LabelPainter {
  /** From the middle of a line of text down to its baseline, over the font's size. */
  private static final double TO_BASELINE = 0.36;

  private static final float HALO_PX = 2.6f;

  private final Graphics2D g;
  private final PixelWindow window;
  private final Palette palette;

  LabelPainter(Graphics2D g, PixelWindow window, Palette palette) {
    this.g = g;
    this.window = window;
    this.palette = palette;
  }

  void paint(Label label) {
    var x = label.x() - window.left();
    var y = label.y() - window.top();
    switch (label.rule().form()) {
      case POINT -> write(label, text(label, x, y));
      case LINE -> write(label, glyphs(label));
      case PEAK -> {
        g.setColor(palette.colour("peak"));
        g.fill(triangle(x, y, label.font().getSize2D() * 0.36));
        write(label, text(label, x, y + label.font().getSize2D() * LabelPlanner.BELOW_PEAK));
      }
      case SHIELD -> shield(label, x, y);
    }
  }

  private void shield(Label label, double x, double y) {
    var box = label.box();
    var arc = label.font().getSize2D() * 0.5;
    var frame =
        new RoundRectangle2D.Double(
            x - box.getWidth() / 2 + 0.5,
            y - box.getHeight() / 2 + 0.5,
            box.getWidth() - 1,
            box.getHeight() - 1,
            arc,
            arc);
    g.setColor(palette.colour("shield"));
    g.fill(frame);
    g.setColor(palette.colour("shield_edge"));
    g.setStroke(new BasicStroke(1));
    g.draw(frame);
    g.setColor(palette.colour(label.rule().colour()));
    g.fill(text(label, x, y));
  }

  private void write(Label label, Shape text) {
    g.setColor(palette.colour("halo"));
    g.setStroke(new BasicStroke(HALO_PX, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(text);
    g.fill(text);
    g.setColor(palette.colour(label.rule().colour()));
    g.fill(text);
  }

  private static Shape text(Label label, double x, double y) {
    var font = label.font();
    var glyphs = font.createGlyphVector(LabelPlanner.TEXT, label.text());
    var width = glyphs.getLogicalBounds().getWidth();
    var place =
        AffineTransform.getTranslateInstance(
            x - Math.rint(width / 2), y + Math.rint(font.getSize2D() * TO_BASELINE));
    return place.createTransformedShape(glyphs.getOutline());
  }

  private Shape glyphs(Label label) {
    var font = label.font();
    var glyphs = font.createGlyphVector(LabelPlanner.TEXT, label.text());
    var all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i < label.along().size(); i++) {
      var on = label.along().get(i);
      var place =
          AffineTransform.getTranslateInstance(on.x() - window.left(), on.y() - window.top());
      place.rotate(on.angle());
      var position = glyphs.getGlyphPosition(i);
      place.translate(
          -position.getX() - glyphs.getGlyphMetrics(i).getAdvance() / 2,
          font.getSize2D() * TO_BASELINE);
      all.append(glyphs.getGlyphOutline(i).getPathIterator(place), false);
    }
    return all;
  }

  private static Shape triangle(double x, double y, double half) {
    var triangle = new Path2D.Double();
    triangle.moveTo(x, y - half);
    triangle.lineTo(x + half * 1.1, y + half * 0.9);
    triangle.lineTo(x - half * 1.1, y + half * 0.9);
    triangle.closePath();
    return triangle;
  }
}
