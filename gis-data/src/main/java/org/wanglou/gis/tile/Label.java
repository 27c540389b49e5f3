package org.wanglou.gis.tile;

import java.awt.Font;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * A name with its place at one zoom, in pixels of that zoom.
 *
 * @param box all that it inks
 * @param x of the middle
 * @param y of the middle
 * @param along its glyphs when it follows a line, else none
 */
record Label(
    LabelRule rule, String text, Font font, Envelope box, double x, double y, List<Glyph> along) {
  Label {
    along = List.copyOf(along);
  }

  /** Middle of a glyph on its line, and the line's direction there, radians. */
  record Glyph(double x, double y, double angle) {}
}
