package org.wanglou.gis.tile;

import java.awt.Font;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * A name with its place at one zoom, in pixels of that zoom.
 *
 * @param box all that it inks
 * @param x of the middle
 * @param y of the middle
 * @param along place and turn of each glyph when it follows a line
 */
record Label(
    LabelRule rule,
    String text,
    Font font,
    Envelope box,
    double x,
    double y,
    Optional<GlyphRun> along) {

  /** Middle of each glyph on its line and the line's direction there, radians. */
  record GlyphRun(double[] xs, double[] ys, double[] angles) {}
}
