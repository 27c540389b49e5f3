package org.wanglou.command.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.app.GridCounty.eastOf;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.db.Columns;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;

class RelayTest {
  @Test
  void a_closure_of_an_older_network_closes_the_road_at_its_place_not_the_one_with_its_number() {
    try (var server =
        TestServer.start(
            database -> {
              GridCounty.of(4).filling().fill(database);
              olderClosure(database, 7);
            })) {
      var closures =
          server.admin().get("/api/v1/closures").expect(200).json().getJsonArray("results");
      var line = closures.getJsonObject(0).getJsonObject("stretches").getJsonArray("coordinates");
      assertThat(line.toString()).contains("110.905").contains("36.65").doesNotContain("36.655");
      assertThat(events(server.database())).isEqualTo(1);
    }
  }

  private static void olderClosure(Database database, long wrongEdge) {
    database.write(
        RealmId.REAL,
        tx ->
            tx.execute(
                """
                INSERT INTO closure (realm_id, id, geom, edges, reason, reported_by, from_at)
                VALUES (current_realm(), ?, ST_GeomFromWKB(?, 4490), ARRAY[?::bigint], '塌方', 'admin', '2020-01-01Z')""",
                UUID.randomUUID(),
                Columns.wkb(eastOf(0, 0)),
                wrongEdge));
  }

  private static int events(Database database) {
    return database.read(
        RealmId.REAL,
        tx ->
            tx.createQuery("SELECT count(*) FROM event WHERE type = 'closure.relaid'")
                .mapTo(Integer.class)
                .one());
  }
}
