package org.wanglou.command.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.app.GridCounty.crossing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;

class LayerTest {
  private static final String EVIL = "医院 \"<b>\\ \n\u2028 院";
  private static TestServer server;
  private static TestClient desk;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            GridCounty.of(3)
                .feature("hospital", EVIL, crossing(0, 0))
                .feature("hospital", "东", crossing(2, 0))
                .filling());
    desk = server.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void layers_are_listed_with_counts_and_provenance_in_the_readers_language() {
    var chinese = layer(desk, "hospital");
    assertThat(chinese.getString("label")).isEqualTo("医院");
    assertThat(chinese.getInteger("count")).isEqualTo(2);
    assertThat(chinese.getJsonArray("provenance")).isEqualTo(new JsonArray().add("SYNTHETIC"));
    assertThat(layer(desk, "shelter").getJsonArray("provenance")).isEmpty();
    assertThat(layer(server.admin().with("Accept-Language", "en"), "hospital").getString("label"))
        .isEqualTo("Hospitals");
  }

  @Test
  void a_feature_carries_where_it_comes_from_and_a_wild_name_stays_the_same() {
    var reply = desk.get("/api/v1/layers/hospital/features").expect(200);
    assertThat(reply.header("content-type")).startsWith("application/geo+json");
    var wild =
        features(reply.json()).stream()
            .filter(it -> it.getJsonObject("properties").getString("name").equals(EVIL))
            .findFirst()
            .orElseThrow();
    assertThat(wild.getJsonObject("properties").getString("provenance")).isEqualTo("SYNTHETIC");
    assertThat(wild.getJsonObject("geometry").getJsonArray("coordinates"))
        .isEqualTo(new JsonArray().add(110.9).add(36.65));
    assertThat(wild.getString("id")).isNotBlank();
  }

  @Test
  void a_box_gives_what_lies_in_it() {
    assertThat(features(box("110.905,36.6,111,36.7"))).hasSize(1);
    assertThat(features(box("110.8,36.6,111,36.7"))).hasSize(2);
    assertThat(features(box("100,30,101,31"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2,3", "1,2,3,4,5", "3,2,1,4", "1,4,3,2", "a,b,c,d", "NaN,0,1,1", ""})
  void a_box_that_is_none_is_refused(String box) {
    var refused = desk.get("/api/v1/layers/hospital/features?bbox=" + box).expect(400);
    assertThat(refused.errors().getJsonObject(0).getString("pointer")).isEqualTo("/bbox");
  }

  @Test
  void an_unknown_layer_is_not_found() {
    desk.get("/api/v1/layers/dragons/features").expect(404);
  }

  private static JsonObject layer(TestClient client, String id) {
    return client.get("/api/v1/layers").expect(200).json().getJsonArray("results").stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject box(String box) {
    return desk.get("/api/v1/layers/hospital/features?bbox=" + box).expect(200).json();
  }

  private static List<JsonObject> features(JsonObject collection) {
    assertThat(collection.getString("type")).isEqualTo("FeatureCollection");
    return collection.getJsonArray("features").stream().map(JsonObject.class::cast).toList();
  }
}
