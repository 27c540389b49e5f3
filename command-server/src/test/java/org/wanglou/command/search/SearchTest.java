package org.wanglou.command.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wanglou.command.app.GridCounty.crossing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.layer.Change;
import org.wanglou.gis.layer.FeatureStore;
import org.wanglou.gis.layer.NewFeature;
import org.wanglou.gis.layer.Provenance;

class SearchTest {
  private static TestServer server;
  private static TestClient desk;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            GridCounty.of(3)
                .feature("township", "龙泉镇", crossing(0, 0))
                .feature("hospital", "龙泉医院", crossing(1, 0))
                .feature("hospital", "城东医院", crossing(2, 2))
                .unit("龙城消防一号", "fire_engine", 6, crossing(1, 1))
                .filling());
    desk = server.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void longquan_is_found_by_its_initials() {
    var found = search("lq").get(0);
    assertThat(found.getString("name")).isEqualTo("龙泉镇");
    assertThat(found.getString("kind")).isEqualTo("feature");
    assertThat(found.getString("layer")).isEqualTo("township");
    assertThat(found.getString("id")).isNotBlank();
    assertThat(found.getString("matched")).isEqualTo("initials");
    assertThat(found.getString("provenance")).isEqualTo("SYNTHETIC");
    assertThat(found.getString("source")).isNotBlank();
    assertThat(found.getJsonObject("location"))
        .isEqualTo(
            new JsonObject()
                .put("type", "Point")
                .put("coordinates", new JsonArray().add(110.9).add(36.65)));
  }

  @Test
  void units_and_roads_are_found_in_the_same_field() {
    var unit = search("lcxf").get(0);
    assertThat(unit.getString("kind")).isEqualTo("unit");
    assertThat(unit.getString("id")).isNotBlank();
    assertThat(search("孤岛路").get(0).getString("kind")).isEqualTo("road");
  }

  @Test
  void what_is_near_comes_first_among_equals_and_the_limit_holds() {
    assertThat(names("医院&near=110.91,36.66")).first().isEqualTo("城东医院");
    assertThat(names("医院&near=110.9,36.65")).first().isEqualTo("龙泉医院");
    assertThat(names("路&limit=2")).hasSize(2);
  }

  @Test
  void coordinates_say_how_they_were_read_and_offset_ones_are_put_right() {
    var shifted = SourceCrs.of("GCJ-02").from4490(110.9, 36.65);
    var found = search("高德 " + shifted.x + "," + shifted.y).get(0);
    assertThat(found.getString("kind")).isEqualTo("coordinate");
    assertThat(found.getString("crs")).isEqualTo("GCJ-02");
    assertThat(found.getString("detail")).contains("GCJ-02");
    var at = found.getJsonObject("location").getJsonArray("coordinates");
    assertThat(at.getDouble(0)).isCloseTo(110.9, within(1e-7));
    assertThat(at.getDouble(1)).isCloseTo(36.65, within(1e-7));
  }

  @Test
  void a_kilometre_post_says_that_it_is_computed_and_an_unknown_one_leads_to_the_road() {
    var line =
        new GeometryFactory()
            .createLineString(
                new Coordinate[] {new Coordinate(110.9, 36.6), new Coordinate(110.9, 36.7)});
    server
        .database()
        .write(
            RealmId.REAL,
            tx ->
                FeatureStore.insert(
                    tx,
                    "road",
                    new NewFeature(
                        Optional.empty(),
                        "国道209线",
                        line,
                        Map.of("code", "G209", "from_km", 10.0, "to_km", 20.0),
                        Provenance.SURVEYED,
                        "公路段台账",
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Optional.empty()),
                    new Change(Instant.now(), "test", "test", Change.Act.CREATED)));
    var post = search("G209 K15+000").get(0);
    assertThat(post.getString("kind")).isEqualTo("kilometre");
    assertThat(post.getString("name")).isEqualTo("国道209线 K15+000");
    assertThat(post.getBoolean("computed")).isTrue();
    assertThat(post.getString("detail")).contains("K10+000").contains("推算");
    assertThat(post.getString("source")).isEqualTo("公路段台账");
    assertThat(post.getJsonObject("location").getJsonArray("coordinates").getDouble(1))
        .isCloseTo(36.65, within(1e-4));
    var beyond = search("G209 K35").get(0);
    assertThat(beyond.getString("kind")).isEqualTo("feature");
    assertThat(beyond.getString("name")).isEqualTo("国道209线");
  }

  @ParameterizedTest
  @ValueSource(strings = {"110.9", "36.6,110.9", "a,b", "NaN,0", "1,2,3"})
  void a_place_to_be_near_to_that_is_none_is_refused(String near) {
    var refused = desk.get("/api/v1/search?q=lq&near=" + near).expect(400);
    assertThat(refused.errors().getJsonObject(0).getString("pointer")).isEqualTo("/near");
  }

  @Test
  void who_is_not_signed_in_finds_nothing_out() {
    server.stranger().get("/api/v1/search?q=lq").expect(401);
  }

  @Test
  void a_text_is_needed_and_a_strange_one_does_no_harm() {
    desk.get("/api/v1/search").expect(400);
    for (var text : List.of("%", "'; DROP TABLE feature; --", "\\", "(((", "   ", "𠮷野家")) {
      assertThat(search(text)).isEmpty();
    }
  }

  private static List<String> names(String query) {
    var parts = query.split("&", 2);
    var path = "/api/v1/search?q=" + encoded(parts[0]) + "&" + parts[1];
    return results(desk.get(path).expect(200).json()).stream()
        .map(it -> it.getString("name"))
        .toList();
  }

  private static List<JsonObject> search(String text) {
    return results(desk.get("/api/v1/search?q=" + encoded(text)).expect(200).json());
  }

  private static List<JsonObject> results(JsonObject reply) {
    return reply.getJsonArray("results").stream().map(JsonObject.class::cast).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
