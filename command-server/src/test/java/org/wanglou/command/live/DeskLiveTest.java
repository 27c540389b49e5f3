package org.wanglou.command.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.app.TestCounty.order;
import static org.wanglou.command.app.TestCounty.point;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestCounty;
import org.wanglou.command.app.TestServer;

/** The work of the desk as a second screen sees it. */
class DeskLiveTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ACTS = 100;
  private static final Map<String, String> PARTS =
      Map.of("incident", "incidents", "order", "orders", "unit", "units");
  private TestServer server;
  private TestClient desk;
  private List<String> units;

  @BeforeEach
  void start() {
    server = TestServer.start(TestCounty.withUnits(4));
    desk = server.admin();
    units = TestCounty.unitIds(desk);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Whatever is done: replacing by id ends where a fresh snapshot begins. */
  @Test
  void a_client_that_follows_the_events_ends_with_the_state_a_fresh_one_gets() throws Exception {
    try (var follower = socket()) {
      var state = parts(follower.next("snapshot", PATIENCE));
      var random = new Random(4);
      for (int i = 0; i < ACTS; i++) {
        act(random);
      }
      try (var fresh = socket()) {
        var snapshot = fresh.next("snapshot", PATIENCE);
        long seq = 0;
        while (seq < snapshot.getLong("seq")) {
          var event = follower.next("event", PATIENCE);
          apply(state, event.getJsonObject("payload"));
          seq = event.getLong("seq");
        }
        assertThat(state).isEqualTo(parts(snapshot));
        assertThat(state.get("incidents")).hasSizeGreaterThan(5);
        assertThat(state.get("orders")).hasSizeGreaterThan(5);
      }
    }
  }

  @Test
  void a_new_fix_reaches_the_screens_and_a_late_one_does_not() throws Exception {
    try (var screen = socket()) {
      screen.next("snapshot", PATIENCE);
      var now = Instant.now();
      fix(units.get(0), now, 110.95);
      var frame = screen.next("positions", PATIENCE);
      while (frame.getJsonArray("fixes").isEmpty()) {
        screen.acknowledge(frame);
        frame = screen.next("positions", PATIENCE);
      }
      screen.acknowledge(frame);
      var fix = frame.getJsonArray("fixes").getJsonArray(0);
      assertThat(fix.getString(0)).isEqualTo(units.get(0));
      assertThat(fix.getDouble(1)).isEqualTo(110.95);
      fix(units.get(0), now.minusSeconds(30), 110.80);
      fix(units.get(1), now, 110.96);
      var next = screen.next("positions", PATIENCE);
      assertThat(next.getJsonArray("fixes").encode())
          .contains(units.get(1))
          .doesNotContain("110.8");
    }
  }

  @Test
  void the_snapshot_has_the_latest_position_of_each_unit() throws Exception {
    fix(units.get(2), Instant.now(), 110.97);
    try (var screen = socket()) {
      var snapshot = screen.next("snapshot", PATIENCE);
      var unit = parts(snapshot).get("units").get(units.get(2));
      assertThat(unit.getJsonObject("latest").getJsonObject("location"))
          .isEqualTo(point(110.97, 36.69));
    }
  }

  @Test
  void positions_are_there_again_after_a_restart() throws Exception {
    fix(units.get(3), Instant.now(), 110.98);
    server.restart();
    try (var screen = socket()) {
      var frame = screen.next("positions", PATIENCE);
      assertThat(frame.getBoolean("full")).isTrue();
      assertThat(frame.getJsonArray("fixes").encode()).contains(units.get(3)).contains("110.98");
    }
  }

  /** One random act; many are refused, which changes nothing. */
  private void act(Random random) {
    var incidents = ids("/api/v1/incidents?limit=6");
    var orders = ids("/api/v1/orders?limit=4");
    var unit = units.get(random.nextInt(units.size()));
    int dice = random.nextInt(10);
    if (incidents.isEmpty() || dice == 0) {
      TestCounty.incident(desk);
    } else if (dice == 1) {
      desk.post("/api/v1/incidents/" + any(incidents, random) + "/close");
    } else if (dice == 2) {
      correct(any(incidents, random), 1 + random.nextInt(4));
    } else if (dice == 3) {
      desk.post(
          "/api/v1/units/" + unit + "/status",
          new JsonObject().put("status", random.nextBoolean() ? "available" : "out_of_service"));
    } else if (orders.isEmpty() || dice <= 5) {
      desk.post("/api/v1/orders", order(any(incidents, random), unit));
    } else if (dice == 6) {
      desk.post(
          "/api/v1/orders/" + any(orders, random) + "/countermand",
          new JsonObject().put("reason", "误报"));
    } else {
      var acts = List.of("acknowledge", "depart", "arrive", "complete");
      desk.post("/api/v1/orders/" + any(orders, random) + "/" + any(acts, random));
    }
  }

  private void correct(String id, int level) {
    int revision = desk.get("/api/v1/incidents/" + id).json().getInteger("revision");
    desk.with("If-Match", "\"" + revision + "\"")
        .patch("/api/v1/incidents/" + id, new JsonObject().put("level", level));
    desk.without("If-Match");
  }

  private List<String> ids(String path) {
    return desk.get(path).expect(200).json().getJsonArray("results").stream()
        .map(it -> ((JsonObject) it).getString("id"))
        .toList();
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private void fix(String unit, Instant at, double lon) {
    var fix = new JsonObject().put("at", at.toString()).put("location", point(lon, 36.69));
    desk.post(
            "/api/v1/units/" + unit + "/positions",
            new JsonObject().put("positions", new JsonArray().add(fix)))
        .expect(200);
  }

  private LiveSocket socket() throws Exception {
    var socket = LiveSocket.open(server.port(), "Cookie", desk.cookie(), "");
    socket.send(new JsonObject().put("type", "hello").put("protocol", 1).putNull("since").encode());
    return socket;
  }

  /** By part and id. */
  private static Map<String, Map<String, JsonObject>> parts(JsonObject snapshot) {
    var parts = new TreeMap<String, Map<String, JsonObject>>();
    for (var part : PARTS.values()) {
      var byId = new TreeMap<String, JsonObject>();
      for (var it : snapshot.getJsonArray(part)) {
        byId.put(((JsonObject) it).getString("id"), (JsonObject) it);
      }
      parts.put(part, byId);
    }
    return parts;
  }

  private static void apply(Map<String, Map<String, JsonObject>> state, JsonObject payload) {
    PARTS.forEach(
        (key, part) -> {
          var changed = payload.getJsonObject(key);
          if (changed != null) {
            state.get(part).put(changed.getString("id"), changed);
          }
        });
  }
}
