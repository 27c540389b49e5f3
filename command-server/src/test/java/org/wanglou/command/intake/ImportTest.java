package org.wanglou.command.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.app.GridCounty.crossing;

import io.vertx.core.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestClient.Reply;
import org.wanglou.command.app.TestServer;

/** Files into layers over HTTP: what is stored, what is told, and what is left alone. */
class ImportTest {
  private static final String HOSPITALS =
      """
      编号,名称,经度,纬度,beds
      h1,县医院,110.94,36.69,120
      h2,中医院,110.95,36.70,80
      """;

  private TestServer server;
  private TestClient desk;

  @BeforeEach
  void start() {
    server =
        TestServer.start(GridCounty.of(3).feature("hospital", "旧医院", crossing(0, 0)).filling());
    desk = server.admin();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_dry_run_says_what_would_be_and_leaves_the_layer_as_it_was() {
    var report = send(HOSPITALS, "dry_run").expect(200).json();
    assertThat(report.getInteger("accepted")).isEqualTo(2);
    assertThat(report.getJsonObject("added").getInteger("count")).isEqualTo(2);
    assertThat(report.getJsonObject("removed").getJsonArray("names")).containsExactly("旧医院");
    assertThat(report.getBoolean("stored")).isFalse();
    assertThat(names()).containsExactly("旧医院");
  }

  @Test
  void a_replacement_makes_the_file_the_whole_layer() {
    var report = send(HOSPITALS, "replace").expect(201).json();
    assertThat(report.getBoolean("stored")).isTrue();
    assertThat(names()).containsExactlyInAnyOrder("县医院", "中医院");
    assertThat(feature("县医院").getInteger("beds")).isEqualTo(120);
    assertThat(feature("县医院").getString("provenance")).isEqualTo("IMPORTED");
  }

  @Test
  void with_one_bad_row_nothing_is_stored_and_the_row_is_named() {
    var report = send(HOSPITALS + "h3,坏医院,110.95,36.70,many\n", "replace").expect(200).json();
    assertThat(report.getBoolean("stored")).isFalse();
    assertThat(report.getInteger("accepted")).isEqualTo(2);
    var rejected = report.getJsonArray("rejected").getJsonObject(0);
    assertThat(rejected.getInteger("row")).isEqualTo(3);
    assertThat(rejected.getString("field")).isEqualTo("beds");
    assertThat(rejected.getString("value")).isEqualTo("many");
    assertThat(rejected.getString("reason")).contains("应为整数");
    assertThat(names()).containsExactly("旧医院");
  }

  @Test
  void who_wants_it_so_stores_the_rest_without_the_bad_row() {
    send(HOSPITALS + "h3,坏医院,110.95,36.70,many\n", "replace", Map.of("skip_rejected", "true"))
        .expect(201);
    assertThat(names()).containsExactlyInAnyOrder("县医院", "中医院");
  }

  @Test
  void the_same_file_again_changes_nothing_and_ids_stay() {
    send(HOSPITALS, "replace").expect(201);
    var before = ids();
    var report = send(HOSPITALS.replace("80", "90"), "replace").expect(201).json();
    assertThat(report.getJsonObject("changed").getJsonArray("names")).containsExactly("中医院");
    assertThat(report.getJsonObject("unchanged").getInteger("count")).isEqualTo(1);
    assertThat(ids()).isEqualTo(before);
  }

  @Test
  void a_file_that_lies_elsewhere_is_stored_only_when_that_is_allowed() {
    var farAway = HOSPITALS.replace("110.9", "114.9");
    for (var mode : List.of("dry_run", "replace")) {
      var report = send(farAway, mode).expect(200).json();
      var warning = report.getJsonArray("warnings").getJsonObject(0);
      assertThat(warning.getString("code")).isEqualTo("import.elsewhere");
      assertThat(warning.getString("message")).contains("直径").contains("未存入");
      assertThat(warning.getString("hint")).contains("坐标系");
      assertThat(report.getBoolean("stored")).isFalse();
    }
    assertThat(names()).containsExactly("旧医院");
    var allowed = send(farAway, "replace", Map.of("allow_elsewhere", "true")).expect(201).json();
    assertThat(allowed.getJsonArray("warnings").getJsonObject(0).getString("code"))
        .isEqualTo("import.elsewhere_allowed");
  }

  @Test
  void one_feature_far_away_among_more_at_home_is_only_flagged() {
    var report = send(HOSPITALS + "h3,驻外,114.95,36.70,1\n", "replace").expect(201).json();
    assertThat(report.getInteger("flagged_count")).isEqualTo(1);
  }

  @Test
  void columns_that_are_not_stored_are_named() {
    var report = send(HOSPITALS.replace("beds", "院长电话"), "dry_run").expect(200).json();
    var warning = report.getJsonArray("warnings").getJsonObject(0);
    assertThat(warning.getString("code")).isEqualTo("import.columns_unused");
    assertThat(warning.getString("message")).contains("院长电话").doesNotContain("名称");
  }

  @Test
  void a_shapefile_without_its_table_is_refused_with_what_to_send() {
    var shp = new byte[100];
    shp[2] = 0x27;
    shp[3] = 0x0a;
    var refused =
        desk.form(
                "/api/v1/imports",
                Map.of("layer", "hospital", "crs", "EPSG:4490", "mode", "replace"),
                "医院.shp",
                shp)
            .expect(422);
    assertThat(refused.errors().getJsonObject(0).getString("code")).isEqualTo("import.shp_alone");
  }

  @Test
  void an_unknown_layer_is_answered_with_those_there_are_and_is_no_earlier_import() {
    var refused = send(HOSPITALS, "replace", Map.of("layer", "hospitals")).expect(404);
    assertThat(refused.text()).contains("医院 (hospital)");
    assertThat(desk.get("/api/v1/imports").expect(200).json().getJsonArray("results")).isEmpty();
  }

  @Test
  void degrees_are_not_read_as_metres_nor_metres_as_degrees() {
    var degrees = send(HOSPITALS.replace("经度,纬度", "x,y"), "replace", Map.of("crs", "EPSG:4546"));
    assertThat(firstRejected(degrees)).isEqualTo("import.degrees_for_metres");
    var metres = send("编号,名称,x,y\nh1,县医院,494637,4062000\n", "replace", Map.of("crs", "EPSG:4490"));
    assertThat(firstRejected(metres)).isEqualTo("import.metres_for_degrees");
    assertThat(names()).containsExactly("旧医院");
  }

  private static String firstRejected(Reply reply) {
    return reply.expect(200).json().getJsonArray("rejected").getJsonObject(0).getString("code");
  }

  @Test
  void real_data_is_not_merged_into_a_synthetic_layer() {
    var refused = send(HOSPITALS, "merge").expect(409);
    assertThat(refused.json().getString("detail")).contains("整层替换");
    assertThat(names()).containsExactly("旧医院");
  }

  @Test
  void a_merge_goes_by_the_id() {
    send(HOSPITALS, "replace").expect(201);
    var report =
        send("编号,名称,经度,纬度,beds\nh2,新中医院,110.95,36.70,80\nh9,妇幼院,110.96,36.70,10\n", "merge")
            .expect(201)
            .json();
    assertThat(report.getJsonObject("added").getJsonArray("names")).containsExactly("妇幼院");
    assertThat(report.getJsonObject("changed").getJsonArray("names")).containsExactly("新中医院");
    assertThat(names()).containsExactlyInAnyOrder("县医院", "新中医院", "妇幼院");
  }

  @Test
  void without_a_coordinate_system_it_asks() {
    var refused =
        desk.form(
                "/api/v1/imports",
                Map.of("layer", "hospital", "mode", "replace"),
                "a.csv",
                bytes(HOSPITALS))
            .expect(422);
    assertThat(refused.errors().getJsonObject(0).getString("pointer")).isEqualTo("/crs");
  }

  @Test
  void an_inspection_shows_fields_samples_and_a_mapping_and_keeps_the_file() {
    var found =
        desk.form(
                "/api/v1/imports/inspect",
                Map.of("layer", "hospital", "crs", "EPSG:4490"),
                "医院.csv",
                HOSPITALS.getBytes(Charset.forName("GBK")))
            .expect(200)
            .json();
    assertThat(found.getString("format")).isEqualTo("csv");
    var layer = found.getJsonArray("source_layers").getJsonObject(0);
    assertThat(layer.getString("encoding")).isEqualTo("GBK");
    assertThat(layer.getJsonObject("suggested_mapping").getString("名称")).isEqualTo("name");
    assertThat(layer.getJsonObject("suggested_mapping").getString("编号")).isEqualTo("external_id");
    assertThat(found.getJsonObject("preview").getJsonArray("features")).hasSize(2);
    var report =
        desk.form(
                "/api/v1/imports",
                Map.of(
                    "upload", found.getString("upload"),
                    "layer", "hospital",
                    "crs", "EPSG:4490",
                    "mode", "replace"),
                "",
                new byte[0])
            .expect(201);
    assertThat(report.json().getInteger("accepted")).isEqualTo(2);
    assertThat(names()).containsExactlyInAnyOrder("县医院", "中医院");
  }

  @Test
  void the_report_can_be_opened_in_a_spreadsheet() {
    var id = send(HOSPITALS + ",=坏(),110.95,x,1\n", "dry_run").expect(200).json().getString("id");
    var csv = desk.get("/api/v1/imports/" + id + "/report.csv");
    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.text()).startsWith("\ufeff类别,行,字段").contains("拒绝,3,经度");
    assertThat(desk.get("/api/v1/imports").expect(200).json().getJsonArray("results")).hasSize(1);
  }

