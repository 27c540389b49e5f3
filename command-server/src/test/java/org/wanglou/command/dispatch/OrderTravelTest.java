package org.wanglou.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wanglou.command.app.TestCounty.order;
import static org.wanglou.command.app.TestCounty.point;
import static org.wanglou.command.app.TestCounty.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestCounty;
import org.wanglou.command.app.TestServer;

/**
 * Roads of the test: base (110.94) ── 110.945 ── middle (110.96) ── fire (110.98), all on one
 * latitude, and a detour from middle to fire over the north.
 */
class OrderTravelTest {
  /** 0.04 degrees of longitude on the ellipsoid at 36.69 north. */
  private static final double DIRECT_M = 3_575.7;

  private static TestServer server;
  private static TestClient desk;
  private static String fire;
  private static List<String> units;
  private static int taken;
  private String unit;

  @BeforeAll
  static void start() {
    server = TestServer.start(TestCounty.withRoads(6));
    desk = server.admin();
    units = TestCounty.unitIds(desk);
    taken = 0;
    fire =
        desk.post("/api/v1/incidents", report().put("location", point(110.98, 36.69)))
            .expect(201)
            .json()
            .getString("id");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void takeAUnit() {
    unit = units.get(taken++);
  }

  @AfterEach
  void openAllRoads() {
    for (var it : desk.get("/api/v1/closures").expect(200).json().getJsonArray("results")) {
      desk.delete("/api/v1/closures/" + ((JsonObject) it).getString("id")).expect(200);
    }
  }

  @Test
  void an_order_keeps_the_way_from_the_base_with_its_length_and_duration() {
    var order = send();
    assertThat(begin(order)).isCloseTo(110.94, within(1e-6));
    assertThat(order.getDouble("distance_m")).isCloseTo(DIRECT_M, within(1.0));
    assertThat(order.getDouble("duration_s")).isBetween(60.0, 600.0);
    assertThat(desk.get("/api/v1/orders/" + order.getString("id")).expect(200).json())
        .isEqualTo(order);
  }

  @Test
  void a_unit_that_was_just_seen_starts_from_there() {
    seen(Instant.now().minusSeconds(30));
    assertThat(begin(send())).isCloseTo(110.96, within(1e-6));
  }

  @Test
  void a_position_of_long_ago_says_nothing_about_where_it_is() {
    seen(Instant.now().minus(OrderTravel.FRESH).minusSeconds(5));
    assertThat(begin(send())).isCloseTo(110.94, within(1e-6));
  }

  @Test
  void a_closure_in_force_is_driven_around() {
    close(110.97, 36.69);
    assertThat(send().getDouble("distance_m")).isGreaterThan(DIRECT_M + 500);
  }

  @Test
  void a_unit_that_is_cut_off_is_ordered_without_a_way() {
    close(110.95, 36.69);
    var order = send();
    assertThat(order.getValue("route")).isNull();
    assertThat(order.getValue("distance_m")).isNull();
  }

  @Test
  void an_incident_that_is_found_elsewhere_takes_its_units_there() {
    var moving =
        desk.post("/api/v1/incidents", report().put("location", point(110.98, 36.69)))
            .expect(201)
            .json();
    var sent = desk.post("/api/v1/orders", order(moving.getString("id"), unit)).expect(201).json();
    var path = "/api/v1/orders/" + sent.getString("id");
    desk.post(path + "/depart").expect(200);
    seen(Instant.now());

    correct(moving.getString("id"), new JsonObject().put("location", point(110.945, 36.69)));
    var order = desk.get(path).expect(200).json();
    assertThat(begin(order)).isCloseTo(110.96, within(1e-6));
    assertThat(end(order)).isCloseTo(110.945, within(1e-6));
    assertThat(order.getDouble("distance_m")).isCloseTo(DIRECT_M * 15 / 40, within(1.0));
    var told =
        desk.get("/api/v1/incidents/" + moving.getString("id") + "/timeline")
            .expect(200)
            .json()
            .getJsonArray("results");
    assertThat(told.getJsonObject(told.size() - 1).getJsonObject("payload").getJsonArray("orders"))
        .isEqualTo(new JsonArray().add(order));

    desk.post(path + "/arrive").expect(200);
    var arrived = desk.get(path).expect(200).json();
    correct(moving.getString("id"), new JsonObject().put("location", point(110.96, 36.69)));
    assertThat(desk.get(path).expect(200).json()).isEqualTo(arrived);
  }

  private static void correct(String incident, JsonObject correction) {
    var path = "/api/v1/incidents/" + incident;
    var revision = desk.get(path).expect(200).json().getInteger("revision");
    desk.with("If-Match", "\"" + revision + "\"").patch(path, correction).expect(200);
    desk.without("If-Match");
  }

  private static double end(JsonObject order) {
    var line = order.getJsonObject("route").getJsonArray("coordinates");
    return line.getJsonArray(line.size() - 1).getDouble(0);
  }

  private JsonObject send() {
    return desk.post("/api/v1/orders", order(fire, unit)).expect(201).json();
  }

  private void seen(Instant at) {
    var fix = new JsonObject().put("at", at.toString()).put("location", point(110.96, 36.69));
    desk.post(
            "/api/v1/units/" + unit + "/positions",
            new JsonObject().put("positions", new JsonArray().add(fix)))
        .expect(200);
  }

  private void close(double lon, double lat) {
    desk.post(
            "/api/v1/closures",
            new JsonObject().put("geometry", point(lon, lat)).put("reason", "塌方"))
        .expect(201);
  }

  private static double begin(JsonObject order) {
    return order.getJsonObject("route").getJsonArray("coordinates").getJsonArray(0).getDouble(0);
  }
}
