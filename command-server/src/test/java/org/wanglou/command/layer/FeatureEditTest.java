package org.wanglou.command.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.app.GridCounty.crossing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestClient.Reply;
import org.wanglou.command.app.TestServer;

class FeatureEditTest {
  private static final String BREAKS = "/api/v1/layers/fire_break/features";
  private static TestServer server;
  private static TestClient officer;
  private static TestClient dispatcher;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(GridCounty.of(3).feature("hospital", "县医院", crossing(0, 0)).filling());
    officer = server.user("officer", "duty_officer");
    dispatcher = server.user("dispatcher", "dispatcher");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_feature_that_is_drawn_is_there_with_who_when_and_why() {
    var made = create(body("北山隔离带").put("reason", "新开"));
    assertThat(made.header("etag")).isEqualTo("\"1\"");
    var read = officer.get(made.header("location")).expect(200).json();
    assertThat(read).isEqualTo(made.json());
    var properties = read.getJsonObject("properties");
    assertThat(properties.getString("changed_by")).isEqualTo("officer");
    assertThat(properties.getString("reason")).isEqualTo("新开");
    assertThat(properties.getString("provenance")).isEqualTo("REPORTED");
    assertThat(properties.getDouble("width_m")).isEqualTo(12);
    assertThat(read.getJsonObject("geometry").getString("type")).isEqualTo("LineString");
    assertThat(listed(BREAKS)).contains(read.getString("id"));
  }

  @Test
  void a_repeated_request_with_the_same_key_makes_one_feature() {
    var body = body("一次");
    var key = UUID.randomUUID().toString();
    var first = officer.with("Idempotency-Key", key).post(BREAKS, body).expect(201).json();
    var second = officer.post(BREAKS, body).expect(201).json();
    officer.without("Idempotency-Key");
    assertThat(second.getString("id")).isEqualTo(first.getString("id"));
  }

  @Test
  void of_two_who_edit_the_same_feature_the_later_is_shown_the_others_version() {
    var path = create(body("两人同改")).header("location");
    edit(officer, path, 1, new JsonObject().put("name", "甲改")).expect(200);
    var refused = edit(dispatcher, path, 1, new JsonObject().put("name", "乙改")).expect(409);
    assertThat(refused.json().getString("title")).contains("officer").contains("第 1 版");
    var current = refused.json().getJsonObject("current").getJsonObject("properties");
    assertThat(current.getString("name")).isEqualTo("甲改");
    assertThat(current.getInteger("revision")).isEqualTo(2);
    edit(dispatcher, path, 2, new JsonObject().put("name", "乙改")).expect(200);
  }

  @Test
  void an_edit_that_does_not_say_what_it_was_made_on_is_refused() {
    var path = create(body("无版本")).header("location");
    officer.patch(path, new JsonObject().put("name", "新名")).expect(428);
    officer.delete(path).expect(428);
  }

  @Test
  void an_edit_changes_what_it_names_and_takes_away_what_is_null() {
    var path = create(body("部分修改").put("accuracy_m", 5)).header("location");
    var attributes = new JsonObject().putNull("width_m").put("condition", "overgrown");
    var changed =
        edit(officer, path, 1, new JsonObject().put("attributes", attributes).putNull("accuracy_m"))
            .expect(200);
    assertThat(changed.header("etag")).isEqualTo("\"2\"");
    var properties = changed.json().getJsonObject("properties");
    assertThat(properties.containsKey("width_m")).isFalse();
    assertThat(properties.getString("condition")).isEqualTo("overgrown");
    assertThat(properties.getString("kind")).isEqualTo("bare_soil");
    assertThat(properties.getValue("accuracy_m")).isNull();
    assertThat(properties.getString("name")).isEqualTo("部分修改");
  }

  @Test
  void every_bad_attribute_is_pointed_to() {
    var attributes =
        new JsonObject()
            .put("width_m", "宽")
            .put("condition", "perfect")
            .put("last_cleared", "昨天")
            .put("dragons", 3);
    var refused = officer.post(BREAKS, body("坏").put("attributes", attributes)).expect(422);
    assertThat(pointers(refused))
        .containsExactlyInAnyOrder(
            "/attributes/width_m",
            "/attributes/condition",
            "/attributes/last_cleared",
            "/attributes/dragons");
  }

  @Test
  void a_bad_cell_of_a_table_is_pointed_to_by_row_and_column() {
    var stock =
        new JsonArray()
            .add(new JsonObject().put("item", "tent").put("quantity", 3))
            .add(new JsonObject().put("item", "unicorn").put("quantity", -0.5));
    var depot =
        new JsonObject()
            .put("name", "库")
            .put("geometry", point(110.9, 36.65))
            .put("attributes", new JsonObject().put("stock", stock));
    var refused = officer.post("/api/v1/layers/depot/features", depot).expect(422);
    assertThat(pointers(refused)).containsExactly("/attributes/stock/1/item");
  }

