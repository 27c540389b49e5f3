package org.wanglou.gis.tile;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;

/**
 * Chooses the names of one zoom for the whole dataset: the most important first, each one where it
 * does not touch those already there. Same data, same plan; which tile is asked for first does not
 * matter.
 */
final class LabelPlanner {
  static final FontRenderContext TEXT = new FontRenderContext(null, true, true);

  /** Height of a line of text over the font's size, with the usual ascenders. */
  private static final double LINE_HEIGHT = 1.15;

  /** Distance from a peak's triangle to the middle of its name, over the font's size. */
  static final double BELOW_PEAK = 1.15;

  /** A name is not written again within this distance, CSS pixels, whatever carries it. */
  private static final double SAME_NAME_PX = 90;

  /** An area carries its name when it is at least this share of the name's width. */
  private static final double AREA_FOR_NAME = 0.8;

  /** How far from its ideal place a name may move along its line, CSS pixels, nearest first. */
  private static final double[] SHIFTS_PX = {0, 40, -40, 80, -80, 120, -120, 170, -170};

  private final BaseMap map;
  private final TileStyle style;
  private final LabelFonts fonts;
  private final int zoom;
  private final TakenSpace taken = new TakenSpace();
  private final List<Label> placed = new ArrayList<>();
  private final Map<String, List<double[]>> placesOfText = new HashMap<>();

  LabelPlanner(BaseMap map, TileStyle style, LabelFonts fonts, int zoom) {
    this.map = map;
    this.style = style;
    this.fonts = fonts;
    this.zoom = zoom;
  }

  LabelPlan place() {
    for (var rule : style.labels()) {
      if (zoom >= rule.from()) {
        switch (rule.form()) {
          case POINT, PEAK -> points(rule);
          case LINE -> names(rule).forEach((name, pieces) -> alongLine(rule, name, pieces));
          case SHIELD -> refs(rule).forEach((ref, pieces) -> shields(rule, ref, pieces));
        }
      }
    }
    return new LabelPlan(placed);
  }

  private void points(LabelRule rule) {
    var font = font(rule);
    for (var shape : map.shapes(rule.kind())) {
      if (rule.ranks().contains(shape.rank()) && shape.name().isPresent()) {
        point(rule, font, shape.name().get(), shape.outline());
      }
    }
  }

  private void point(LabelRule rule, Font font, String text, Outline outline) {
    if (!fonts.canWrite(font, text)) {
      return;
    }
    var width = font.getStringBounds(text, TEXT).getWidth();
    if (outline.isArea() && outline.extentPx(zoom) < width * AREA_FOR_NAME) {
      return;
    }
    var centre = outline.box().centre();
    var factor = PixelWindow.pixelsPerUnit(zoom);
    var x = Math.rint(centre.x * factor);
    var y = Math.rint(centre.y * factor);
    var box = box(x, y, width, font.getSize2D() * LINE_HEIGHT);
    if (rule.form() == LabelRule.Form.PEAK) {
      box = box(x, y + font.getSize2D() * BELOW_PEAK, width, font.getSize2D() * LINE_HEIGHT);
      box.expandToInclude(box(x, y, font.getSize2D(), font.getSize2D()));
    }
    put(new Label(rule, text, font, box, x, y, List.of()), SAME_NAME_PX);
  }

  private void shields(LabelRule rule, String text, List<int[]> pieces) {
    var font = font(rule);
    if (!fonts.canWrite(font, text)) {
      return;
    }
    var size = font.getSize2D();
    var width = font.getStringBounds(text, TEXT).getWidth() + size * 0.8;
    for (var chain : LineChains.of(pieces)) {
      var line = new LineText(chain, zoom);
      if (line.length() > 2 * width) {
        for (var middle : middles(line.length(), rule.repeatPx())) {
          shield(rule, text, font, line, middle, width);
        }
      }
    }
  }

  private void shield(
      LabelRule rule, String text, Font font, LineText line, double middle, double width) {
    for (var shift : SHIFTS_PX) {
      if (middle + shift >= 0 && middle + shift <= line.length()) {
        var at = line.at(middle + shift);
        var x = Math.rint(at[0]);
        var y = Math.rint(at[1]);
        var box = box(x, y, width, font.getSize2D() * 1.6);
        if (put(new Label(rule, text, font, box, x, y, List.of()), rule.repeatPx() / 2)) {
          return;
        }
      }
    }
  }

  private void alongLine(LabelRule rule, String text, List<int[]> pieces) {
    var font = font(rule);
    if (!fonts.canWrite(font, text)) {
      return;
    }
    var advances = advances(font, text);
    double width = 0;
    for (var advance : advances) {
      width += advance;
    }
    for (var chain : LineChains.of(pieces)) {
      var line = new LineText(chain, zoom);
      if (line.length() > width + font.getSize2D()) {
        for (var middle : middles(line.length(), rule.repeatPx())) {
          onLine(rule, text, font, line, middle, advances, width);
        }
      }
    }
  }

