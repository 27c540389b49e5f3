package org.wanglou.gis.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.wanglou.gis.fault.Fault;

/**
 * Reads what ogr2ogr's driver PGDUMP writes for one layer with COPY: of all its formats the one
 * that keeps coordinates bit by bit, tells null from empty, names the type of each column, and is
 * read in one pass. A line of COPY ends at a newline without a backslash before it; a backslash
 * before any character but N stands for that character.
 */
final class PgDump {
  private static final String GEOMETRY = "wanglou_geometry";
  private static final Pattern COLUMN =
      Pattern.compile("ALTER TABLE .*? ADD COLUMN \"((?:[^\"]|\"\")*)\" (.*);");
  private static final Pattern COPY = Pattern.compile("COPY .*? \\((.*)\\) FROM STDIN;");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
  private static final int LONGEST_ROW = 256 << 20;

  private final InputStream in;
  private final WKBReader wkb = new WKBReader(new GeometryFactory(new PrecisionModel(), 0));
  private final Map<String, SourceField.Type> types = new HashMap<>();
  private final List<String> columns = new ArrayList<>();
  private final Cell cell = new Cell();
  private final byte[] read = new byte[1 << 16];
  private int at;
  private int end;
  private boolean inCopy;
  private boolean endSeen;
  private boolean ended;
  private long row;

  PgDump(InputStream in) {
    this.in = in;
  }

  static List<String> options() {
    return List.of(
        "-f",
        "PGDUMP",
        "-lco",
        "LAUNDER=NO",
        "-lco",
        "CREATE_SCHEMA=OFF",
        "-lco",
        "DROP_TABLE=OFF",
        "-lco",
        "SPATIAL_INDEX=NONE",
        "-lco",
        "GEOMETRY_NAME=" + GEOMETRY,
        "-lco",
        "FID=wanglou_fid",
        "--config",
        "PG_USE_COPY",
        "YES");
  }

  /** The columns but for the geometry; reads as far as the first row. */
  List<SourceField> fields() {
    seekCopy();
    return columns.stream()
        .filter(name -> !name.equals(GEOMETRY))
        .map(name -> new SourceField(name, types.getOrDefault(name, SourceField.Type.TEXT)))
        .toList();
  }

  /** Empty after the last one. */
  Optional<RawRow> next() {
    seekCopy();
    if (ended) {
      return Optional.empty();
    }
    row++;
    var fields = new HashMap<String, Object>(columns.size() * 2);
    Optional<Geometry> geometry = Optional.empty();
    Optional<String> trouble = Optional.empty();
    for (int i = 0; i < columns.size(); i++) {
      boolean last = i == columns.size() - 1;
      boolean isNull = readCell(last);
      if (endSeen) {
        ended = true;
        return Optional.empty();
      }
      var name = columns.get(i);
      if (name.equals(GEOMETRY)) {
        if (!isNull) {
          try {
            geometry = Optional.of(wkb.read(hex()));
          } catch (ParseException | IllegalArgumentException e) {
            trouble = Optional.of("import.geometry_unreadable");
          }
        }
      } else {
        fields.put(name, isNull ? null : value(types.get(name)));
      }
    }
    return Optional.of(new RawRow(row, geometry, trouble, fields));
  }

  /**
   * Bytes that grow; without the lock that {@code ByteArrayOutputStream} takes for each of them.
   */
  private static final class Cell {
    private byte[] bytes = new byte[1 << 12];
    private int size;

    void reset() {
      size = 0;
    }