  @Test
  void a_geometry_of_another_kind_is_refused_and_several_of_the_right_kind_are_one_feature() {
    var wrong = new JsonObject().put("name", "点").put("geometry", point(110.9, 36.65));
    assertThat(pointers(officer.post("/api/v1/layers/fire_lane/features", wrong).expect(422)))
        .containsExactly("/geometry");
    var many =
        new JsonObject()
            .put("type", "MultiLineString")
            .put(
                "coordinates",
                new JsonArray("[[[110.9,36.6],[110.91,36.6]],[[111,36.7],[111,36.8]]]"));
    var made =
        officer
            .post(
                "/api/v1/layers/fire_lane/features",
                new JsonObject().put("name", "两段").put("geometry", many))
            .expect(201);
    assertThat(made.json().getJsonObject("geometry")).isEqualTo(many);
  }

  @Test
  void swapped_latitude_and_longitude_are_noticed() {
    var swapped = new JsonObject().put("name", "反").put("geometry", point(36.65, 110.9));
    officer.post("/api/v1/layers/hospital/features", swapped).expect(422);
  }

  @Test
  void a_removed_feature_is_in_its_history_and_comes_back_from_there() {
    var made = create(body("删后恢复"));
    var path = made.header("location");
    edit(officer, path, 1, new JsonObject().put("name", "改名").put("reason", "更正")).expect(200);
    officer.with("If-Match", "\"2\"");
    officer
        .send("DELETE", path, Optional.of(new JsonObject().put("reason", "重复").encode()))
        .expect(204);
    officer.without("If-Match");
    var gone = officer.get(path).expect(404);
    assertThat(gone.json().getString("title")).contains("改名").contains("officer");
    assertThat(listed(BREAKS)).doesNotContain(made.json().getString("id"));
    assertThat(history(path))
        .containsExactly("3 removed 改名 重复", "2 changed 改名 更正", "1 created 删后恢复 null");
    var restored =
        officer
            .post(path + "/restore", new JsonObject().put("revision", 1).put("reason", "误删"))
            .expect(200);
    assertThat(restored.json().getString("id")).isEqualTo(made.json().getString("id"));
    assertThat(restored.json().getJsonObject("properties").getString("name")).isEqualTo("删后恢复");
    assertThat(history(path)).hasSize(4).first().isEqualTo("4 restored 删后恢复 误删");
  }

  @Test
  void removed_features_are_found_newest_first_and_restored_from_there() {
    removed("先删");
    removed("后删");
    var list = "/api/v1/layers/fire_break/removed";
    var newest = officer.get(list + "?limit=1").expect(200).json();
    var last = newest.getJsonArray("results").getJsonObject(0);
    var properties = last.getJsonObject("properties");
    assertThat(properties.getString("name")).isEqualTo("后删");
    assertThat(properties.getString("act")).isEqualTo("removed");
    assertThat(properties.getString("changed_by")).isEqualTo("officer");
    assertThat(properties.getString("reason")).isEqualTo("清理");
    var next = officer.get(list + "?limit=1&cursor=" + newest.getString("next")).expect(200).json();
    assertThat(
            next.getJsonArray("results")
                .getJsonObject(0)
                .getJsonObject("properties")
                .getString("name"))
        .isEqualTo("先删");
    officer
        .post(
            BREAKS + "/" + last.getString("id") + "/restore",
            new JsonObject().put("revision", properties.getInteger("revision")).put("reason", "误删"))
        .expect(200);
    assertThat(listed(BREAKS)).contains(last.getString("id"));
    assertThat(officer.get(list).expect(200).json().encode()).doesNotContain(last.getString("id"));
    officer.get("/api/v1/layers/no_such_layer/removed").expect(404);
  }

  @Test
  void everywhere_a_feature_names_the_person_who_changed_it_as_people_know_them() {
    var path = create(body("署名")).header("location");
    var expected = "李强";
    rename("officer", expected);
    assertThat(named(officer.get(path).expect(200).json())).isEqualTo(expected);
    var history = officer.get(path + "/history").expect(200).json().getJsonArray("results");
    assertThat(named(history.getJsonObject(0))).isEqualTo(expected);
    var listed =
        officer.get(BREAKS + "?filter=name='署名'").expect(200).json().getJsonArray("features");
    assertThat(named(listed.getJsonObject(0))).isEqualTo(expected);
    officer.with("If-Match", "\"1\"");
    officer
        .send("DELETE", path, Optional.of(new JsonObject().put("reason", "清理").encode()))
        .expect(204);
    var gone = officer.get("/api/v1/layers/fire_break/removed").expect(200).json();
    assertThat(named(gone.getJsonArray("results").getJsonObject(0))).isEqualTo(expected);
  }

  private static void rename(String username, String displayName) {
    var id =
        server.admin().get("/api/v1/users").expect(200).json().getJsonArray("results").stream()
            .map(JsonObject.class::cast)
            .filter(it -> it.getString("username").equals(username))
            .findFirst()
            .orElseThrow()
            .getString("id");
    server
        .admin()
        .send(
            "PATCH",
            "/api/v1/users/" + id,
            Optional.of(new JsonObject().put("display_name", displayName).encode()))
        .expect(200);
  }