  private void onLine(
      LabelRule rule,
      String text,
      Font font,
      LineText line,
      double middle,
      double[] advances,
      double width) {
    for (var shift : SHIFTS_PX) {
      var glyphs = line.run(middle + shift, advances, width);
      if (!glyphs.isEmpty()) {
        var side = font.getSize2D() * 1.3;
        var box = new Envelope();
        glyphs.forEach(glyph -> box.expandToInclude(box(glyph.x(), glyph.y(), side, side)));
        var half = glyphs.get(glyphs.size() / 2);
        var label = new Label(rule, text, font, box, half.x(), half.y(), glyphs);
        if (put(label, rule.repeatPx() / 2)) {
          return;
        }
      }
    }
  }

  /** Takes the label in when its place is free and the same text is not written nearby. */
  private boolean put(Label label, double sameTextPx) {
    var boxes = boxes(label);
    boolean repeated =
        placesOfText.getOrDefault(label.text(), List.of()).stream()
            .anyMatch(p -> Math.hypot(p[0] - label.x(), p[1] - label.y()) < sameTextPx);
    if (repeated || !boxes.stream().allMatch(taken::isFree)) {
      return false;
    }
    boxes.forEach(taken::take);
    placed.add(label);
    placesOfText
        .computeIfAbsent(label.text(), t -> new ArrayList<>())
        .add(new double[] {label.x(), label.y()});
    return true;
  }

  private static List<Envelope> boxes(Label label) {
    if (label.along().isEmpty()) {
      var box = label.box().copy();
      box.expandBy(label.rule().pad());
      return List.of(box);
    }
    var side = label.font().getSize2D() + 2 * label.rule().pad();
    return label.along().stream().map(glyph -> box(glyph.x(), glyph.y(), side, side)).toList();
  }

  private Map<String, List<int[]>> names(LabelRule rule) {
    var pieces = new TreeMap<String, List<int[]>>();
    if (!rule.classes().isEmpty()) {
      roads(rule).forEach(r -> r.name().ifPresent(name -> add(pieces, name, r.outline())));
      return pieces;
    }
    map.shapes(rule.kind()).stream()
        .filter(shape -> rule.ranks().contains(shape.rank()) && !shape.outline().isArea())
        .forEach(shape -> shape.name().ifPresent(name -> add(pieces, name, shape.outline())));
    return pieces;
  }

  private Map<String, List<int[]>> refs(LabelRule rule) {
    var pieces = new TreeMap<String, List<int[]>>();
    // Of several numbers the first is the road's own; the rest are routes that share it.
    roads(rule)
        .forEach(
            r ->
                r.ref()
                    .map(ref -> ref.split(";", 2)[0].strip())
                    .filter(LabelPlanner::isRoadNumber)
                    .ifPresent(ref -> add(pieces, ref, r.outline())));
    return pieces;
  }

  /** Has a digit and fits a shield; what else stands in the field is a remark of the surveyor. */
  private static boolean isRoadNumber(String ref) {
    return ref.length() <= 8 && ref.chars().anyMatch(Character::isDigit);
  }

  private List<MapRoad> roads(LabelRule rule) {
    return rule.classes().stream().sorted().flatMap(c -> map.roads(c).stream()).toList();
  }

  private static void add(Map<String, List<int[]>> pieces, String text, Outline outline) {
    var list = pieces.computeIfAbsent(text, t -> new ArrayList<>());
    for (int i = 0; i < outline.partCount(); i++) {
      if (outline.part(i).length >= 4) {
        list.add(outline.part(i));
      }
    }
  }

  private static double[] middles(double length, double repeatPx) {
    var middles = new double[Math.max(1, (int) (length / repeatPx))];
    for (int i = 0; i < middles.length; i++) {
      middles[i] = length * (i + 0.5) / middles.length;
    }
    return middles;
  }

  static double[] advances(Font font, String text) {
    var glyphs = font.createGlyphVector(TEXT, text);
    var advances = new double[glyphs.getNumGlyphs()];
    for (int i = 0; i < advances.length; i++) {
      advances[i] = glyphs.getGlyphMetrics(i).getAdvance() + font.getSize2D() * 0.06;
    }
    return advances;
  }

  private Font font(LabelRule rule) {
    return fonts.font(rule.size().at(zoom), rule.bold());
  }

  private static Envelope box(double x, double y, double width, double height) {
    return new Envelope(x - width / 2, x + width / 2, y - height / 2, y + height / 2);
  }
}
