package org.wanglou.command.nearest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.app.GridCounty.at;
import static org.wanglou.command.app.GridCounty.crossing;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.http.GeoJson;

class NearestTest {
  private TestServer server;

  private TestClient desk(GridCounty county) {
    server = TestServer.start(county.filling());
    return server.admin();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void available_units_are_found_nearest_first_up_to_the_limit() {
    var desk =
        desk(
            GridCounty.of(6)
                .engine("远", 5, 5)
                .engine("近", 1, 0)
                .engine("停", 0, 0)
                .engine("中", 3, 3));
    desk.post(
            "/api/v1/units/" + id(desk, "停") + "/status",
            new JsonObject().put("status", "out_of_service"))
        .expect(200);
    assertThat(names(desk, question(crossing(0, 0), "unit"))).containsExactly("近", "中", "远");
    assertThat(names(desk, question(crossing(0, 0), "unit").put("limit", 2)))
        .containsExactly("近", "中");
  }

  @Test
  void a_unit_is_found_where_it_was_seen_last_not_at_its_base() {
    var desk = desk(GridCounty.of(6).engine("甲", 0, 0).engine("乙", 2, 0));
    desk.post(
            "/api/v1/units/" + id(desk, "甲") + "/positions",
            new JsonObject()
                .put(
                    "positions",
                    List.of(
                        new JsonObject()
                            .put("location", GeoJson.toJson(crossing(5, 5)))
                            .put("at", java.time.Instant.now().toString()))))
        .expect(200);
    assertThat(names(desk, question(crossing(0, 0), "unit"))).containsExactly("乙", "甲");
  }

  @Test
  void facilities_are_found_by_the_name_of_their_layer() {
    var desk =
        desk(
            GridCounty.of(6)
                .feature("hospital", "县医院", crossing(4, 4))
                .feature("hospital", "中医院", at(110.9112, 36.6601))
                .feature("shelter", "体育场", crossing(0, 0)));
    var found =
        desk.post("/api/v1/nearest", question(crossing(0, 0), "hospital")).expect(200).json();
    assertThat(found.getJsonArray("results").getJsonObject(0).getString("name")).isEqualTo("中医院");
    assertThat(names(desk, question(crossing(0, 0), "hospital"))).containsExactly("中医院", "县医院");
    assertThat(names(desk, question(crossing(0, 0), "helipad"))).isEmpty();
    assertThat(found.getDouble("snap_m")).isZero();
  }

  @Test
  void a_closure_is_in_force_for_the_next_question() {
    var desk =
        desk(
            GridCounty.of(6)
                .feature("hospital", "东", crossing(1, 0))
                .feature("hospital", "北", crossing(0, 1)));
    assertThat(names(desk, question(crossing(0, 0), "hospital"))).containsExactly("东", "北");
    desk.post(
            "/api/v1/closures",
            new JsonObject()
                .put("geometry", GeoJson.toJson(GridCounty.eastOf(0, 0)))
                .put("reason", "塌方"))
        .expect(201);
    assertThat(names(desk, question(crossing(0, 0), "hospital"))).containsExactly("北", "东");
  }

  @Test
  void far_from_any_road_the_answer_is_the_distance_even_where_there_is_nobody_to_find() {
    var desk = desk(GridCounty.of(3));
    for (var kind : List.of("unit", "cistern")) {
      var refused =
          desk.with("Accept-Language", "en")
              .post("/api/v1/nearest", question(GridCounty.WILDERNESS, kind))
              .expect(422);
      assertThat(refused.errors().getJsonObject(0).getString("code")).isEqualTo("road.too_far");
      assertThat(refused.json().getString("title")).matches(".*\\d{5}.* m .*");
    }
  }

  private static JsonObject question(Point from, String kind) {
    return new JsonObject().put("from", GeoJson.toJson(from)).put("kind", kind);
  }

  private static List<String> names(TestClient desk, JsonObject question) {
    return desk
        .post("/api/v1/nearest", question)
        .expect(200)
        .json()
        .getJsonArray("results")
        .stream()
        .map(it -> ((JsonObject) it).getString("name"))
        .toList();
  }

  private static String id(TestClient desk, String name) {
    return desk.get("/api/v1/units").expect(200).json().getJsonArray("results").stream()
        .map(JsonObject.class::cast)
        .filter(unit -> unit.getString("name").equals(name))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }
}
