package org.wanglou.command.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.app.GridCounty.crossing;
import static org.wanglou.command.app.GridCounty.eastOf;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.http.GeoJson;
import org.wanglou.gis.db.RealmId;

class ClosureTest {
  private static final String CLOSURES = "/api/v1/closures";
  private TestServer server;
  private TestClient desk;

  @BeforeEach
  void start() {
    server = TestServer.start(GridCounty.of(5).engine("一号车", 0, 0).filling());
    desk = server.admin();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_point_closes_the_road_it_lies_on_for_the_next_question_and_lifting_opens_it_again() {
    double open = metres(crossing(0, 0), crossing(1, 0));
    var closure = close(eastOf(0, 0)).getJsonObject("closure");
    assertThat(closure.getJsonArray("edge_ids")).hasSize(1);
    assertThat(closure.getJsonObject("stretches").getString("type")).isEqualTo("MultiLineString");
    assertThat(closure.getString("reported_by")).isEqualTo("admin");
    assertThat(closure.getJsonArray("roads"))
        .singleElement()
        .satisfies(road -> assertThat(((JsonObject) road).getString("road_class")).isNotBlank());
    assertThat(metres(crossing(0, 0), crossing(1, 0))).isGreaterThan(open + 1_000);
    assertThat(inForce()).containsExactly(closure);

    var lifted =
        desk.delete(CLOSURES + "/" + closure.getString("id"))
            .expect(200)
            .json()
            .getJsonObject("closure");
    assertThat(lifted.getString("lifted_at")).isNotBlank();
    assertThat(metres(crossing(0, 0), crossing(1, 0))).isEqualTo(open);
    assertThat(inForce()).isEmpty();
    desk.delete(CLOSURES + "/" + closure.getString("id")).expect(409);
    assertThat(events()).containsExactly("closure.set admin", "closure.lifted admin");
  }

  @Test
  void a_line_closes_the_roads_it_runs_along_and_an_area_all_it_touches() {
    var line =
        crossing(0, 0)
            .getFactory()
            .createLineString(
                new Coordinate[] {crossing(0, 0).getCoordinate(), crossing(2, 0).getCoordinate()});
    assertThat(close(line).getJsonObject("closure").getJsonArray("edge_ids").size())
        .isGreaterThanOrEqualTo(2);
    var around = crossing(3, 3).getEnvelopeInternal();
    around.expandBy(0.001);
    var area = crossing(3, 3).getFactory().toGeometry(around);
    assertThat(close(area).getJsonObject("closure").getJsonArray("edge_ids")).hasSize(4);
  }

  @Test
  void a_road_that_two_closures_close_stays_closed_when_one_is_lifted() {
    double open = metres(crossing(0, 0), crossing(1, 0));
    var first = close(eastOf(0, 0)).getJsonObject("closure");
    close(eastOf(0, 0));
    desk.delete(CLOSURES + "/" + first.getString("id")).expect(200);
    assertThat(metres(crossing(0, 0), crossing(1, 0))).isGreaterThan(open + 1_000);
  }

  @Test
  void a_closure_ends_by_itself_and_the_log_says_so_within_a_second() {
    double open = metres(crossing(0, 0), crossing(1, 0));
    var until = Instant.now().plusMillis(1_500);
    desk.post(CLOSURES, wish(eastOf(0, 0)).put("until", until.toString())).expect(201);
    assertThat(metres(crossing(0, 0), crossing(1, 0))).isGreaterThan(open + 1_000);
    waitUntil(until);
    assertThat(metres(crossing(0, 0), crossing(1, 0))).isEqualTo(open);
    waitUntil(until.plus(Duration.ofSeconds(1)));
    assertThat(events()).containsExactly("closure.set admin", "closure.lifted system:closure");
    assertThat(inForce()).isEmpty();
  }

  @Test
  void where_there_is_no_road_nothing_is_closed() {
    var refused = desk.post(CLOSURES, wish(GridCounty.WILDERNESS)).expect(422);
    assertThat(code(refused)).isEqualTo("closure.no_road");
    var swapped = GridCounty.at(crossing(0, 0).getY(), crossing(0, 0).getX());
    assertThat(code(desk.post(CLOSURES, wish(swapped)).expect(422))).isEqualTo("location.swapped");
    assertThat(events()).isEmpty();
  }

  @Test
  void a_closure_needs_a_reason_and_an_end_that_is_still_to_come() {
    var blank = desk.post(CLOSURES, wish(eastOf(0, 0)).put("reason", "  ")).expect(422);
    assertThat(code(blank)).isEqualTo("closure.no_reason");
    var past =
        desk.post(CLOSURES, wish(eastOf(0, 0)).put("until", "2020-01-01T00:00:00Z")).expect(422);
    assertThat(code(past)).isEqualTo("closure.until_passed");
    assertThat(past.errors().getJsonObject(0).getString("pointer")).isEqualTo("/until");
  }

  @Test
  void the_same_key_closes_once() {
    desk.with("Idempotency-Key", "closure-0001");
    var first = desk.post(CLOSURES, wish(eastOf(0, 0))).expect(201).json();
    assertThat(desk.post(CLOSURES, wish(eastOf(0, 0))).expect(201).json()).isEqualTo(first);
    assertThat(inForce()).hasSize(1);
  }

  @Test
  void who_only_looks_may_not_close_and_an_unknown_closure_is_not_found() {
    server.user("guest", "observer").post(CLOSURES, wish(eastOf(0, 0))).expect(403);
    desk.delete(CLOSURES + "/" + UUID.randomUUID()).expect(404);
  }

  @Test
  void an_order_whose_way_uses_the_road_is_named_with_its_new_time() {
    var order = order(crossing(2, 0));
    var receipt = close(eastOf(1, 0));
    var hit = receipt.getJsonArray("orders_affected");
    assertThat(hit).hasSize(1);
    assertThat(hit.getJsonObject(0).getString("order_id")).isEqualTo(order.getString("id"));
    assertThat(hit.getJsonObject(0).getDouble("new_duration_s"))
        .isGreaterThan(order.getDouble("duration_s") + 60);
    assertThat(close(eastOf(3, 4)).getJsonArray("orders_affected")).isEmpty();

    var lifted =
        desk.delete(CLOSURES + "/" + receipt.getJsonObject("closure").getString("id")).expect(200);
    assertThat(
            lifted
                .json()
                .getJsonArray("orders_affected")
                .getJsonObject(0)
                .getDouble("new_duration_s"))
        .isEqualTo(Math.round(order.getDouble("duration_s") * 10) / 10.0);
  }

  @Test
  void an_order_that_is_cut_off_has_no_new_time() {
    order(GridCounty.VALLEY);
    var hit = close(GridCounty.VALLEY_ENTRANCE).getJsonArray("orders_affected");
    assertThat(hit).hasSize(1);
    assertThat(hit.getJsonObject(0).getValue("new_duration_s")).isNull();
  }

  @Test
  void what_the_unit_has_behind_it_does_not_hit_its_order() {
    var order = order(crossing(4, 0));
    desk.post(
            "/api/v1/units/" + order.getString("unit_id") + "/positions",
            new JsonObject()
                .put(
                    "positions",
                    new JsonArray()
                        .add(
                            new JsonObject()
                                .put("location", GeoJson.toJson(crossing(2, 0)))
                                .put("at", Instant.now().toString()))))
        .expect(200);
    assertThat(close(eastOf(0, 0)).getJsonArray("orders_affected")).isEmpty();
    assertThat(close(eastOf(3, 0)).getJsonArray("orders_affected")).hasSize(1);
  }

  private JsonObject order(Point incidentAt) {
    var incident =
        desk.post(
                "/api/v1/incidents",
                new JsonObject()
                    .put("kind", "building_fire")
                    .put("title", "民房起火")
                    .put("location", GeoJson.toJson(incidentAt)))
            .expect(201)
            .json();
    var unit = desk.get("/api/v1/units").json().getJsonArray("results").getJsonObject(0);
    return desk.post(
            "/api/v1/orders",
            new JsonObject()
                .put("incident_id", incident.getString("id"))
                .put("unit_id", unit.getString("id")))
        .expect(201)
        .json();
  }

  private JsonObject close(Geometry where) {
    return desk.post(CLOSURES, wish(where)).expect(201).json();
  }

  private static JsonObject wish(Geometry where) {
    return new JsonObject().put("geometry", GeoJson.toJson(where)).put("reason", "塌方");
  }

  private double metres(Point from, Point to) {
    return desk.post(
            "/api/v1/routes",
            new JsonObject().put("from", GeoJson.toJson(from)).put("to", GeoJson.toJson(to)))
        .expect(200)
        .json()
        .getDouble("distance_m");
  }

  private List<JsonObject> inForce() {
    return desk.get(CLOSURES).expect(200).json().getJsonArray("results").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private List<String> events() {
    return server
        .database()
        .read(
            RealmId.REAL,
            tx ->
                tx.createQuery(
                        """
                        SELECT type || ' ' || actor FROM event
                         WHERE type LIKE 'closure.%' AND payload->'closure'->'stretches' IS NOT NULL
                         ORDER BY seq""")
                    .mapTo(String.class)
                    .list());
  }

  private static String code(TestClient.Reply refused) {
    return refused.errors().getJsonObject(0).getString("code");
  }

  private static void waitUntil(Instant time) {
    while (Instant.now().isBefore(time)) {
      Thread.onSpinWait();
    }
  }
}
