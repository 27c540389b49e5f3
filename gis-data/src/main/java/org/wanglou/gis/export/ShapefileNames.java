package org.wanglou.gis.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.wanglou.gis.fault.Fault;

/**
 * Columns of a shapefile's table, whose names have ten bytes and whose texts 254: a longer text
 * goes on in further columns. Which column is what stands in a file of its own. The same layer
 * always gets the same names.
 */
record ShapefileNames(List<Named> all) {
  private static final int LONGEST_NAME = 10;
  private static final int LONGEST_TEXT = 254;
  private static final int MOST_COLUMNS = 250;
  // A record of a DBF table has at most 65,535 bytes.
  private static final int MOST_TEXT_COLUMNS = 240;

  /**
   * @param part from 0
   * @param parts of the column
   */
  record Named(String name, ExportColumn column, int part, int parts) {}

  /**
   * @param longest bytes of the longest text by column
   */
  static ShapefileNames of(List<ExportColumn> columns, Map<String, Integer> longest) {
    var taken = new HashSet<String>();
    var all = new ArrayList<Named>();
    for (var column : columns) {
      int bytes = longest.getOrDefault(column.name(), 0);
      boolean text = OgrTable.type(column.type()).equals("String");
      // Some bytes of each part may stay empty, so that it is cut where nothing is lost.
      int parts = text ? Math.max(1, (bytes - 1) / (LONGEST_TEXT - 16) + 1) : 1;
      for (int part = 0; part < parts; part++) {
        all.add(new Named(free(column.name(), taken), column, part, parts));
      }
    }
    long texts = all.stream().filter(it -> it.parts() > 1).count();
    if (all.size() > MOST_COLUMNS || texts > MOST_TEXT_COLUMNS) {
      throw Fault.invalid("/format", "export.too_long_for_shapefile");
    }
    return new ShapefileNames(all);
  }

  private static String free(String name, HashSet<String> taken) {
    var plain = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    for (int n = 2; !taken.add(plain); n++) {
      var ending = "_" + n;
      plain = name.substring(0, Math.min(name.length(), LONGEST_NAME - ending.length())) + ending;
    }
    return plain;
  }

  /** The text in pieces that fit. */
  static List<String> pieces(String text, int parts) {
    var pieces = new ArrayList<String>();
    int from = 0;
    for (int part = 0; part < parts; part++) {
      int to = from;
      int bytes = 0;
      while (to < text.length()) {
        int c = text.codePointAt(to);
        int more = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
        if (bytes + more > LONGEST_TEXT) {
          break;
        }
        bytes += more;
        to += Character.charCount(c);
      }
      while (to > from + 1 && to < text.length() && losesAt(text, to)) {
        to--;
      }
      pieces.add(text.substring(from, to));
      from = to;
    }
    if (from < text.length()) {
      throw Fault.invalid("/format", "export.too_long_for_shapefile");
    }
    return pieces;
  }

  /** A table drops blanks at either end of a text; half a character is none. */
  private static boolean losesAt(String text, int at) {
    return Character.isWhitespace(text.charAt(at - 1))
        || Character.isWhitespace(text.charAt(at))
        || Character.isLowSurrogate(text.charAt(at));
  }

  /** As the table file {@code ShapefileFields} reads. */
  String csv() {
    var lines = new StringBuilder(CellTexts.csv(List.of("field", "column", "part")));
    all.forEach(
        it -> lines.append(CellTexts.csv(List.of(it.name(), it.column().name(), it.part() + 1))));
    return lines.toString();
  }
}
