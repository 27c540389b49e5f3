package org.wanglou.command.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;

/** GDAL, a program that others wrote by the standards, reads the layers. */
class GdalClientTest {
  private static final Pattern COUNT = Pattern.compile("Feature Count: (\\d+)");
  private static TestServer server;
  private static TestClient desk;
  private static String token;
  private static String ogc;

  @BeforeAll
  static void start() {
    server = TestServer.start(ThreeLayers.filling());
    desk = server.admin();
    token =
        desk.post("/api/v1/tokens", new JsonObject().put("label", "gdal"))
            .expect(201)
            .json()
            .getString("token");
    ogc = "OAPIF:http://127.0.0.1:" + server.port() + "/ogc";
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void it_lists_every_layer_and_counts_the_features_of_each_as_the_database_does() {
    var listed = GdalProgram.run(token, "ogrinfo", "-q", ogc);
    List<String> layers =
        server
            .database()
            .reference(
                tx -> tx.createQuery("SELECT id FROM layer_type").mapTo(String.class).list());
    for (var layer : layers) {
      assertThat(listed).contains(": " + layer);
      var info = GdalProgram.run(token, "ogrinfo", "-so", ogc, layer);
      assertThat(count(info)).as(layer).isEqualTo(inDatabase(layer, "true"));
    }
  }

  @ParameterizedTest
  @CsvSource({"well", "ditch", "field"})
  void page_by_page_it_copies_a_layer_whole(String layer, @TempDir Path folder) throws Exception {
    var copied = copy(folder, layer, "-oo", "PAGE_SIZE=37");
    assertThat(copied.getJsonArray("features")).hasSize(ThreeLayers.COUNT);
    var names =
        copied.getJsonArray("features").stream()
            .map(it -> ((JsonObject) it).getJsonObject("properties").getString("name"))
            .collect(Collectors.toSet());
    assertThat(names).hasSize(ThreeLayers.COUNT).contains("名称 “17”");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number > 100 AND open = 1 | (attributes ->> 'number')::int > 100 AND (attributes ->> 'open')::boolean",
        "kind = '甲''s' | attributes ->> 'kind' = '甲''s'",
        "name LIKE '%1%' OR size < 2.5 | name LIKE '%1%' OR (attributes ->> 'size')::numeric < 2.5",
        "NOT (number BETWEEN 10 AND 200) | NOT (attributes ->> 'number')::int BETWEEN 10 AND 200"
      })
  void a_filter_selects_what_the_same_condition_selects_in_the_database(
      String where, String sql, @TempDir Path folder) throws Exception {
    for (var layer : ThreeLayers.LAYERS) {
      var copied = copy(folder, layer, "-where", where, "-oo", "PAGE_SIZE=20");
      assertThat(copied.getJsonArray("features").size())
          .as(layer + " " + where)
          .isEqualTo(inDatabase(layer, sql))
          .isBetween(1, ThreeLayers.COUNT - 1);
    }
  }

  @Test
  void the_server_does_the_filtering_and_not_gdal() {
    var said =
        GdalProgram.run(
            token, "ogrinfo", "--debug", "on", "-q", "-where", "number > 220", ogc, "well");
    assertThat(said)
        .contains("filter-lang=cql-text")
        .doesNotContain("evaluated on client side")
        .doesNotContain("Only part of the filter");
  }

  @Test
  void a_box_selects_what_meets_it(@TempDir Path folder) throws Exception {
    var copied = copy(folder, "field", "-spat", "110.805", "36.655", "110.835", "36.675");
    assertThat(copied.getJsonArray("features").size())
        .isEqualTo(
            inDatabase(
                "field",
                "ST_Intersects(geom, ST_MakeEnvelope(110.805, 36.655, 110.835, 36.675, 4490))"))
        .isPositive();
  }

  @Test
  void its_reader_of_vector_tiles_finds_every_feature_with_its_attributes(@TempDir Path folder)
      throws Exception {
    for (var layer : ThreeLayers.LAYERS) {
      var tile = folder.resolve(layer + ".mvt");
      Files.write(
          tile,
          Tiles.read(
              server, desk, "/ogc/collections/" + layer + "/tiles/WebMercatorQuad/8/99/206"));
      var info =
          GdalProgram.run(
              token, "ogrinfo", "-al", "-oo", "X=206", "-oo", "Y=99", "-oo", "Z=8", "MVT:" + tile);
      assertThat(info).contains("Layer name: " + layer);
      assertThat(count(info)).as(layer).isEqualTo(ThreeLayers.COUNT);
      assertThat(info)
          .contains("name (String) = 名称 “17”", "number (Integer) = 17", "kind (String) = 甲's")
          .contains("provenance (String) = SYNTHETIC");
    }
  }

  private static JsonObject copy(Path folder, String layer, String... options) throws Exception {
    var target = folder.resolve(layer + System.nanoTime() + ".geojson");
    var command =
        new java.util.ArrayList<>(
            List.of("ogr2ogr", "-f", "GeoJSON", target.toString(), ogc, layer));
    command.addAll(List.of(options));
    GdalProgram.run(token, command.toArray(String[]::new));
    return new JsonObject(Files.readString(target));
  }

  private static int count(String info) {
    return Pattern.compile(COUNT.pattern())
        .matcher(info)
        .results()
        .map(it -> Integer.valueOf(it.group(1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(info));
  }

  private static int inDatabase(String layer, String where) {
    var sql = "SELECT count(*) FROM feature WHERE layer = ? AND (" + where + ")";
    Optional<Integer> found =
        server
            .db()
            .superuser()
            .withHandle(h -> h.select(sql, layer).mapTo(Integer.class).findOne());
    return found.orElseThrow();
  }
}
