package org.wanglou.command.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wanglou.command.app.GridCounty.crossing;
import static org.wanglou.command.query.MappedCounty.box;
import static org.wanglou.command.query.MappedCounty.line;
import static org.wanglou.command.query.MappedCounty.point;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.http.GeoJson;
import org.wanglou.gis.geo.Ground;
import org.wanglou.gis.layer.Provenance;

class QueryTest {
  /** West of 110.95 is the one township, east of it the other; east of 111.05 is none. */
  private static final double BORDER = 110.95;

  private static final Geometry WEST = box(110.7, 36.4, BORDER, 36.9);
  private static final Geometry EAST = box(BORDER, 36.4, 111.05, 36.9);
  private static final Random RANDOM = new Random(20);
  private static TestServer server;
  private static TestClient desk;

  @BeforeAll
  static void start() {
    var county =
        new MappedCounty()
            .put("division", "西镇", WEST, Map.of("code", "141031100", "level", "township"))
            .put("division", "东乡", EAST, Map.of("code", "141031200", "level", "township"))
            .put("village", "甲村", point(110.91, 36.66), Map.of("population", 100, "households", 30))
            .put("village", "乙村", point(110.92, 36.67), Map.of("population", 250))
            .put("village", "丙村", point(110.96, 36.66), Map.of())
            .put("village", "丁村", point(BORDER, 36.7), Map.of("population", 40))
            .put("village", "戊村", point(111.1, 36.7), Map.of("population", 7))
            .put(
                "village",
                "合成村",
                point(110.915, 36.665),
                Map.of("population", 5),
                Provenance.SYNTHETIC,
                OptionalDouble.empty())
            .put(
                "geohazard_point",
                "滑坡一",
                point(110.911, 36.661),
                Map.of("kind", "landslide", "threatened_people", 23))
            .put("gas_pipeline", "管线", line(110.90, 36.66, 111.06, 36.66), Map.of())
            .put(
                "forest_compartment",
                "林班",
                box(110.94, 36.65, 110.97, 36.66),
                Map.of("area_ha", 3.5));
    for (int i = 0; i < 300; i++) {
      var at = point(110.9 + RANDOM.nextDouble() * 0.03, 36.64 + RANDOM.nextDouble() * 0.04);
      county.put("cistern", "池" + i, at, Map.of("volume_m3", i));
    }
    server = TestServer.start(county.filling());
    desk = server.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_circle_is_round_on_the_ground() {
    var centre = new Coordinate(110.915, 36.66);
    for (double radiusM : new double[] {150, 700, 1_300}) {
      var found = names(select(circle(centre, radiusM), "cistern").getJsonObject(0));
      assertThat(found).hasSameElementsAs(cisternsWithin(centre, radiusM)).isNotEmpty();
    }
    var asked = exposure(circle(centre, 1_000)).getJsonObject("area");
    assertThat(asked.getDouble("area_ha")).isCloseTo(Math.PI * 100, within(0.1));
  }

  private static List<String> cisternsWithin(Coordinate centre, double radiusM) {
    return server
        .db()
        .superuser()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT name, ST_X(geom) AS x, ST_Y(geom) AS y FROM feature WHERE layer = 'cistern'")
                    .map(
                        (row, c) ->
                            Ground.distanceM(
                                        centre,
                                        new Coordinate(row.getDouble("x"), row.getDouble("y")))
                                    <= radiusM
                                ? row.getString("name")
                                : "")
                    .list())
        .stream()
        .filter(it -> !it.isEmpty())
        .toList();
  }

  @Test
  void a_corridor_follows_the_road_from_place_to_place_and_not_beyond() {
    // The road 东西0路 runs from (110.90, 36.65) to (110.925, 36.65); crossings are 0.005 degrees
    // apart.
    var part =
        new JsonObject()
            .put("road", "东西0路")
            .put("from", GeoJson.toJson(crossing(1, 0)))
            .put("to", GeoJson.toJson(crossing(3, 0)))
            .put("distance_m", 300);
    var along = new Coordinate[] {crossing(1, 0).getCoordinate(), crossing(3, 0).getCoordinate()};
    var found = names(select(corridor(part), "cistern").getJsonObject(0));
    var drawn =
        names(
            select(
                    corridor(
                        new JsonObject()
                            .put(
                                "line",
                                GeoJson.toJson(
                                    line(along[0].x, along[0].y, along[1].x, along[1].y)))
                            .put("distance_m", 300)),
                    "cistern")
                .getJsonObject(0));
    assertThat(found).isNotEmpty().hasSameElementsAs(drawn);
    var whole = new JsonObject().put("road", "东西0路").put("distance_m", 300);
    assertThat(names(select(corridor(whole), "cistern").getJsonObject(0)))
        .containsAll(found)
        .hasSizeGreaterThan(found.size());
  }