    void write(int one) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * size);
      }
      bytes[size++] = (byte) one;
    }

    int size() {
      return size;
    }

    String text() {
      return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
  }

  /** -1 at the end. */
  private int nextByte() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(read, 0, read.length));
      if (end == 0) {
        return -1;
      }
    }
    return read[at++] & 0xff;
  }

  /** Reads up to the tab or the end of the line; whether it is null. */
  private boolean readCell(boolean last) {
    cell.reset();
    boolean isNull = false;
    try {
      while (true) {
        int c = nextByte();
        if (c < 0) {
          throw broken();
        }
        if (c == '\\') {
          int escaped = nextByte();
          if (escaped == 'N' && cell.size() == 0) {
            isNull = true;
          } else if (escaped == '.' && cell.size() == 0) {
            endSeen = true;
          } else {
            isNull = false;
            cell.write(escaped);
          }
        } else if ((c == '\t' && !last) || c == '\n') {
          return isNull;
        } else {
          isNull = false;
          cell.write(c);
        }
        if (cell.size() > LONGEST_ROW) {
          throw Fault.invalid("/file", "import.row_too_long", row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] hex() {
    var text = cell.bytes;
    if (cell.size() % 2 != 0) {
      throw new IllegalArgumentException("odd hex");
    }
    var bytes = new byte[cell.size() / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = Character.digit(text[2 * i], 16);
      int low = Character.digit(text[2 * i + 1], 16);
      if (high < 0 || low < 0) {
        throw new IllegalArgumentException("no hex");
      }
      bytes[i] = (byte) ((high << 4) | low);
    }
    return bytes;
  }

  private Object value(SourceField.Type type) {
    var text = cell.text();
    try {
      return switch (type == null ? SourceField.Type.TEXT : type) {
        case INTEGER -> Long.valueOf(text);
        case NUMBER -> Double.valueOf(text.equals("Infinity") ? "Infinity" : text);
        case BOOLEAN -> text.equals("1") || text.equals("t");
        case DATE -> text.replace('/', '-');
        default -> text;
      };
    } catch (NumberFormatException e) {
      return text; // the check of the attribute says what is wrong with it
    }
  }

  private void seekCopy() {
    while (!inCopy && !ended) {
      var line = line();
      if (line == null) {
        ended = true;
        return;
      }
      column(line);
      Matcher copy = COPY.matcher(line);
      if (copy.matches()) {
        inCopy = true;
        for (var name = QUOTED.matcher(copy.group(1)); name.find(); ) {
          columns.add(name.group(1).replace("\"\"", "\""));
        }
      }
    }
  }

  private void column(String line) {
    var column = COLUMN.matcher(line);
    if (column.matches()) {
      types.put(column.group(1).replace("\"\"", "\""), type(column.group(2)));
    }
  }

  private static SourceField.Type type(String sql) {
    if (sql.startsWith("VARCHAR") || sql.startsWith("text")) {
      return SourceField.Type.TEXT;
    }
    if (sql.startsWith("INTEGER") || sql.startsWith("INT8") || sql.startsWith("SMALLINT")) {
      return SourceField.Type.INTEGER;
    }
    if (sql.startsWith("NUMERIC")) {
      return sql.matches("NUMERIC\\(\\d+,0\\).*")
          ? SourceField.Type.INTEGER
          : SourceField.Type.NUMBER;
    }
    if (sql.startsWith("FLOAT8") || sql.startsWith("REAL")) {
      return SourceField.Type.NUMBER;
    }
    if (sql.startsWith("BOOLEAN")) {
      return SourceField.Type.BOOLEAN;
    }
    if (sql.startsWith("date") || sql.startsWith("time")) {
      return SourceField.Type.DATE;
    }
    return sql.startsWith("json") ? SourceField.Type.JSON : SourceField.Type.TEXT;
  }

  /** Column names with a newline in them are not expected; such a column keeps the type text. */
  private String line() {
    cell.reset();
    try {
      for (int c = nextByte(); c >= 0; c = nextByte()) {
        if (c == '\n') {
          return cell.text();
        }
        cell.write(c);
        if (cell.size() > LONGEST_ROW) {
          throw broken();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return null;
  }

  private static Fault broken() {
    return Fault.invalid("/file", "import.broken_off");
  }
}