  @Test
  void a_stranger_sends_nothing_to_our_disk() {
    server
        .stranger()
        .form(
            "/api/v1/imports",
            Map.of("layer", "hospital", "mode", "replace"),
            "a.csv",
            bytes(HOSPITALS))
        .expect(401);
    assertThat(server.dataFolder().resolve("incoming").toFile().list()).isNullOrEmpty();
  }

  @Test
  void in_the_background_it_answers_at_once_and_reports_when_it_is_done() throws Exception {
    var id =
        send(HOSPITALS, "replace", Map.of("background", "true")).expect(202).json().getString("id");
    JsonObject report = desk.get("/api/v1/imports/" + id).expect(200).json();
    for (int i = 0; i < 200 && report.getString("state").equals("running"); i++) {
      Thread.sleep(50);
      report = desk.get("/api/v1/imports/" + id).expect(200).json();
    }
    assertThat(report.getString("state")).isEqualTo("done");
    assertThat(report.getBoolean("stored")).isTrue();
  }

  @Test
  void an_export_is_a_file_with_its_mark_and_comes_back_the_same() {
    var file = desk.get("/api/v1/layers/hospital/export?format=geojson").expect(200);
    assertThat(file.header("content-disposition")).contains("SYNTHETIC");
    assertThat(file.json().getJsonObject("wanglou").getBoolean("synthetic")).isTrue();
    var fields = Map.of("layer", "hospital", "crs", "EPSG:4490", "mode", "replace");
    var report =
        desk.form("/api/v1/imports", fields, "hospital.geojson", bytes(file.text()))
            .expect(201)
            .json();
    assertThat(report.getJsonObject("unchanged").getInteger("count")).isEqualTo(1);
    assertThat(feature("旧医院").getString("provenance")).isEqualTo("SYNTHETIC");
    assertThat(server.dataFolder().resolve("uploads").toFile().list()).isEmpty();
  }

