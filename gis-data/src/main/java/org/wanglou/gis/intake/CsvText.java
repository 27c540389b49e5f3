package org.wanglou.gis.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.wanglou.gis.fault.Fault;

/**
 * Records of separated text as RFC 4180 has them, one at a time; a quoted cell may hold newlines.
 */
final class CsvText {
  private static final int LONGEST_CELL = 64 << 20;
  private static final int MOST_CELLS = 4_096;

  private final Reader in;
  private final char separator;
  private int pushedBack = -2;

  CsvText(Reader in, char separator) {
    this.in = in;
    this.separator = separator;
  }

  /** Null after the last one; empty lines are passed over. */
  List<String> next() {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    while (true) {
      int c = read();
      if (c < 0) {
        if (quoted) {
          throw Fault.invalid("/file", "import.csv_quote");
        }
        if (!any && cells.isEmpty()) {
          return null;
        }
        cells.add(cell.toString());
        return cells;
      }
      if (quoted) {
        if (c != '"') {
          cell.append((char) c);
        } else if (peek() == '"') {
          read();
          cell.append('"');
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.length() == 0) {
        quoted = true;
        any = true;
      } else if (c == separator) {
        cells.add(cell.toString());
        cell.setLength(0);
        any = true;
      } else if (c == '\n' || c == '\r') {
        if (c == '\r' && peek() == '\n') {
          read();
        }
        if (any || !cells.isEmpty()) {
          cells.add(cell.toString());
          return cells;
        }
      } else {
        any = true;
        cell.append((char) c);
      }
      if (cell.length() > LONGEST_CELL || cells.size() > MOST_CELLS) {
        throw Fault.invalid("/file", "import.csv_cell");
      }
    }
  }

  private int peek() {
    if (pushedBack == -2) {
      pushedBack = read();
    }
    return pushedBack;
  }

  private int read() {
    if (pushedBack != -2) {
      int c = pushedBack;
      pushedBack = -2;
      return c;
    }
    try {
      return in.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
