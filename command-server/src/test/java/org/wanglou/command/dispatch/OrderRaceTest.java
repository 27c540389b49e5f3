package org.wanglou.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.app.TestCounty.incident;
import static org.wanglou.command.app.TestCounty.order;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestClient.Reply;
import org.wanglou.command.app.TestCounty;
import org.wanglou.command.app.TestServer;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.db.TestDatabase;

/** Two dispatchers, one unit. */
class OrderRaceTest {
  private static final int ROUNDS = 50;
  private static TestServer server;
  private static ExecutorService pool;

  @BeforeAll
  static void start() {
    server = TestServer.start(TestCounty.withUnits(3));
    pool = Executors.newFixedThreadPool(2);
  }

  @AfterAll
  static void stop() {
    pool.shutdownNow();
    server.close();
  }

  @Test
  void of_two_dispatchers_who_race_one_gets_the_unit_and_the_other_hears_of_the_first()
      throws Exception {
    var wang = server.user("race-wang", "dispatcher");
    var li = server.user("race-li", "dispatcher");
    var desk = server.admin();
    var unit = TestCounty.unitIds(desk).get(0);
    for (int round = 0; round < ROUNDS; round++) {
      var start = new CyclicBarrier(2);
      var first = race(start, wang, incident(desk), unit);
      var second = race(start, li, incident(desk), unit);
      var replies = List.of(first.get(30, TimeUnit.SECONDS), second.get(30, TimeUnit.SECONDS));
      assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 409);
      var won = replies.get(replies.get(0).status() == 201 ? 0 : 1).json();
      var lost = replies.get(replies.get(0).status() == 201 ? 1 : 0);
      assertThat(lost.errors().getJsonObject(0).getString("code"))
          .isEqualTo("unit.already_ordered");
      assertThat(lost.json().getString("title"))
          .contains(won.getString("unit_name"), won.getString("ordered_by"));
      desk.post(
              "/api/v1/orders/" + won.getString("id") + "/countermand",
              new JsonObject().put("reason", "演练结束"))
          .expect(200);
    }
    assertThat(desk.get("/api/v1/log/verification").expect(200).json().getBoolean("whole"))
        .isTrue();
  }

  @Test
  void one_key_sent_twice_at_once_makes_one_order() throws Exception {
    var desk = server.admin().with("Idempotency-Key", UUID.randomUUID().toString());
    var unit = TestCounty.unitIds(desk).get(1);
    var fire = incident(server.admin());
    var start = new CyclicBarrier(2);
    var first = race(start, desk, fire, unit);
    var second = race(start, desk, fire, unit);
    assertThat(first.get(30, TimeUnit.SECONDS).expect(201).json())
        .isEqualTo(second.get(30, TimeUnit.SECONDS).expect(201).json());
  }

  @Test
  void an_order_that_had_to_wait_for_its_unit_is_not_older_than_that_for_which_it_waited()
      throws Exception {
    var desk = server.admin();
    var unit = TestCounty.unitIds(desk).get(2);
    var fire = incident(desk);
    try (var other = server.db().superuser().open()) {
      other.begin();
      other.execute("SELECT FROM unit WHERE id = CAST(? AS uuid) FOR UPDATE", unit);
      var sent = race(new CyclicBarrier(1), desk, fire, unit);
      Thread.sleep(500);
      var released = Instant.now();
      other.rollback();
      var order = sent.get(30, TimeUnit.SECONDS).expect(201).json();
      assertThat(Instant.parse(order.getString("ordered_at"))).isAfter(released);
    }
  }

  /** Not the lock on the unit, the index is what a second writer cannot get around. */
  @Test
  void the_database_itself_takes_one_active_order_of_a_unit() throws Exception {
    try (var db = TestDatabase.fresh("gis", "command")) {
      TestCounty.withUnits(1).fill(db.database());
      var made = new ArrayList<Future<Boolean>>();
      var start = new CyclicBarrier(2);
      for (int i = 0; i < 2; i++) {
        made.add(
            pool.submit(
                () -> {
                  start.await(10, TimeUnit.SECONDS);
                  return insertWithoutLock(db.database());
                }));
      }
      assertThat(List.of(made.get(0).get(), made.get(1).get()))
          .containsExactlyInAnyOrder(true, false);
    }
  }

  private static boolean insertWithoutLock(Database database) {
    return database.write(
        RealmId.REAL,
        tx -> {
          var unit = tx.createQuery("SELECT id FROM unit").mapTo(UUID.class).one();
          var fire = UUID.randomUUID();
          tx.execute(
              """
              INSERT INTO incident (realm_id, id, number, kind, title, location, source, state, reported_at,
                     reported_by)
              VALUES (current_realm(), ?, (random() * 1e9)::integer, 'flood', 'x',
                      ST_SetSRID(ST_MakePoint(110.9, 36.7), 4490), 'other', 'reported', now(), 'wang')""",
              fire);
          return OrderStore.insert(
              tx,
              new DispatchOrder(
                  UUID.randomUUID(),
                  fire,
                  unit,
                  "消防01",
                  Optional.empty(),
                  OrderState.ORDERED,
                  "wang",
                  OrderTimes.orderedAt(Instant.now()),
                  Optional.empty(),
                  Optional.empty(),
                  1));
        });
  }

  private static Future<Reply> race(
      CyclicBarrier start, TestClient who, JsonObject incident, String unit) {
    return pool.submit(
        () -> {
          start.await(10, TimeUnit.SECONDS);
          return who.post("/api/v1/orders", order(incident.getString("id"), unit));
        });
  }
}