  @Test
  void a_corridor_turns_with_the_road_and_works_in_both_directions() {
    var there = road("南北2路", crossing(2, 1), crossing(2, 4));
    var back = road("南北2路", crossing(2, 4), crossing(2, 1));
    assertThat(names(select(corridor(there), "cistern").getJsonObject(0)))
        .isNotEmpty()
        .hasSameElementsAs(names(select(corridor(back), "cistern").getJsonObject(0)));
  }

  private static JsonObject road(String name, Geometry from, Geometry to) {
    return new JsonObject()
        .put("road", name)
        .put("from", GeoJson.toJson(from))
        .put("to", GeoJson.toJson(to))
        .put("distance_m", 400);
  }

  @Test
  void several_layers_are_selected_at_once_with_sources_and_age() {
    var results =
        select(
            polygon(box(110.905, 36.655, 110.925, 36.675)), "village", "geohazard_point", "mine");
    assertThat(results.stream().map(it -> ((JsonObject) it).getInteger("count")))
        .containsExactly(3, 1, 0);
    var village = results.getJsonObject(0);
    assertThat(names(village)).containsExactlyInAnyOrder("甲村", "乙村", "合成村");
    var sources = village.getJsonArray("sources");
    assertThat(sources).hasSize(2);
    assertThat(sources.getJsonObject(0))
        .contains(
            Map.entry("source", "civil affairs office"),
            Map.entry("synthetic", false),
            Map.entry("age_days", 10),
            Map.entry("accuracy_worst_m", 10.0));
    assertThat(sources.getJsonObject(1))
        .contains(Map.entry("synthetic", true), Map.entry("accuracy_unknown", 1));
  }

  @Test
  void a_filter_narrows_the_selection_and_has_to_fit_every_layer() {
    var question = question(polygon(WEST), "village").put("filter", "population >= 100");
    assertThat(
            names(
                desk.post("/api/v1/selections", question)
                    .expect(200)
                    .json()
                    .getJsonArray("results")
                    .getJsonObject(0)))
        .containsExactlyInAnyOrder("甲村", "乙村");
    var refused =
        desk.post(
                "/api/v1/selections",
                question.put("layers", new JsonArray().add("village").add("depot")))
            .expect(422);
    assertThat(refused.errors().getJsonObject(0).getString("pointer")).isEqualTo("/filter");
  }

  @Test
  void what_is_left_out_is_said() {
    var question = question(polygon(WEST), "cistern").put("limit", 7);
    var result =
        desk.post("/api/v1/selections", question)
            .expect(200)
            .json()
            .getJsonArray("results")
            .getJsonObject(0);
    assertThat(result.getJsonArray("features")).hasSize(7);
    assertThat(result).contains(Map.entry("count", 300), Map.entry("truncated", true));
  }

  @Test
  void a_township_is_an_area_by_code_and_by_name() {
    for (var township : List.of("141031200", "东乡")) {
      assertThat(
              names(select(new JsonObject().put("township", township), "village").getJsonObject(0)))
          .containsExactlyInAnyOrder("丙村", "丁村");
    }
  }

  @Test
  void people_are_counted_by_whole_villages_and_what_is_not_known_stays_unknown() {
    var villages = exposed(box(110.905, 36.655, 110.965, 36.675), "village");
    assertThat(villages.getInteger("count")).isEqualTo(4);
    assertThat(sum(villages, "population"))
        .contains(Map.entry("sum", 355), Map.entry("known", 3), Map.entry("unknown", 1));
    assertThat(sum(villages, "households"))
        .contains(Map.entry("sum", 30), Map.entry("known", 1), Map.entry("unknown", 3));
    assertThat(sum(villages, "elderly").getValue("sum")).isNull();
    assertThat(villages.getString("rule")).contains("不按面积比例估算");
    assertThat(
            villages.getJsonArray("sources").stream()
                .filter(it -> ((JsonObject) it).getBoolean("synthetic")))
        .hasSize(1);
    var hazards = exposed(box(110.905, 36.655, 110.965, 36.675), "geohazard_point");
    assertThat(sum(hazards, "threatened_people").getInteger("sum")).isEqualTo(23);
    assertThat(hazards.getString("rule")).contains("不可相加");
  }

