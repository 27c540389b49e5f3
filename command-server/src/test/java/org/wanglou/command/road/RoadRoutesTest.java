package org.wanglou.command.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.app.GridCounty.crossing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.http.GeoJson;

class RoadRoutesTest {
  private static TestServer server;
  private static TestClient desk;

  @BeforeAll
  static void start() {
    server = TestServer.start(GridCounty.of(6).filling());
    desk = server.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_route_leads_from_place_to_place_with_tenths_of_seconds() {
    var route = desk.post("/api/v1/routes", question(crossing(0, 0), crossing(2, 1))).expect(200);
    var line = route.json().getJsonObject("geometry").getJsonArray("coordinates");
    assertThat(line.getJsonArray(0))
        .isEqualTo(GeoJson.toJson(crossing(0, 0)).getValue("coordinates"));
    assertThat(line.getJsonArray(line.size() - 1))
        .isEqualTo(GeoJson.toJson(crossing(2, 1)).getValue("coordinates"));
    assertThat(route.json().getDouble("distance_m")).isBetween(1_440.0, 1_455.0);
    double duration = route.json().getDouble("duration_s");
    assertThat(duration * 10).isEqualTo(Math.rint(duration * 10));
    assertThat(route.json().getJsonArray("snap_m")).isEqualTo(new JsonArray().add(0.0).add(0.0));
  }

  @Test
  void an_area_to_avoid_is_driven_around() {
    var open = desk.post("/api/v1/routes", question(crossing(0, 0), crossing(1, 0))).expect(200);
    var around =
        desk.post(
                "/api/v1/routes",
                question(crossing(0, 0), crossing(1, 0))
                    .put("avoid", box(GridCounty.eastOf(0, 0), 0.001)))
            .expect(200);
    assertThat(around.json().getDouble("distance_m"))
        .isGreaterThan(open.json().getDouble("distance_m") + 1_000);
  }

  @Test
  void a_place_in_an_area_to_avoid_is_driven_to_and_the_answer_says_how_far_inside() {
    var question = question(crossing(0, 0), GridCounty.eastOf(0, 0));
    var route =
        desk.post("/api/v1/routes", question.put("avoid", box(GridCounty.eastOf(0, 0), 0.001)))
            .expect(200)
            .json();
    assertThat(route.getDouble("distance_m")).isBetween(220.0, 226.0);
    assertThat(route.getJsonArray("closed_m").getDouble(0)).isZero();
    assertThat(route.getJsonArray("closed_m").getDouble(1))
        .isEqualTo(route.getDouble("distance_m"));
  }

  @Test
  void a_place_that_only_an_avoided_road_leads_to_is_cut_off() {
    var refused =
        desk.post(
                "/api/v1/routes",
                question(crossing(5, 5), GridCounty.VALLEY)
                    .put("avoid", box(GridCounty.VALLEY_ENTRANCE, 0.001)))
            .expect(422);
    assertThat(code(refused)).isEqualTo("road.cut_off");
  }

  @Test
  void an_island_is_unreachable_and_the_answer_says_so() {
    var refused =
        desk.post("/api/v1/routes", question(crossing(0, 0), GridCounty.ISLAND)).expect(422);
    assertThat(code(refused)).isEqualTo("road.unreachable");
    assertThat(refused.json().getString("detail")).isNotBlank();
  }

  @Test
  void a_place_far_from_any_road_is_refused_with_the_metres() {
    var refused =
        desk.post("/api/v1/routes", question(crossing(0, 0), GridCounty.WILDERNESS)).expect(422);
    assertThat(code(refused)).isEqualTo("road.too_far");
    assertThat(refused.errors().getJsonObject(0).getString("pointer")).isEqualTo("/to");
    var metres = refused.json().getString("title").replaceAll("[^0-9.]+", " ").trim();
    // 0.15 degrees of longitude and 0.16 of latitude from the end of the valley.
    assertThat(Double.parseDouble(metres)).isBetween(22_200.0, 22_330.0);
  }

  @Test
  void latitude_and_longitude_in_the_wrong_order_are_noticed() {
    var swapped = GridCounty.at(crossing(1, 1).getY(), crossing(1, 1).getX());
    var refused = desk.post("/api/v1/routes", question(swapped, crossing(0, 0))).expect(422);
    assertThat(code(refused)).isEqualTo("location.swapped");
    assertThat(refused.errors().getJsonObject(0).getString("pointer")).startsWith("/from");
  }

  @Test
  void a_matrix_has_a_row_for_each_source_and_null_where_there_is_no_way() {
    var answer =
        desk.post(
                "/api/v1/matrix",
                new JsonObject()
                    .put("sources", points(crossing(0, 0), GridCounty.ISLAND))
                    .put("targets", points(crossing(0, 0), crossing(3, 0), crossing(0, 3))))
            .expect(200)
            .json();
    var durations = answer.getJsonArray("durations_s");
    assertThat(durations.getJsonArray(0).getDouble(0)).isZero();
    assertThat(durations.getJsonArray(0).getDouble(1))
        .isEqualTo(
            desk.post("/api/v1/routes", question(crossing(0, 0), crossing(3, 0)))
                .json()
                .getDouble("duration_s"));
    assertThat(durations.getJsonArray(1)).isEqualTo(new JsonArray().addNull().addNull().addNull());
    assertThat(answer.getJsonArray("distances_m").getJsonArray(1))
        .isEqualTo(new JsonArray().addNull().addNull().addNull());
  }

  @Test
  void the_road_at_a_point_is_shown_with_its_name() {
    var road = desk.get("/api/v1/roads/nearest?lon=110.9025&lat=36.6501").expect(200).json();
    assertThat(road.getString("name")).isEqualTo("东西0路");
    assertThat(road.getDouble("snap_m")).isBetween(11.0, 11.3);
    assertThat(code(desk.get("/api/v1/roads/nearest?lon=110.75&lat=36.45").expect(422)))
        .isEqualTo("road.too_far");
  }

  @Test
  void without_roads_the_answer_says_what_to_do() {
    try (var empty = TestServer.start()) {
      var refused =
          empty
              .admin()
              .post("/api/v1/routes", question(crossing(0, 0), crossing(1, 0)))
              .expect(422);
      assertThat(code(refused)).isEqualTo("road.empty");
      assertThat(refused.json().getString("detail")).contains("ops/run");
    }
  }

  private static JsonObject question(Point from, Point to) {
    return new JsonObject().put("from", GeoJson.toJson(from)).put("to", GeoJson.toJson(to));
  }

  private static JsonArray points(Point... points) {
    return new JsonArray(java.util.Arrays.stream(points).map(GeoJson::toJson).toList());
  }

  private static JsonObject box(Point around, double half) {
    var envelope = around.getEnvelopeInternal();
    envelope.expandBy(half);
    return GeoJson.toJson(around.getFactory().toGeometry(envelope));
  }

  private static String code(TestClient.Reply refused) {
    return refused.errors().getJsonObject(0).getString("code");
  }
}
