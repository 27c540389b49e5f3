package org.wanglou.ops.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.wanglou.gis.db.DatabaseAddress;
import org.wanglou.ops.client.Seat;

/**
 * A GeoPackage of 100,000 points into an empty layer over HTTP, against ogr2ogr of the same file:
 * into a table with nothing but its key, and into one with the indexes that a layer cannot do
 * without (also geometry, and the unique external id of a layer). Both are logged, both by COPY.
 */
final class ImportBench {
  private static final int FEATURES = 100_000;
  private static final int RUNS = 3;
  private static final String LAYER = "bench_import_";

  private final Seat desk;
  private final DatabaseAddress database;
  private final Path folder;
  private final Envelope area;

  ImportBench(Seat desk, DatabaseAddress database, Path folder, Envelope area) {
    this.desk = desk;
    this.database = database;
    this.folder = folder;
    this.area = area;
  }

  /** The row of the table. */
  String measure() throws IOException, InterruptedException {
    var file = file();
    double bare = Double.MAX_VALUE;
    double indexed = Double.MAX_VALUE;
    double own = Double.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      bare = Math.min(bare, seconds(() -> run(bareCommand(file, "SPATIAL_INDEX=NONE"))));
      indexed = Math.min(indexed, seconds(() -> indexed(file)));
      var layer = LAYER + i; // an empty one each time, as the rivals' tables are
      makeLayer(layer);
      own = Math.min(own, seconds(() -> desk.form("/api/v1/imports", form(layer), file)));
    }
    return String.format(
        Locale.ROOT,
        "| import of %,d features from a GeoPackage over HTTP, best of %d (bar: 1.5 times bare"
            + " ogr2ogr) | ogr2ogr into a table with its key only %.1f s, with the layer's indexes"
            + " %.1f s; import %.1f s: %.1f times the one, %.1f times the other | |",
        FEATURES,
        RUNS,
        bare,
        indexed,
        own,
        own / bare,
        own / indexed);
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static double seconds(Work work) throws IOException, InterruptedException {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
  }

  private static java.util.Map<String, String> form(String layer) {
    return java.util.Map.of("layer", layer, "crs", "EPSG:4490", "mode", "replace");
  }

  private void makeLayer(String layer) throws IOException, InterruptedException {
    desk.post(
        "/api/v1/layers",
        new JsonObject()
            .put("id", layer)
            .put("geometry_type", "point")
            .put("label_zh", "导入测量")
            .put("label_en", "Import bench")
            .put("group", "own")
            .put("symbol", "pin")
            .put(
                "attributes",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("name", "people")
                            .put("type", "integer")
                            .put("label_zh", "人数")
                            .put("label_en", "People"))));
  }

  private Path file() throws IOException, InterruptedException {
    var csv = folder.resolve("bench-import.csv");
    try (var out = Files.newBufferedWriter(csv)) {
      out.write("external_id,name,people,lon,lat\n");
      for (int i = 0; i < FEATURES; i++) {
        out.write(
            "B-%d,测量点%d,%d,%.9f,%.9f%n"
                .formatted(
                    i,
                    i,
                    i % 500,
                    area.getMinX() + area.getWidth() * (i % 317) / 317,
                    area.getMinY() + area.getHeight() * (i % 311) / 311));
      }
    }
    var gpkg = folder.resolve("bench-import.gpkg");
    run(
        List.of(
            "ogr2ogr",
            "-f",
            "GPKG",
            gpkg.toString(),
            csv.toString(),
            "-oo",
            "X_POSSIBLE_NAMES=lon",
            "-oo",
            "Y_POSSIBLE_NAMES=lat",
            "-oo",
            "KEEP_GEOM_COLUMNS=NO",
            "-a_srs",
            "EPSG:4490"));
    return gpkg;
  }

  /** The table is made again with an index on the geometry; the unique one follows the rows. */
  private void indexed(Path file) throws IOException, InterruptedException {
    run(bareCommand(file, "SPATIAL_INDEX=GIST"));
    run(
        List.of(
            "ogrinfo",
            target(),
            "-sql",
            "CREATE UNIQUE INDEX ON bench_bare ((CAST('bench' AS text)), external_id)"));
  }

  private List<String> bareCommand(Path file, String index) {
    return List.of(
        "ogr2ogr",
        "-f",
        "PostgreSQL",
        target(),
        file.toString(),
        "-nln",
        "bench_bare",
        "-overwrite",
        "-lco",
        index,
        "--config",
        "PG_USE_COPY",
        "YES");
  }

  private String target() {
    var url =
        java.net.URI.create(database.jdbcUrl().substring("jdbc:".length()).replaceAll("\\?.*", ""));
    return "PG:host=%s port=%d dbname=%s user=%s password=%s"
        .formatted(
            url.getHost(),
            url.getPort(),
            url.getPath().substring(1),
            database.user(),
            database.password());
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(command.get(0) + " failed");
    }
  }
}