  @Test
  void a_point_nearer_to_the_border_than_it_is_exact_is_uncertain() {
    // 甲村 at 110.91 is exact to 10 m: some 9 m inside of the western border, or 9 m outside.
    for (double west : new double[] {110.9099, 110.9101}) {
      var villages = exposed(box(west, 36.655, 110.965, 36.675), "village");
      assertThat(villages.getJsonObject("uncertain"))
          .contains(Map.entry("at_border", 1), Map.entry("accuracy_unknown", 0));
    }
    assertThat(exposed(box(110.905, 36.655, 110.965, 36.675), "village").getJsonObject("uncertain"))
        .contains(Map.entry("at_border", 0));
    var circle =
        exposure(circle(new Coordinate(110.91, 36.66), 5)).getJsonArray("results").getJsonObject(0);
    assertThat(circle).contains(Map.entry("count", 1));
    assertThat(circle.getJsonObject("uncertain")).contains(Map.entry("at_border", 1));
  }

  @Test
  void lengths_and_areas_are_of_the_part_inside_on_the_ellipsoid() {
    var pipe = exposed(box(110.91, 36.6, 110.93, 36.7), "gas_pipeline");
    double metres = Ground.lengthM(line(110.91, 36.66, 110.93, 36.66).getCoordinates());
    assertThat(pipe.getDouble("length_km")).isCloseTo(metres / 1_000, within(0.001));
    var forest = exposed(box(110.94, 36.65, 110.955, 36.7), "forest_compartment");
    double ha = Ground.areaM2(box(110.94, 36.65, 110.955, 36.66)) / 10_000;
    assertThat(forest.getDouble("area_ha")).isCloseTo(ha, within(0.01));
  }

  @Test
  void figures_by_township_count_each_feature_once_and_cut_areas_at_the_border() {
    var villages = statistics("village?by=township&attribute=population");
    var west = villages.getJsonArray("results").getJsonObject(0);
    var east = villages.getJsonArray("results").getJsonObject(1);
    assertThat(west)
        .contains(
            Map.entry("name", "西镇"),
            Map.entry("code", "141031100"),
            Map.entry("count", 4),
            Map.entry("known", 4),
            Map.entry("sum", 395),
            Map.entry("min", 5),
            Map.entry("mean", 98.75),
            Map.entry("max", 250));
    assertThat(east)
        .contains(Map.entry("count", 1), Map.entry("known", 0), Map.entry("unknown", 1));
    assertThat(east.getValue("sum")).isNull();
    assertThat(villages.getJsonObject("outside"))
        .contains(Map.entry("count", 1), Map.entry("sum", 7));
    assertThat(villages.getJsonObject("whole"))
        .contains(Map.entry("count", 6), Map.entry("sum", 402));

    var forest = statistics("forest_compartment?by=township");
    double westHa = Ground.areaM2(box(110.94, 36.65, BORDER, 36.66)) / 10_000;
    double allHa = Ground.areaM2(box(110.94, 36.65, 110.97, 36.66)) / 10_000;
    assertThat(forest.getJsonArray("results").getJsonObject(0).getDouble("area_ha"))
        .isCloseTo(westHa, within(0.01));
    assertThat(forest.getJsonArray("results").getJsonObject(1).getDouble("area_ha"))
        .isCloseTo(allHa - westHa, within(0.01));
    assertThat(forest.getJsonObject("whole").getDouble("area_ha")).isCloseTo(allHa, within(0.01));

    var pipes = statistics("gas_pipeline?by=township");
    double km = Ground.lengthM(line(110.90, 36.66, BORDER, 36.66).getCoordinates()) / 1_000;
    assertThat(pipes.getJsonArray("results").getJsonObject(0).getDouble("length_km"))
        .isCloseTo(km, within(0.001));
  }

  @Test
  void figures_can_be_filtered() {
    var villages = statistics("village?by=township&filter=population%3E50");
    assertThat(villages.getJsonObject("whole").getInteger("count")).isEqualTo(2);
  }

