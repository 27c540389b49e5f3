package org.wanglou.command.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;

class TerrainRoutesTest {
  private static final double WEST = 110.9;
  private static final double SOUTH = 36.6;
  private static final double STEP = 0.001;
  private static final int SIDE = 40;

  private TestServer server;
  private TestClient desk;

  @BeforeEach
  void start() {
    server = TestServer.start(GridCounty.of(3).filling());
    desk = server.admin();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void without_terrain_the_questions_say_so() {
    assertThat(desk.get("/api/v1/terrain").expect(200).json().getBoolean("available")).isFalse();
    var refused = desk.post("/api/v1/terrain/points", points(at(5, 5))).expect(404);
    assertThat(refused.json().encode()).contains("terrain.none");
  }

  @Test
  void heights_that_were_brought_in_answer_for_elevation_slope_and_voids() {
    bringIn(ramp(), "replace", 201);
    var terrain = desk.get("/api/v1/terrain").expect(200).json();
    assertThat(terrain.getInteger("columns")).isEqualTo(SIDE);
    assertThat(terrain.getDouble("void_share")).isEqualTo(1.0 / (SIDE * SIDE));
    assertThat(terrain.getBoolean("synthetic")).isFalse();
    assertThat(source(terrain).getString("data_date")).isEqualTo("2024-05-01");
    var results =
        desk.post("/api/v1/terrain/points", points(at(5.5, 5), at(20.5, 20.5), at(-3, 5)))
            .expect(200)
            .json()
            .getJsonArray("results");
    assertThat(results.getJsonObject(0).getDouble("elevation_m")).isCloseTo(1_055, within(0.06));
    // Falls towards the west: 10 m on some 89 m.
    assertThat(results.getJsonObject(0).getDouble("aspect_deg")).isCloseTo(270, within(0.1));
    assertThat(results.getJsonObject(0).getDouble("slope_deg")).isBetween(6.0, 7.0);
    assertThat(results.getJsonObject(1).getValue("elevation_m")).isNull();
    assertThat(results.getJsonObject(1).getString("cover")).isEqualTo("void");
    assertThat(results.getJsonObject(2).getString("cover")).isEqualTo("outside");
  }

  @Test
  void a_profile_has_samples_climb_and_the_gap_at_the_void() {
    bringIn(ramp(), "replace", 201);
    var line =
        new JsonObject()
            .put("type", "LineString")
            .put("coordinates", new JsonArray().add(at(2, 20)).add(at(38, 20)));
    var profile =
        desk.post("/api/v1/terrain/profile", new JsonObject().put("line", line)).expect(200).json();
    assertThat(profile.getJsonArray("gaps")).hasSize(1);
    assertThat(profile.getDouble("descent_m")).isZero();
    assertThat(profile.getDouble("climb_m")).isBetween(320.0, 350.0);
    assertThat(profile.getJsonArray("samples").size()).isGreaterThan(36);
    var point = new JsonObject().put("line", point(at(2, 2)));
    assertThat(desk.post("/api/v1/terrain/profile", point).expect(422).json().encode())
        .contains("terrain.no_line");
  }

  @Test
  void a_tower_on_the_ramp_sees_up_to_it_and_says_what_is_not_known() {
    bringIn(ramp(), "replace", 201);
    var shed = desk.post("/api/v1/terrain/viewshed", tower(at(10, 10), 1_000)).expect(200).json();
    assertThat(shed.getJsonObject("visible").getString("type")).isEqualTo("MultiPolygon");
    double sum =
        shed.getDouble("visible_share")
            + shed.getDouble("hidden_share")
            + shed.getDouble("unknown_share");
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(shed.getDouble("visible_share")).isGreaterThan(0.9);
    desk.post("/api/v1/terrain/viewshed", tower(at(10, 10), 40_000)).expect(400);
    var nowhere = desk.post("/api/v1/terrain/viewshed", tower(at(20.5, 20.5), 500)).expect(422);
    assertThat(nowhere.json().encode()).contains("terrain.unknown_here");
  }

  @Test
  void a_second_file_fills_the_voids_of_the_first_and_both_are_named() {
    bringIn(ramp(), "replace", 201);
    bringIn(ramp().replace("-9999 ", "777 "), "merge", 201);
    var terrain = desk.get("/api/v1/terrain").expect(200).json();
    assertThat(terrain.getJsonArray("sources")).hasSize(2);
    assertThat(terrain.getDouble("void_share")).isZero();
  }

  @Test
  void other_terrain_changes_the_address_of_the_base_map_and_is_in_the_log() {
    bringIn(ramp(), "replace", 201);
    assertThat(desk.get("/api/v1/log/verification").expect(200).json().encode()).contains("true");
    var tile = "/tiles/base/day/14/13240/6394.png";
    assertThat(desk.get(tile).expect(200)).isNotNull();
  }

  @Test
  void a_broken_file_changes_nothing_and_says_what_is_wrong() {
    bringIn(ramp(), "replace", 201);
    var before = desk.get("/api/v1/terrain").expect(200).json().getString("id");
    assertThat(bringIn(ramp().substring(0, 500), "replace", 422).encode())
        .contains("terrain.asc_short");
    assertThat(desk.get("/api/v1/terrain").expect(200).json().getString("id")).isEqualTo(before);
  }

  private JsonObject bringIn(String asc, String mode, int status) {
    Map<String, String> fields = new HashMap<>();
    fields.put("crs", "EPSG:4490");
    fields.put("mode", mode);
    fields.put("source", "测绘院");
    fields.put("data_date", "2024-05-01");
    fields.put("accuracy_m", "2.5");
    return desk.form("/api/v1/terrain", fields, "坡.asc", asc.getBytes(StandardCharsets.UTF_8))
        .expect(status)
        .json();
  }

  /** Rises by 10 m from post to post towards the east; one post in the middle is void. */
  private static String ramp() {
    var asc = new StringBuilder();
    asc.append("ncols 40\nnrows 40\nxllcenter 110.9\nyllcenter 36.6\ncellsize 0.001\n");
    for (int row = SIDE - 1; row >= 0; row--) {
      for (int column = 0; column < SIDE; column++) {
        asc.append(row == 20 && column == 20 ? -9999 : 1_000 + 10 * column).append(' ');
      }
    }
    return asc.toString();
  }

  private static JsonArray at(double column, double row) {
    return new JsonArray().add(WEST + column * STEP).add(SOUTH + row * STEP);
  }

  private static JsonObject point(JsonArray at) {
    return new JsonObject().put("type", "Point").put("coordinates", at);
  }

  private static JsonObject points(JsonArray... places) {
    var points = new JsonArray();
    for (var place : places) {
      points.add(point(place));
    }
    return new JsonObject().put("points", points);
  }

  private static JsonObject tower(JsonArray at, double radiusM) {
    return new JsonObject()
        .put("from", point(at))
        .put("height_m", 30)
        .put("target_height_m", 2)
        .put("radius_m", radiusM);
  }

  private static JsonObject source(JsonObject terrain) {
    return terrain.getJsonArray("sources").getJsonObject(0);
  }
}
