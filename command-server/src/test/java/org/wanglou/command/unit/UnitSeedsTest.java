package org.wanglou.command.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.wanglou.command.app.TestCounty.incident;
import static org.wanglou.command.app.TestCounty.order;
import static org.wanglou.command.app.TestCounty.seed;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestCounty;
import org.wanglou.command.app.TestServer;
import org.wanglou.gis.dataset.Dataset.UnitSeed;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.db.TestDatabase;

class UnitSeedsTest {
  private TestDatabase db;

  @BeforeEach
  void open() {
    db = TestDatabase.fresh("gis", "command");
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void a_unit_of_the_same_name_keeps_its_id_and_the_others_go() {
    replace(db, seed("消防01"), seed("消防02"));
    var before = unit("消防01");
    replace(db, seed("消防01"), seed("消防03"));
    assertThat(units()).extracting(Unit::name).containsExactly("消防01", "消防03");
    assertThat(unit("消防01").id()).isEqualTo(before.id());
  }

  @Test
  void two_units_of_one_name_are_two() {
    replace(db, seed("救护"), seed("救护"));
    replace(db, seed("救护"), seed("救护"), seed("救护"));
    assertThat(units()).hasSize(3);
    replace(db, seed("救护"));
    assertThat(units()).hasSize(1);
  }

  @Test
  void a_unit_of_which_orders_speak_stays_for_the_record() {
    try (var server = TestServer.start(TestCounty.withUnits(2))) {
      var desk = server.admin();
      var sent =
          desk.post(
                  "/api/v1/orders",
                  order(incident(desk).getString("id"), TestCounty.unitIds(desk).get(0)))
              .expect(201)
              .json();
      replace(server.db(), seed("新车"));
      assertThat(server.database().read(RealmId.REAL, UnitStore::all))
          .extracting(Unit::name, Unit::status)
          .containsExactlyInAnyOrder(
              tuple("新车", UnitStatus.AVAILABLE), tuple("消防01", UnitStatus.ORDERED));
      desk.post("/api/v1/orders/" + sent.getString("id") + "/arrive").expect(200);
      desk.post("/api/v1/orders/" + sent.getString("id") + "/complete").expect(200);
      replace(server.db(), seed("新车"));
      assertThat(server.database().read(RealmId.REAL, UnitStore::all))
          .extracting(Unit::name, Unit::status)
          .contains(tuple("消防01", UnitStatus.OUT_OF_SERVICE));
    }
  }

  private static void replace(TestDatabase db, UnitSeed... seeds) {
    db.database()
        .write(
            RealmId.REAL,
            tx -> {
              UnitSeeds.replace(tx, List.of(seeds), Instant.now());
              return null;
            });
  }

  private List<Unit> units() {
    return db.database().read(RealmId.REAL, UnitStore::all);
  }

  private Unit unit(String name) {
    return units().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }
}
