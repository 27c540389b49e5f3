package org.wanglou.command.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.app.GridCounty.crossing;
import static org.wanglou.command.recommendation.Answered.codes;
import static org.wanglou.command.recommendation.Answered.durations;
import static org.wanglou.command.recommendation.Answered.filled;
import static org.wanglou.command.recommendation.Answered.gap;
import static org.wanglou.command.recommendation.Answered.gaps;
import static org.wanglou.command.recommendation.Answered.named;
import static org.wanglou.command.recommendation.Answered.names;
import static org.wanglou.command.recommendation.Answered.passedOver;
import static org.wanglou.command.recommendation.Answered.reasons;
import static org.wanglou.command.recommendation.Answered.text;
import static org.wanglou.command.recommendation.Answered.unit;
import static org.wanglou.command.recommendation.Answered.units;
import static org.wanglou.command.recommendation.Answered.why;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.http.GeoJson;
import org.wanglou.gis.db.RealmId;

class RecommendTest {
  private TestServer server;
  private TestClient desk;

  private void county(GridCounty county) {
    server = TestServer.start(county.filling());
    desk = server.admin();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_unit_that_is_nearer_but_behind_a_closure_comes_second() {
    county(GridCounty.of(6).engine("近", 1, 0).engine("远", 0, 2));
    needs("building_fire", 4, "firefighting", 1);
    var fire = incident("building_fire", 4, crossing(0, 0));
    assertThat(names(plan(fire))).startsWith("近");
    close(GridCounty.eastOf(0, 0));

    var closed = recommend(fire);
    var first = units(closed).getJsonObject(0);
    assertThat(first.getString("name")).isEqualTo("远");
    assertThat(first.getJsonArray("fills")).isEqualTo(new JsonArray().add("firefighting"));
    assertThat(closed.getInteger("closures_avoided")).isEqualTo(1);
    var second = unit(closed, "近");
    assertThat(text(second, "road.detour")).contains("多用");
    assertThat(reasons(first)).doesNotContain("road.detour");
  }

  @Test
  void
      an_incident_on_the_closed_road_itself_is_driven_to_and_each_unit_says_how_far_it_is_closed() {
    county(GridCounty.of(6).engine("西", 0, 0).engine("东", 1, 0));
    var slide = incident("building_fire", 4, GridCounty.eastOf(0, 0));
    close(GridCounty.eastOf(0, 0));
    var answer = recommend(slide);
    for (var name : List.of("西", "东")) {
      var unit = unit(answer, name);
      assertThat(text(unit, "recommendation.closed_end")).contains("最后 224 米在封闭路段上");
      assertThat(unit.getDouble("distance_m")).isBetween(220.0, 226.0);
      assertThat(reasons(unit)).doesNotContain("recommendation.off_road_end", "road.detour");
    }
  }

  @Test
  void each_unit_passed_over_says_why() {
    county(
        GridCounty.of(6)
            .engine("可派", 1, 0)
            .engine("停用", 2, 0)
            .engine("他处", 3, 0)
            .unit("空车", "fire_engine", 0, crossing(4, 0), "firefighting")
            .unit("警车", "police_car", 2, crossing(0, 1), "drainage")
            .unit("孤岛", "fire_engine", 6, GridCounty.ISLAND, "firefighting")
            .unit("野外", "fire_engine", 6, GridCounty.WILDERNESS, "firefighting")
            .unit("封住", "fire_engine", 6, GridCounty.VALLEY, "firefighting"));
    outOfService("停用");
    var other = incident("road_accident", 4, crossing(3, 3));
    order(other, "他处");
    close(GridCounty.VALLEY_ENTRANCE);
    var fire = recommend(incident("building_fire", 4, crossing(0, 0)));
    assertThat(why(fire, "停用")).containsExactly("recommendation.out_of_service");
    assertThat(why(fire, "他处")).containsExactly("recommendation.ordered_elsewhere");
    assertThat(text(passedOver(fire, "他处"), "recommendation.ordered_elsewhere"))
        .contains("第 " + other.getInteger("number") + " 号");
    assertThat(why(fire, "空车")).containsExactly("recommendation.no_crew");
    assertThat(why(fire, "警车")).containsExactly("recommendation.no_capability");
    assertThat(why(fire, "孤岛")).containsExactly("road.unreachable");
    assertThat(why(fire, "野外")).containsExactly("road.too_far");
    assertThat(text(passedOver(fire, "野外"), "road.too_far")).containsPattern("2\\d{4}");
    assertThat(why(fire, "封住")).containsExactly("road.cut_off");
    assertThat(names(units(fire))).containsExactly("可派");
    assertEverybodyIsThereOnce(fire);
  }

  @Test
  void a_place_beside_the_roads_is_said_once_and_not_with_each_unit() {
    county(GridCounty.of(3).engine("甲", 0, 0).engine("乙", 1, 0));
    var corner = crossing(0, 0);
    var fire = recommend(incident("building_fire", 4, beside(corner)));
    var notes = fire.getJsonArray("notes").stream().map(JsonObject.class::cast).toList();
    assertThat(notes)
        .extracting(it -> it.getString("code"))
        .containsExactly("recommendation.off_road_place");
    assertThat(notes.get(0).getString("text")).containsPattern("[12]\\d{3} 米");
    assertThat(units(fire)).isNotEmpty();
    for (int i = 0; i < units(fire).size(); i++) {
      assertThat(reasons(units(fire).getJsonObject(i)))
          .doesNotContain("recommendation.off_road_end");
    }
  }

  /** Some 1.6 km south-west of a point: nothing of the grid lies there. */
  private static Point beside(Point point) {
    return point
        .getFactory()
        .createPoint(new Coordinate(point.getX() - 0.012, point.getY() - 0.010));
  }

  @Test
  void far_from_any_road_everybody_is_passed_over_for_that_and_all_needs_are_gaps() {
    county(GridCounty.of(3).engine("甲", 0, 0));
    var fire = recommend(incident("building_fire", 4, GridCounty.WILDERNESS));
    assertThat(units(fire)).isEmpty();
    assertThat(why(fire, "甲")).containsExactly("recommendation.incident_off_road");
    assertThat(gap(fire, "firefighting").getString("text")).contains("道路不通 1 支");
    assertEverybodyIsThereOnce(fire);
  }

  @Test
  void a_unit_with_two_capabilities_fills_one_need_and_the_gap_says_what_is_missing() {
    county(GridCounty.of(4).engine("甲", 0, 0).engine("乙", 1, 0).engine("丙", 2, 2));
    var fire = recommend(incident("building_fire", 4, crossing(0, 0)));
    assertThat(units(fire)).hasSize(3);
    assertThat(units(fire)).allMatch(it -> ((JsonObject) it).getJsonArray("fills").size() == 1);
    assertThat(filled(fire)).containsExactly("firefighting", "firefighting", "rescue");
    assertThat(gap(fire, "water_supply").getInteger("units")).isEqualTo(1);
    assertThat(gap(fire, "water_supply").getString("text")).isEqualTo("供水缺 1 支：全县没有具备该能力的单元");
    var english = desk.with("Accept-Language", "en");
    assertThat(english.get(path(fire.getString("incident_id"))).expect(200).text())
        .contains("Water supply: 1 missing; no unit of the county has it")
        .doesNotContainPattern("\"text\":\"[^\"]*[灭救供]");
  }

  @Test
  void who_is_farther_than_twenty_others_is_passed_over_for_that() {
    var many = GridCounty.of(6);
    for (int i = 0; i < 24; i++) {
      many.engine("车" + i, i % 6, i / 6);
    }
    county(many);
    needs("building_fire", 4, "rescue", 0);
    var fire = recommend(incident("building_fire", 4, crossing(0, 0)));
    assertThat(fire.getJsonArray("alternatives")).hasSize(20);
    assertThat(fire.getJsonArray("passed_over")).hasSize(2);
    assertThat(why(fire, "车23")).containsExactly("recommendation.farther");
    assertThat(durations(units(fire).copy().addAll(fire.getJsonArray("alternatives")))).isSorted();
    assertEverybodyIsThereOnce(fire);
  }

  @Test
  void who_is_sent_already_counts_and_the_plan_is_the_reinforcement() {
    county(
        GridCounty.of(4).engine("甲", 0, 0).engine("乙", 1, 0).engine("丙", 2, 0).engine("丁", 3, 3));
    needs("building_fire", 4, "rescue", 0);
    var fire = incident("building_fire", 4, crossing(0, 0));
    assertThat(names(plan(fire))).containsExactly("甲", "乙");
    order(fire, "甲");
    var more = recommend(fire);
    assertThat(names(units(more))).containsExactly("乙");
    assertThat(why(more, "甲")).containsExactly("recommendation.sent_here");
    assertThat(codes(more.getJsonArray("notes"))).contains("recommendation.reinforcement");
    assertEverybodyIsThereOnce(more);
  }

  @Test
  void an_old_position_is_not_trusted_and_the_base_counts() {
    county(GridCounty.of(6).engine("甲", 5, 5).engine("乙", 4, 0).engine("丙", 0, 5));
    needs("building_fire", 4, "rescue", 0);
    seen("甲", crossing(0, 0), Duration.ofMinutes(37));
    seen("丙", crossing(1, 0), Duration.ofSeconds(5));
    var fire = recommend(incident("building_fire", 4, crossing(0, 0)));
    assertThat(names(units(fire))).containsExactly("丙", "乙");
    assertThat(text(unit(fire, "甲"), "recommendation.position_stale"))
        .startsWith("位置过时 37 分钟，按驻地计算");
    assertThat(reasons(unit(fire, "丙"))).contains("recommendation.position_fresh");
    assertThat(reasons(unit(fire, "乙"))).contains("recommendation.position_none");
  }

  @Test
  void an_incident_that_is_not_judged_is_answered_as_level_iv_and_says_so() {
    county(GridCounty.of(3).engine("甲", 0, 0));
    var unjudged =
        desk.post("/api/v1/incidents", report("building_fire", crossing(0, 0))).expect(201).json();
    var judged = incident("building_fire", 4, crossing(0, 0));
    assertThat(codes(recommend(unjudged).getJsonArray("notes")))
        .containsExactly("recommendation.level_unjudged");
    assertThat(gaps(recommend(unjudged))).isEqualTo(gaps(recommend(judged)));
    assertThat(recommend(judged).getJsonArray("notes")).isEmpty();
    assertThat(gaps(recommend(incident("building_fire", 1, crossing(0, 0)))))
        .as("more is needed at level I")
        .isNotEqualTo(gaps(recommend(judged)));
  }

  @Test
  void the_newest_need_in_force_counts_not_one_of_tomorrow() {
    county(GridCounty.of(4).engine("甲", 0, 0).engine("乙", 1, 1).engine("丙", 2, 2));
    needs("medical", 4, "medical", 0);
    needs("medical", 4, "firefighting", 1);
    insertNeed("medical", 4, "firefighting", 3, "current_date + 2");
    var plan = recommend(incident("medical", 4, crossing(0, 0)));
    assertThat(names(units(plan))).containsExactly("甲");
    assertThat(names(plan.getJsonArray("alternatives"))).containsExactly("乙", "丙");
    assertThat(plan.getJsonArray("plans").getJsonObject(0).getJsonArray("gaps")).isEmpty();
  }

  @Test
  void every_kind_of_incident_has_needs_at_every_level_that_never_shrink_as_it_gets_worse() {
    county(GridCounty.of(2));
    var kinds =
        desk.get("/api/v1/setup").expect(200).json().getJsonArray("incident_kinds").stream()
            .map(String.class::cast)
            .toList();
    for (var kind : kinds) {
      int before = 0;
      for (int level = 4; level >= 1; level--) {
        var at = level;
        int units =
            server
                .database()
                .reference(
                    tx ->
                        tx.createQuery(
                                "SELECT coalesce(sum(units), 0) FROM response_need"
                                    + " WHERE incident_kind = :kind AND level = :level")
                            .bind("kind", kind)
                            .bind("level", at)
                            .mapTo(Integer.class)
                            .one());
        assertThat(units).as(kind + " " + level).isPositive().isGreaterThanOrEqualTo(before);
        before = units;
      }
    }
  }

  @Test
  void a_closed_or_unknown_incident_gets_no_plan() {
    county(GridCounty.of(2));
    var fire = incident("building_fire", 4, crossing(0, 0));
    desk.post("/api/v1/incidents/" + fire.getString("id") + "/close").expect(200);
    desk.get(path(fire.getString("id"))).expect(422);
    desk.get(path(UUID.randomUUID().toString())).expect(404);
  }

  private void assertEverybodyIsThereOnce(JsonObject recommendation) {
    var there = new ArrayList<>(names(units(recommendation)));
    there.addAll(names(recommendation.getJsonArray("alternatives")));
    there.addAll(names(recommendation.getJsonArray("passed_over")));
    assertThat(there)
        .containsExactlyInAnyOrderElementsOf(
            names(desk.get("/api/v1/units").expect(200).json().getJsonArray("results")));
    assertThat(recommendation.getJsonArray("passed_over"))
        .allMatch(it -> !((JsonObject) it).getJsonArray("reasons").isEmpty());
  }

  private JsonArray plan(JsonObject incident) {
    return units(recommend(incident));
  }

  private JsonObject recommend(JsonObject incident) {
    return desk.get(path(incident.getString("id"))).expect(200).json();
  }

  private static String path(String incident) {
    return "/api/v1/incidents/" + incident + "/recommendations";
  }

  private static JsonObject report(String kind, Point place) {
    return new JsonObject()
        .put("kind", kind)
        .put("title", "某处险情")
        .put("location", GeoJson.toJson(place));
  }

  private JsonObject incident(String kind, int level, Point place) {
    return desk.post("/api/v1/incidents", report(kind, place).put("level", level))
        .expect(201)
        .json();
  }

  private void order(JsonObject incident, String unit) {
    desk.post(
            "/api/v1/orders",
            new JsonObject().put("incident_id", incident.getString("id")).put("unit_id", id(unit)))
        .expect(201);
  }

  private void outOfService(String unit) {
    desk.post(
            "/api/v1/units/" + id(unit) + "/status",
            new JsonObject().put("status", "out_of_service"))
        .expect(200);
  }

  private void seen(String unit, Point place, Duration ago) {
    var fix =
        new JsonObject()
            .put("location", GeoJson.toJson(place))
            .put("at", Instant.now().minus(ago).toString());
    desk.post(
            "/api/v1/units/" + id(unit) + "/positions",
            new JsonObject().put("positions", new JsonArray().add(fix)))
        .expect(200);
  }

  private String id(String unit) {
    return named(desk.get("/api/v1/units").expect(200).json().getJsonArray("results"), unit)
        .getString("id");
  }

  private void close(org.locationtech.jts.geom.Geometry where) {
    desk.post(
            "/api/v1/closures",
            new JsonObject().put("geometry", GeoJson.toJson(where)).put("reason", "塌方"))
        .expect(201);
  }

  /** As the county does it: a row that is in force from today on. */
  private void needs(String kind, int level, String capability, int units) {
    insertNeed(kind, level, capability, units, "current_date - 1");
  }

  private void insertNeed(String kind, int level, String capability, int units, String from) {
    server
        .database()
        .write(
            RealmId.REAL,
            tx ->
                tx.execute(
                    "INSERT INTO response_need (incident_kind, level, capability, units, rank, source,"
                        + " valid_from) VALUES (?, ?, ?, ?, 1, 'test', "
                        + from
                        + ")",
                    kind,
                    level,
                    capability,
                    units));
  }
}
