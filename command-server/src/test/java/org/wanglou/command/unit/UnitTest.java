package org.wanglou.command.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestClient.Reply;
import org.wanglou.command.app.TestCounty;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.event.EventCatalogue;
import org.wanglou.command.event.EventLog;
import org.wanglou.gis.db.RealmId;

class UnitTest {
  private static TestServer server;
  private static TestClient desk;
  private static List<String> units;

  @BeforeAll
  static void start() {
    server = TestServer.start(TestCounty.withUnits(5));
    desk = server.admin();
    units = TestCounty.unitIds(desk);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_unit_says_what_it_is_and_that_it_is_synthetic() {
    var unit = get(units.get(0));
    assertThat(unit.getString("name")).isEqualTo("消防01");
    assertThat(unit.getString("profile")).isEqualTo("fire_engine");
    assertThat(unit.getJsonArray("capabilities"))
        .isEqualTo(new JsonArray().add("firefighting").add("rescue"));
    assertThat(unit.getInteger("crew")).isEqualTo(6);
    assertThat(unit.getJsonObject("base").getString("name")).isEqualTo("龙泉消防站");
    assertThat(unit.getString("status")).isEqualTo("available");
    assertThat(unit.getValue("latest")).isNull();
    assertThat(unit.getString("provenance")).isEqualTo("SYNTHETIC");
  }

  @Test
  void the_list_pages_through_all_units_by_name() {
    var names = new ArrayList<String>();
    var next = "";
    do {
      var page = desk.get("/api/v1/units?limit=2" + next).expect(200).json();
      page.getJsonArray("results").forEach(it -> names.add(((JsonObject) it).getString("name")));
      next = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
    } while (!next.isEmpty());
    assertThat(names).containsExactly("消防01", "消防02", "消防03", "消防04", "消防05");
    desk.get("/api/v1/units?cursor=bm9uc2Vuc2U").expect(400);
  }

  @Test
  void a_change_of_status_stands_in_the_log_once_with_its_reason() {
    var id = units.get(1);
    long before = log().lastSeq(RealmId.REAL);
    var out = set(id, "out_of_service", "检修").expect(200).json();
    assertThat(out.getString("status")).isEqualTo("out_of_service");
    assertThat(out.getInteger("revision")).isEqualTo(get(id).getInteger("revision"));
    assertThat(set(id, "out_of_service", "检修").expect(200).json()).isEqualTo(out);
    var events = log().after(RealmId.REAL, before, 10);
    assertThat(events).hasSize(1);
    assertThat(events.get(0).type()).isEqualTo("unit.status_changed");
    assertThat(events.get(0).payload())
        .isEqualTo(new JsonObject().put("unit", out).put("reason", "检修"));
    assertThat(set(id, "available", "修好").expect(200).json().getString("status"))
        .isEqualTo("available");
  }

  @Test
  void a_status_that_follows_from_an_order_cannot_be_set_by_hand() {
    set(units.get(2), "on_scene", "x").expect(400);
  }

  @Test
  void what_is_not_there_is_not_found() {
    var nobody = UUID.randomUUID().toString();
    assertThat(desk.get("/api/v1/units/" + nobody).expect(404).errors().encode())
        .contains("unit.unknown");
    set(nobody, "available", "x").expect(404);
    desk.get("/api/v1/units/one").expect(404);
  }

  @Test
  void an_observer_changes_no_status() {
    var observer = server.user("unit-observer", "observer");
    observer.get("/api/v1/units").expect(200);
    observer
        .post(
            "/api/v1/units/" + units.get(3) + "/status",
            new JsonObject().put("status", "available"))
        .expect(403);
  }

  private static Reply set(String id, String status, String reason) {
    return desk.post(
        "/api/v1/units/" + id + "/status",
        new JsonObject().put("status", status).put("reason", reason));
  }

  private static JsonObject get(String id) {
    return desk.get("/api/v1/units/" + id).expect(200).json();
  }

  private static EventLog log() {
    return new EventLog(server.database(), EventCatalogue.load());
  }
}