  @Test
  void without_township_areas_that_is_said_and_nothing_guessed() {
    try (var bare =
        TestServer.start(
            new MappedCounty().put("village", "甲村", point(110.91, 36.66), Map.of()).filling())) {
      var client = bare.admin();
      var figures = client.get("/api/v1/layers/village/statistics?by=township").expect(200).json();
      assertThat(figures.getJsonArray("results")).isEmpty();
      assertThat(figures.getJsonObject("whole").getInteger("count")).isEqualTo(1);
      assertThat(figures.getJsonArray("notes").getJsonObject(0).getString("text"))
          .contains("没有乡镇界");
      var refused =
          client
              .post(
                  "/api/v1/exposure",
                  new JsonObject().put("area", new JsonObject().put("township", "西镇")))
              .expect(422);
      assertThat(refused.errors().getJsonObject(0).getString("code"))
          .isEqualTo("query.no_townships");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"circle\":{\"center\":{\"type\":\"Point\",\"coordinates\":[36.66,110.9]},\"radius_m\":5}} | 422",
        "{\"circle\":{\"center\":{\"type\":\"Point\",\"coordinates\":[110.9,36.66]},\"radius_m\":-5}} | 400",
        "{\"corridor\":{\"distance_m\":5}} | 422",
        "{\"corridor\":{\"road\":\"无此路\",\"distance_m\":5}} | 422",
        "{\"corridor\":{\"road\":\"东西0路\",\"from\":{\"type\":\"Point\",\"coordinates\":[110.9,36.65]},\"distance_m\":5}} | 422",
        "{\"township\":\"无此乡\"} | 422",
        "{\"feature\":{\"layer\":\"village\",\"id\":\"00000000-0000-0000-0000-000000000000\"}} | 404",
        "{\"polygon\":{\"type\":\"Polygon\",\"coordinates\":[[[110,36],[111,37],[111,36],[110,37],[110,36]]]}} | 422",
        "{} | 400",
        "{\"township\":\"东乡\",\"circle\":{\"center\":{\"type\":\"Point\",\"coordinates\":[110.9,36.66]},\"radius_m\":5}} | 400",
      })
  void an_area_that_is_none_is_refused_with_its_place(String area, int status) {
    var refused =
        desk.post("/api/v1/exposure", new JsonObject().put("area", new JsonObject(area)))
            .expect(status);
    if (status != 404) {
      assertThat(refused.errors().getJsonObject(0).getString("pointer")).startsWith("/area");
    }
  }

  @Test
  void the_polygon_of_a_feature_is_an_area() {
    var id =
        select(polygon(EAST), "division").getJsonObject(0).getJsonArray("features").stream()
            .map(JsonObject.class::cast)
            .filter(it -> it.getJsonObject("properties").getString("name").equals("东乡"))
            .findFirst()
            .orElseThrow()
            .getString("id");
    var area =
        new JsonObject().put("feature", new JsonObject().put("layer", "division").put("id", id));
    assertThat(exposure(area).getJsonArray("results").getJsonObject(0))
        .contains(Map.entry("count", 2));
  }

  @Test
  void a_statistic_of_no_number_is_refused() {
    desk.get("/api/v1/layers/village/statistics?by=township&attribute=leader").expect(400);
    desk.get("/api/v1/layers/village/statistics?by=township&attribute=beds").expect(400);
    desk.get("/api/v1/layers/dragons/statistics?by=township").expect(404);
  }

  private static JsonObject circle(Coordinate centre, double radiusM) {
    return new JsonObject()
        .put(
            "circle",
            new JsonObject()
                .put("center", GeoJson.toJson(point(centre.x, centre.y)))
                .put("radius_m", radiusM));
  }

  private static JsonObject polygon(Geometry polygon) {
    return new JsonObject().put("polygon", GeoJson.toJson(polygon));
  }

  private static JsonObject corridor(JsonObject corridor) {
    return new JsonObject().put("corridor", corridor);
  }

  private static JsonObject question(JsonObject area, String... layers) {
    return new JsonObject()
        .put("layers", new JsonArray(List.of((Object[]) layers)))
        .put("area", area)
        .put("limit", 1_000);
  }

  private static JsonArray select(JsonObject area, String... layers) {
    return desk.post("/api/v1/selections", question(area, layers))
        .expect(200)
        .json()
        .getJsonArray("results");
  }

  private static JsonObject exposure(JsonObject area) {
    return desk.post("/api/v1/exposure", new JsonObject().put("area", area)).expect(200).json();
  }

  private static JsonObject exposed(Geometry polygon, String layer) {
    return exposure(polygon(polygon)).getJsonArray("results").stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getString("layer").equals(layer))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject sum(JsonObject exposed, String attribute) {
    return exposed.getJsonObject("sums").getJsonObject(attribute);
  }

  private static JsonObject statistics(String path) {
    return desk.get("/api/v1/layers/" + path.replaceFirst("\\?", "/statistics?"))
        .expect(200)
        .json();
  }

  private static List<String> names(JsonObject selected) {
    return selected.getJsonArray("features").stream()
        .map(it -> ((JsonObject) it).getJsonObject("properties").getString("name"))
        .toList();
  }
}
