package org.wanglou.command.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.db.RealmFilling.DRILL;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestCounty;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.dispatch.NewOrder;
import org.wanglou.command.dispatch.OrderStore;
import org.wanglou.command.dispatch.OrderTravel;
import org.wanglou.command.dispatch.SendOrder;
import org.wanglou.command.event.EventCatalogue;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.incident.IncidentStore;
import org.wanglou.command.incident.NewIncident;
import org.wanglou.command.incident.ReportIncident;
import org.wanglou.command.road.Roads;
import org.wanglou.command.session.Principal;
import org.wanglou.command.session.Role;
import org.wanglou.command.unit.UnitSeeds;
import org.wanglou.command.unit.UnitStore;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.ids.Uuid7;

/** The same acts in a drill and in earnest, side by side. */
class RealmIsolationTest {
  private static TestServer server;
  private static TestClient desk;
  private static JsonObject drillFire;
  private static JsonObject drillOrder;

  @BeforeAll
  static void drill() {
    server = TestServer.start(TestCounty.withUnits(1));
    desk = server.admin();
    server
        .db()
        .superuser()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO realm (id, kind, name) VALUES (?, 'drill', '演练')", DRILL.value()));
    var unit =
        server
            .database()
            .write(
                DRILL,
                tx -> {
                  UnitSeeds.replace(tx, TestCounty.seeds(1), Instant.now());
                  return UnitStore.all(tx).get(0).id();
                });
    drillFire = report();
    drillOrder = order(UUID.fromString(drillFire.getString("id")), unit);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void what_happens_in_a_drill_shows_nowhere_in_the_real_realm() {
    var real = TestCounty.incident(desk);
    assertThat(desk.get("/api/v1/incidents").expect(200).text())
        .contains(real.getString("id"))
        .doesNotContain(drillFire.getString("id"));
    desk.get("/api/v1/incidents/" + drillFire.getString("id")).expect(404);
    desk.get("/api/v1/incidents/" + drillFire.getString("id") + "/timeline").expect(404);
    desk.get("/api/v1/orders/" + drillOrder.getString("id")).expect(404);
    desk.get("/api/v1/units/" + drillOrder.getString("unit_id")).expect(404);
    assertThat(desk.get("/api/v1/units").expect(200).json().getJsonArray("results")).hasSize(1);
    assertThat(desk.get("/api/v1/orders").expect(200).text())
        .doesNotContain(drillOrder.getString("id"));
  }

  @Test
  void a_real_order_cannot_reach_for_a_drills_unit_or_incident() {
    var real = TestCounty.incident(desk).getString("id");
    desk.post("/api/v1/orders", TestCounty.order(real, drillOrder.getString("unit_id")))
        .expect(404);
    desk.post(
            "/api/v1/orders",
            TestCounty.order(drillFire.getString("id"), TestCounty.unitIds(desk).get(0)))
        .expect(404);
  }

  @Test
  void numbers_and_sequences_of_a_drill_count_by_themselves() {
    assertThat(drillFire.getInteger("number")).isEqualTo(1);
    assertThat(log().after(DRILL, 0, 10))
        .extracting(it -> it.seq() + " " + it.type())
        .containsExactly("1 incident.reported", "2 order.sent");
    assertThat(log().verify(DRILL).whole()).isTrue();
    assertThat(log().verify(RealmId.REAL).whole()).isTrue();
  }

  @Test
  void what_happens_in_earnest_does_not_show_in_a_drill() {
    var real = TestCounty.incident(desk);
    server
        .database()
        .read(
            DRILL,
            tx -> {
              assertThat(IncidentStore.find(tx, UUID.fromString(real.getString("id")))).isEmpty();
              assertThat(OrderStore.active(tx)).hasSize(1);
              assertThat(UnitStore.all(tx)).hasSize(1);
              return null;
            });
  }

  private static JsonObject report() {
    return new ReportIncident(server.database(), log(), Clock.systemUTC(), Uuid7.system())
        .report(
            director(),
            Optional.empty(),
            new NewIncident(
                "flood",
                "演练洪水",
                TestCounty.at(TestCounty.LON, TestCounty.LAT),
                OptionalInt.of(2),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  private static JsonObject order(UUID incident, UUID unit) {
    var clock = Clock.systemUTC();
    var travel = new OrderTravel(server.database(), Roads.load(server.database(), clock), clock);
    return new SendOrder(server.database(), log(), travel, clock, Uuid7.system())
        .send(director(), Optional.empty(), new NewOrder(incident, unit, Optional.empty()));
  }

  private static Principal director() {
    return new Principal(UUID.randomUUID(), "director", "导调员", Set.of(Role.DISPATCHER), DRILL);
  }

  private static EventLog log() {
    return new EventLog(server.database(), EventCatalogue.load());
  }
}
