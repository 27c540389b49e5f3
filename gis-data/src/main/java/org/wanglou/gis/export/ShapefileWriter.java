package org.wanglou.gis.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.wanglou.gis.intake.IntakeLimits;
import org.wanglou.gis.intake.Ogr;
import org.wanglou.gis.intake.ShapefileFields;

/**
 * Shapefiles in one archive, one for each kind of geometry that the layer has, with .cpg and the
 * table of the columns' full names.
 */
final class ShapefileWriter implements FeatureWriter {
  private final Path folder;
  private final Path file;
  private final ExportHeader header;
  private final ShapefileNames names;
  private final Map<String, Integer> digits;
  private final Map<String, OgrTable> tables = new LinkedHashMap<>();

  /**
   * @param longest bytes of the longest text by column
   * @param digits before the point, of the largest number by column
   */
  ShapefileWriter(
      Path folder,
      Path file,
      ExportHeader header,
      Map<String, Integer> longest,
      Map<String, Integer> digits) {
    this.folder = folder;
    this.file = file;
    this.header = header;
    this.names = ShapefileNames.of(header.columns(), longest);
    this.digits = digits;
  }

  @Override
  public void write(ExportRow row) throws IOException {
    var kind =
        switch (row.geometry().getGeometryType()) {
          case "Point" -> "point";
          case "MultiPoint" -> "points";
          case "LineString", "MultiLineString" -> "line";
          default -> "polygon";
        };
    var table = tables.get(kind);
    if (table == null) {
      table = table(kind);
      tables.put(kind, table);
    }
    var cells = new ArrayList<Object>();
    List<String> pieces = List.of();
    for (var name : names.all()) {
      if (name.part() == 0) {
        var text = text(row.values().get(name.column().name()));
        pieces = name.parts() == 1 ? List.of(text) : ShapefileNames.pieces(text, name.parts());
      }
      cells.add(pieces.get(name.part()));
    }
    table.row(row, cells);
  }

  /** Its tables have no truth, only 1 and 0. */
  private static String text(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? "1" : "0";
    }
    return CellTexts.text(value);
  }

  private OgrTable table(String kind) throws IOException {
    var columns =
        names.all().stream().map(it -> new OgrTable.Column(it.name(), type(it.column()))).toList();
    return new OgrTable(folder, header.layer().id() + "_" + kind, columns);
  }

  private String type(ExportColumn column) {
    return switch (column.type()) {
      case TEXT, JSON, INSTANT -> "String(254)";
      case INTEGER -> "Integer64(18)";
      // As many decimals as 24 places leave; a double has no more than 17 digits.
      case NUMBER ->
          "Real(24." + Math.max(0, Math.min(15, 21 - digits.getOrDefault(column.name(), 1))) + ")";
      case BOOLEAN -> "Integer(1)";
      case DATE -> "Date";
    };
  }

  @Override
  public void close() throws IOException {
    if (tables.isEmpty()) {
      tables.put("point", table("point"));
    }
    var made = folder.resolve("shp");
    Files.createDirectory(made);
    for (var table : tables.entrySet()) {
      table.getValue().close();
      make(table.getKey(), table.getValue(), made);
    }
    pack(made);
  }

  private void make(String kind, OgrTable table, Path made) {
    var arguments = new ArrayList<>(List.of("-f", "ESRI Shapefile"));
    arguments.addAll(OgrTable.options());
    arguments.addAll(List.of("-lco", "ENCODING=UTF-8", "-lco", "RESIZE=YES"));
    arguments.addAll(
        List.of(
            "-nlt",
            switch (kind) {
              case "point" -> "POINT";
              case "points" -> "MULTIPOINT";
              case "line" -> "LINESTRING";
              default -> "POLYGON";
            }));
    if (header.crs().code().startsWith("EPSG:")) {
      arguments.addAll(List.of("-a_srs", header.crs().code()));
    }
    var name = header.layer().id() + "_" + kind + ".shp";
    arguments.addAll(List.of(made.resolve(name).toString(), table.csv().toString()));
    new Ogr(folder, IntakeLimits.STANDARD)
        .run("ogr2ogr", List.of("CSV", "ESRI Shapefile"), arguments);
  }

  private void pack(Path made) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8);
        var parts = Files.list(made)) {
      for (var part : parts.sorted().toList()) {
        zip.putNextEntry(new ZipEntry(part.getFileName().toString()));
        Files.copy(part, zip);
        zip.closeEntry();
      }
      text(zip, ShapefileFields.FILE, names.csv());
      text(
          zip,
          "说明 About.txt",
          header.about()
              + "\r\ndata_date "
              + header.dataDate().map(Object::toString).orElse("")
              + "\r\nexported_at "
              + header.exportedAt()
              + "\r\n");
    }
  }

  private static void text(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
