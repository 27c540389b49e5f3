package org.wanglou.command.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestClient.Reply;
import org.wanglou.command.app.TestServer;

class CatalogueEditTest {
  private static TestServer server;
  private static TestClient admin;
  private static TestClient officer;

  @BeforeAll
  static void start() {
    server = TestServer.start(GridCounty.of(2).filling());
    admin = server.admin();
    officer = server.user("officer", "duty_officer");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_county_makes_a_type_of_its_own_and_uses_it() {
    var made =
        admin
            .post("/api/v1/layers", type("beehive").put("attributes", attributes("colonies")))
            .expect(201);
    assertThat(made.header("etag")).isEqualTo("\"1\"");
    assertThat(made.json().getBoolean("built_in")).isFalse();
    assertThat(made.json().getString("group")).isEqualTo("own");
    put("beehive", new JsonObject().put("colonies", 12)).expect(201);
    assertThat(layer("beehive").getInteger("count")).isEqualTo(1);
    assertThat(put("beehive", new JsonObject().put("colonies", "viele")).errors()).hasSize(1);
  }

  @Test
  void a_type_is_made_once_and_only_by_an_administrator() {
    admin.post("/api/v1/layers", type("well_of_own")).expect(201);
    admin.post("/api/v1/layers", type("well_of_own")).expect(409);
    admin.post("/api/v1/layers", type("hospital")).expect(409);
    officer.post("/api/v1/layers", type("another")).expect(403);
  }

  @Test
  void a_built_in_type_gets_an_attribute_and_a_value_of_the_countys_own() {
    var cistern = layer("cistern");
    var attributes = cistern.getJsonArray("attributes").copy();
    attributes
        .getJsonObject(0)
        .getJsonArray("values")
        .add(label(new JsonObject().put("code", "cellar"), "水窖", "Rain cellar"));
    attributes.add(attributes("lid").getJsonObject(0));
    var changed = change("cistern", revision(cistern), attributes).expect(200);
    assertThat(changed.header("etag")).isEqualTo("\"" + (revision(cistern) + 1) + "\"");
    assertThat(changed.json().getJsonArray("attributes").getJsonObject(0).getString("source"))
        .isEqualTo(cistern.getJsonArray("attributes").getJsonObject(0).getString("source"));
    put("cistern", new JsonObject().put("kind", "cellar").put("lid", 1)).expect(201);
  }

  @Test
  void what_features_use_cannot_be_taken_away_and_what_they_do_not_use_can() {
    var both = attributes("used").add(attributes("idle").getJsonObject(0));
    both.add(
        label(
            new JsonObject()
                .put("name", "state")
                .put("type", "text")
                .put("values", values("open", "shut")),
            "状态",
            "State"));
    admin.post("/api/v1/layers", type("gate").put("attributes", both)).expect(201);
    put("gate", new JsonObject().put("used", 1).put("state", "open")).expect(201);
    var withoutUsed = new JsonArray().add(both.getJsonObject(1)).add(both.getJsonObject(2));
    assertThat(codes(change("gate", 1, withoutUsed).expect(409)))
        .isEqualTo("layer.attribute_in_use");
    var withoutOpen = both.copy();
    withoutOpen.getJsonObject(2).put("values", values("shut"));
    assertThat(codes(change("gate", 1, withoutOpen).expect(409))).isEqualTo("layer.value_in_use");
    var ofAnotherType = both.copy();
    ofAnotherType.getJsonObject(0).put("type", "text");
    change("gate", 1, ofAnotherType).expect(409);
    var withoutIdle = both.copy();
    withoutIdle.remove(1);
    withoutIdle.getJsonObject(1).put("values", values("open"));
    change("gate", 1, withoutIdle).expect(200);
  }

  @Test
  void two_who_change_the_catalogue_do_not_overwrite_each_other() {
    admin.post("/api/v1/layers", type("twice")).expect(201);
    change("twice", 1, attributes("a")).expect(200);
    change("twice", 1, attributes("b")).expect(409);
    admin.patch("/api/v1/layers/twice", new JsonObject().put("label_zh", "新")).expect(428);
  }

  @Test
  void an_attribute_cannot_have_the_name_of_what_every_feature_has() {
    var refused =
        admin
            .post("/api/v1/layers", type("bad").put("attributes", attributes("revision")))
            .expect(422);
    assertThat(refused.errors().getJsonObject(0).getString("pointer"))
        .isEqualTo("/attributes/0/name");
  }

  @Test
  void the_schema_stands_in_both_languages_with_units_values_and_their_source() {
    var reservoir = layer("reservoir");
    var level = attribute(reservoir, "flood_limit_level_m");
    assertThat(level.getString("unit")).isEqualTo("m");
    assertThat(level.getString("label")).isEqualTo("汛限水位");
    assertThat(level.getString("label_en")).isEqualTo("Flood limit level");
    assertThat(attribute(reservoir, "rating").getJsonArray("columns")).hasSize(2);
    assertThat(attribute(reservoir, "scale").getString("source")).contains("GB 50201-2014");
  }

  private static JsonObject type(String id) {
    return label(new JsonObject().put("id", id).put("geometry_type", "point"), "名", "Name");
  }

  private static JsonArray attributes(String name) {
    return new JsonArray()
        .add(label(new JsonObject().put("name", name).put("type", "integer"), name, name));
  }

  private static JsonArray values(String... codes) {
    var values = new JsonArray();
    for (var code : codes) {
      values.add(label(new JsonObject().put("code", code), code, code));
    }
    return values;
  }

  private static JsonObject label(JsonObject json, String zh, String en) {
    return json.put("label_zh", zh).put("label_en", en);
  }

  private static Reply change(String layer, int revision, JsonArray attributes) {
    var reply =
        admin
            .with("If-Match", "\"" + revision + "\"")
            .patch("/api/v1/layers/" + layer, new JsonObject().put("attributes", attributes));
    admin.without("If-Match");
    return reply;
  }

  private static Reply put(String layer, JsonObject attributes) {
    var place =
        new JsonObject()
            .put("type", "Point")
            .put("coordinates", new JsonArray().add(110.9).add(36.65));
    return officer.post(
        "/api/v1/layers/" + layer + "/features",
        new JsonObject().put("name", "一").put("geometry", place).put("attributes", attributes));
  }

  private static JsonObject layer(String id) {
    return admin.get("/api/v1/layers/" + id).expect(200).json();
  }

  private static int revision(JsonObject layer) {
    return layer.getInteger("catalogue_revision");
  }

  private static JsonObject attribute(JsonObject layer, String name) {
    return layer.getJsonArray("attributes").stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String codes(Reply refused) {
    return refused.errors().getJsonObject(0).getString("code");
  }
}
