package org.wanglou.command.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.event.EventCatalogue;
import org.wanglou.command.event.EventLog;
import org.wanglou.gis.db.RealmId;

class LayerLiveTest {
  @Test
  void what_one_screen_draws_is_pushed_to_all_with_its_new_state() {
    try (var server = TestServer.start(GridCounty.of(2).filling())) {
      var officer = server.user("officer", "duty_officer");
      var place =
          new JsonObject()
              .put("type", "Point")
              .put("coordinates", new JsonArray().add(110.9).add(36.65));
      var path = "/api/v1/layers/helipad/features";
      var made =
          officer
              .post(path, new JsonObject().put("name", "坪").put("geometry", place))
              .expect(201)
              .json();
      officer.with("If-Match", "\"1\"").delete(path + "/" + made.getString("id")).expect(204);
      var events =
          new EventLog(server.database(), EventCatalogue.load()).after(RealmId.REAL, 0, 100);
      var created = events.get(events.size() - 2);
      assertThat(created.type()).isEqualTo("feature.created");
      assertThat(created.payload().getString("layer")).isEqualTo("helipad");
      assertThat(created.payload().getString("id")).isEqualTo(made.getString("id"));
      assertThat(created.payload().getJsonObject("feature")).isEqualTo(made);
      var removed = events.get(events.size() - 1);
      assertThat(removed.type()).isEqualTo("feature.removed");
      assertThat(removed.payload().containsKey("feature")).isFalse();
    }
  }
}
