package org.wanglou.ops.screen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Fire breaks as the forest office sends them: a zipped shapefile in GBK and EPSG:4546. */
final class OfficeShapefile {
  /**
   * One line of the table.
   *
   * @param line without it the row has no shape
   */
  record Row(String id, String name, String width, String kind, boolean line) {}

  private OfficeShapefile() {}

  /** So many good rows. */
  static List<Row> rows(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i -> new Row("LY%03d".formatted(i), "东山" + i + "号隔离带", "" + (10 + i), "生土隔离带", true))
        .collect(Collectors.toList());
  }

  static Path write(Path folder, String name, List<Row> rows)
      throws IOException, InterruptedException {
    var made = Files.createDirectories(folder.resolve(name));
    var source = made.resolve("source.geojson");
    Files.writeString(source, geoJson(rows), StandardCharsets.UTF_8);
    var said = made.resolve("ogr2ogr.log").toFile();
    var command =
        List.of(
            "ogr2ogr",
            "-f",
            "ESRI Shapefile",
            made.resolve("breaks.shp").toString(),
            source.toString(),
            "-s_srs",
            "EPSG:4490",
            "-t_srs",
            "EPSG:4546",
            "-lco",
            "ENCODING=GBK",
            "-nlt",
            "LINESTRING");
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said);
    int code = process.start().waitFor();
    if (code != 0) {
      throw new IOException("ogr2ogr: " + Files.readString(said.toPath()));
    }
    var zip = folder.resolve(name + ".zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip));
        var parts = Files.newDirectoryStream(made, "breaks.*")) {
      for (var part : parts) {
        out.putNextEntry(new ZipEntry(part.getFileName().toString()));
        Files.copy(part, out);
      }
    }
    return zip;
  }

  private static String geoJson(List<Row> rows) {
    return IntStream.range(0, rows.size())
        .mapToObj(i -> feature(rows.get(i), 110.85 + 0.01 * i))
        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
  }

  private static String feature(Row row, double lon) {
    var line =
        "{\"type\":\"LineString\",\"coordinates\":[[%s,36.68],[%s,36.70]]}"
            .formatted(lon, lon + 0.005);
    return """
        {"type":"Feature","properties":{"编号":"%s","名称":"%s","宽度":"%s","类别":"%s"},"geometry":%s}"""
        .formatted(row.id(), row.name(), row.width(), row.kind(), row.line() ? line : "null");
  }
}