  private static String named(JsonObject feature) {
    return feature.getJsonObject("properties").getString("changed_by_name");
  }

  private static void removed(String name) {
    var path = create(body(name)).header("location");
    officer.with("If-Match", "\"1\"");
    officer
        .send("DELETE", path, Optional.of(new JsonObject().put("reason", "清理").encode()))
        .expect(204);
    officer.without("If-Match");
  }

  @Test
  void a_whole_geojson_feature_is_understood_and_can_be_sent_back_as_it_was_read() {
    var read = create(body("读回")).json();
    var path = BREAKS + "/" + read.getString("id");
    read.remove("id");
    read.getJsonObject("properties").put("width_m", 20);
    var changed = edit(officer, path, 1, read).expect(200).json();
    assertThat(changed.getJsonObject("properties").getDouble("width_m")).isEqualTo(20);
  }

  @Test
  void an_observer_reads_and_may_not_edit() {
    var observer = server.user("observer", "observer");
    observer.get(BREAKS).expect(200);
    observer.post(BREAKS, body("不行")).expect(403);
  }

  @Test
  void a_layer_is_read_in_pages_that_miss_nothing_and_repeat_nothing() {
    for (int i = 0; i < 7; i++) {
      create(body("页" + i));
    }
    var seen = new HashSet<String>();
    int pages = 0;
    var next = "";
    while (next != null) {
      var page =
          officer
              .get(BREAKS + "?limit=3" + (next.isEmpty() ? "" : "&cursor=" + next))
              .expect(200)
              .json();
      page.getJsonArray("features")
          .forEach(it -> assertThat(seen.add(((JsonObject) it).getString("id"))).isTrue());
      next = page.getString("next");
      pages++;
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(listed(BREAKS));
    assertThat(pages).isEqualTo((seen.size() + 2) / 3);
  }

  @Test
  void a_filter_gives_what_fulfils_it() {
    create(body("宽带").put("attributes", new JsonObject().put("width_m", 77)));
    var wide = officer.get(BREAKS + "?filter=width_m%20%3E%2070").expect(200).json();
    assertThat(wide.getJsonArray("features")).hasSize(1);
    assertThat(pointers(officer.get(BREAKS + "?filter=dragons%20%3E%201").expect(422)))
        .containsExactly("/filter");
  }

  @Test
  void each_change_counts_up_the_layers_revision_and_is_in_the_log() {
    long before = revision();
    var path = create(body("计数")).header("location");
    long after = revision();
    assertThat(after).isGreaterThan(before);
    edit(officer, path, 1, new JsonObject().put("name", "计数二")).expect(200);
    assertThat(revision()).isGreaterThan(after);
    var id = UUID.fromString(path.substring(path.length() - 36));
    var events =
        server
            .database()
            .read(
                org.wanglou.gis.db.RealmId.REAL,
                tx ->
                    tx.createQuery("SELECT type FROM event WHERE subject_id = :id ORDER BY seq")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    assertThat(events).containsExactly("feature.created", "feature.changed");
  }

  private static Reply create(JsonObject body) {
    return officer.post(BREAKS, body).expect(201);
  }

  private static Reply edit(TestClient who, String path, int revision, JsonObject change) {
    var reply = who.with("If-Match", "\"" + revision + "\"").patch(path, change);
    who.without("If-Match");
    return reply;
  }

  private static JsonObject body(String name) {
    return new JsonObject()
        .put("name", name)
        .put(
            "geometry",
            new JsonObject()
                .put("type", "LineString")
                .put("coordinates", new JsonArray("[[110.9,36.65],[110.91,36.66]]")))
        .put("attributes", new JsonObject().put("width_m", 12).put("kind", "bare_soil"));
  }

  private static JsonObject point(double lon, double lat) {
    return new JsonObject()
        .put("type", "Point")
        .put("coordinates", new JsonArray().add(lon).add(lat));
  }

  private static List<String> listed(String path) {
    return officer.get(path).expect(200).json().getJsonArray("features").stream()
        .map(it -> ((JsonObject) it).getString("id"))
        .toList();
  }

  private static List<String> history(String path) {
    return officer.get(path + "/history").expect(200).json().getJsonArray("results").stream()
        .map(it -> ((JsonObject) it).getJsonObject("properties"))
        .map(
            it ->
                "%d %s %s %s"
                    .formatted(
                        it.getInteger("revision"),
                        it.getString("act"),
                        it.getString("name"),
                        it.getString("reason")))
        .toList();
  }

  private static List<String> pointers(Reply refused) {
    return refused.errors().stream().map(it -> ((JsonObject) it).getString("pointer")).toList();
  }

  private static long revision() {
    return officer.get("/api/v1/layers/fire_break").expect(200).json().getLong("revision");
  }
}
