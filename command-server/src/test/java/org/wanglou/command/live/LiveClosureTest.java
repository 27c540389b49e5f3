package org.wanglou.command.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.http.GeoJson;

class LiveClosureTest {
  @Test
  void a_screen_that_comes_sees_what_is_closed_and_hears_when_it_opens() throws Exception {
    try (var server = TestServer.start(GridCounty.of(3).filling())) {
      var desk = server.admin();
      var closure =
          desk.post(
                  "/api/v1/closures",
                  new JsonObject()
                      .put("geometry", GeoJson.toJson(GridCounty.eastOf(0, 0)))
                      .put("reason", "塌方"))
              .expect(201)
              .json()
              .getJsonObject("closure");
      try (var socket = LiveSocket.open(server.port(), "Cookie", desk.cookie(), "")) {
        socket.send("{\"type\":\"hello\",\"protocol\":1,\"since\":null}");
        var snapshot = socket.next("snapshot", Duration.ofSeconds(10));
        assertThat(snapshot.getJsonArray("closures")).isEqualTo(new JsonArray().add(closure));
        var lifted =
            desk.delete("/api/v1/closures/" + closure.getString("id"))
                .expect(200)
                .json()
                .getJsonObject("closure");
        var event = socket.next("event", Duration.ofSeconds(10));
        assertThat(event.getString("event")).isEqualTo("closure.lifted");
        assertThat(event.getJsonObject("payload").getJsonObject("closure")).isEqualTo(lifted);
      }
    }
  }
}
