package org.wanglou.gis.tile;

import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.wanglou.gis.terrain.TerrainPyramid;

/**
 * Numbers on index contours. The plane is divided into squares of {@value #SQUARE_PX} pixels, and a
 * number lies wholly within one of them: so each square is labelled by itself, whatever window asks
 * first, and no two windows differ. The names of the map come first.
 */
final class ContourLabels {
  static final int SQUARE_PX = 512;
  private static final int SQUARES_KEPT = 400;

  /** Of a square's contours the longest first, and no more than these. */
  private static final int MOST_IN_SQUARE = 4;

  private static final double[] SHIFTS_PX = {0, 60, -60, 120, -120, 180, -180};

  private record Square(int zoom, long column, long row) {
    PixelWindow window() {
      return new PixelWindow(zoom, column * SQUARE_PX, row * SQUARE_PX, SQUARE_PX, SQUARE_PX, 1);
    }
  }

  private final TerrainPyramid pyramid;
  private final Map<Square, List<Label>> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Square, List<Label>> oldest) {
          return size() > SQUARES_KEPT;
        }
      };

  ContourLabels(TerrainPyramid pyramid) {
    this.pyramid = pyramid;
  }

  List<Label> in(
      PixelWindow window, LabelRule rule, int indexM, LabelFonts fonts, Supplier<LabelPlan> names) {
    var all = new ArrayList<Label>();
    for (long row = square(window.top());
        row <= square(window.top() + window.height() - 1L);
        row++) {
      for (long column = square(window.left());
          column <= square(window.left() + window.width() - 1L);
          column++) {
        all.addAll(labels(new Square(window.z(), column, row), rule, indexM, fonts, names));
      }
    }
    return all;
  }

  private static long square(long pixel) {
    return Math.floorDiv(pixel, SQUARE_PX);
  }

  private List<Label> labels(
      Square square, LabelRule rule, int indexM, LabelFonts fonts, Supplier<LabelPlan> names) {
    synchronized (kept) {
      var known = kept.get(square);
      if (known != null) {
        return known;
      }
    }
    var font = fonts.font(rule.size().at(square.zoom()), rule.bold());
    var placed = place(square, rule, indexM, font, names.get());
    synchronized (kept) {
      kept.put(square, placed);
    }
    return placed;
  }

  private List<Label> place(Square square, LabelRule rule, int indexM, Font font, LabelPlan names) {
    var lattice = HeightLattice.of(pyramid, square.window(), 0);
    var taken = new TakenSpace();
    names.in(square.window().pixels(0)).forEach(name -> taken.take(name.box()));
    var placed = new ArrayList<Label>();
    for (int level : ContourLevels.of(lattice, indexM)) {
      ContourLines.at(lattice, level).stream()
          .map(line -> new LineText(plane(line, square.zoom()), square.zoom()))
          .filter(line -> line.length() >= rule.repeatPx() && placed.size() < MOST_IN_SQUARE)
          .forEach(line -> put(square, rule, Integer.toString(level), font, line, taken, placed));
    }
    return List.copyOf(placed);
  }

  private static void put(
      Square square,
      LabelRule rule,
      String text,
      Font font,
      LineText line,
      TakenSpace taken,
      List<Label> placed) {
    var advances = LabelPlanner.advances(font, text);
    double width = 0;
    for (double advance : advances) {
      width += advance;
    }
    var room = square.window().pixels((int) -Math.ceil(rule.pad()));
    for (double shift : SHIFTS_PX) {
      var glyphs = line.run(line.length() / 2 + shift, advances, width);
      if (glyphs.isEmpty()) {
        continue;
      }
      double side = font.getSize2D() * 1.3;
      var box = new Envelope();
      glyphs.forEach(
          glyph ->
              box.expandToInclude(
                  new Envelope(
                      glyph.x() - side / 2,
                      glyph.x() + side / 2,
                      glyph.y() - side / 2,
                      glyph.y() + side / 2)));
      var free = box.copy();
      free.expandBy(rule.pad());
      if (room.contains(box) && taken.isFree(free)) {
        taken.take(free);
        var middle = glyphs.get(glyphs.size() / 2);
        placed.add(new Label(rule, text, font, box, middle.x(), middle.y(), glyphs));
        return;
      }
    }
  }

  private static int[] plane(double[] pixels, int zoom) {
    double units = 1 / PixelWindow.pixelsPerUnit(zoom);
    var vertices = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      vertices[i] = (int) Math.rint(pixels[i] * units);
    }
    return vertices;
  }
}
