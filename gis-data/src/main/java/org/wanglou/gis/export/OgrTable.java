package org.wanglou.gis.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table on its way to GDAL: CSV with the geometry as WKT, and beside it a .csvt that gives each
 * column its type, so that GDAL guesses nothing.
 */
final class OgrTable implements AutoCloseable {
  static final String WKT = "wanglou_wkt";

  private final Path csv;
  private final Writer out;
  private long rows;

  /** A column and its type in GDAL's words, for example {@code String(254)}. */
  record Column(String name, String type) {}

  OgrTable(Path folder, String name, List<Column> columns) throws IOException {
    csv = folder.resolve(name + ".csv");
    var types = new ArrayList<Object>(List.of("WKT"));
    var names = new ArrayList<Object>(List.of(WKT));
    for (var column : columns) {
      types.add('"' + column.type() + '"');
      names.add(column.name());
    }
    Files.writeString(
        folder.resolve(name + ".csvt"),
        String.join(",", types.stream().map(Object::toString).toList()) + "\n");
    out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8);
    out.write(CellTexts.csv(names));
  }

  void row(ExportRow row, List<?> cells) throws IOException {
    var line = new ArrayList<Object>();
    line.add(CellTexts.wkt(row));
    line.addAll(cells);
    out.write(CellTexts.csv(line));
    rows++;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  /** The file, whole after the close. */
  Path csv() {
    return csv;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  static String type(ExportColumn.Type type) {
    return switch (type) {
      case TEXT, JSON, INSTANT -> "String"; // an instant has microseconds, which GDAL would cut
      case INTEGER -> "Integer64";
      case NUMBER -> "Real";
      case BOOLEAN -> "Integer(Boolean)";
      case DATE -> "Date";
    };
  }

  /** Options of ogr2ogr to read it. */
  static List<String> options() {
    return List.of(
        "-oo", "GEOM_POSSIBLE_NAMES=" + WKT,
        "-oo", "KEEP_GEOM_COLUMNS=NO",
        "-oo", "EMPTY_STRING_AS_NULL=YES");
  }
}