  @Test
  void an_export_in_an_unknown_system_or_format_is_refused() {
    desk.get("/api/v1/layers/hospital/export?format=dwg").expect(400);
    desk.get("/api/v1/layers/hospital/export?format=csv&crs=EPSG:1").expect(422);
    desk.get("/api/v1/layers/dragons/export?format=csv").expect(404);
  }

  private Reply send(String csv, String mode) {
    return send(csv, mode, Map.of());
  }

  private Reply send(String csv, String mode, Map<String, String> more) {
    var fields = new HashMap<>(Map.of("layer", "hospital", "crs", "EPSG:4490", "mode", mode));
    fields.putAll(more);
    return desk.form("/api/v1/imports", fields, "医院.csv", bytes(csv));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<JsonObject> features() {
    return desk
        .get("/api/v1/layers/hospital/features")
        .expect(200)
        .json()
        .getJsonArray("features")
        .stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private List<String> names() {
    return features().stream().map(it -> it.getJsonObject("properties").getString("name")).toList();
  }

  private Map<String, String> ids() {
    var ids = new HashMap<String, String>();
    features()
        .forEach(
            it ->
                ids.put(
                    it.getJsonObject("properties").getString("external_id"), it.getString("id")));
    return ids;
  }

  private JsonObject feature(String name) {
    return features().stream()
        .map(it -> it.getJsonObject("properties"))
        .filter(it -> it.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }
}
