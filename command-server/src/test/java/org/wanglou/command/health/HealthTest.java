package org.wanglou.command.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestServer;

class HealthTest {
  @Test
  void it_lives_becomes_ready_and_says_which_part_is_away() {
    try (var server = TestServer.start(GridCounty.of(2).filling())) {
      var anybody = server.stranger();
      anybody.get("/health/live").expect(200);
      awaitStatus(server, 200);
      server
          .db()
          .superuser()
          .useHandle(
              h -> {
                h.execute("REVOKE wanglou_reference FROM wanglou_app");
                h.execute("REVOKE SELECT ON realm FROM wanglou_app");
              });
      awaitStatus(server, 503);
      var parts = anybody.get("/health/ready").expect(503).json().getJsonObject("parts");
      assertThat(parts.getString("database")).isEqualTo("down");
      anybody.get("/health/live").expect(200);
      server
          .db()
          .superuser()
          .useHandle(
              h -> {
                h.execute("GRANT wanglou_reference TO wanglou_app");
                h.execute("GRANT SELECT ON realm TO wanglou_app");
              });
      awaitStatus(server, 200);
    }
  }

  @Test
  void without_roads_it_lives_but_is_not_ready() {
    try (var server = TestServer.start()) {
      server.stranger().get("/health/live").expect(200);
      var parts = server.stranger().get("/health/ready").expect(503).json().getJsonObject("parts");
      assertThat(parts.getString("database")).isEqualTo("up");
      assertThat(parts.getString("graph")).isEqualTo("down");
    }
  }

  @Test
  void the_figures_are_prometheus_text() {
    try (var server = TestServer.start()) {
      server.admin().get("/api/v1/session").expect(200);
      assertThat(server.stranger().get("/metrics").expect(200).text())
          .contains("wanglou_live_clients")
          .contains("vertx_http_server_response_time")
          .contains("wanglou_live_events_pushed_total");
    }
  }

  @Test
  void an_invented_method_makes_no_series_of_its_own() throws Exception {
    try (var server = TestServer.start()) {
      for (int i = 0; i < 3; i++) {
        server.stranger().send("INVENTED" + i, "/api/v1/nowhere", Optional.empty()).expect(404);
      }
      assertThat(server.stranger().get("/metrics").expect(200).text())
          .contains("method=\"other\"")
          .doesNotContain("INVENTED");
    }
  }

  private static void awaitStatus(TestServer server, int wanted) {
    var until = Instant.now().plus(Duration.ofSeconds(10));
    while (server.stranger().get("/health/ready").status() != wanted) {
      assertThat(Instant.now()).as("waiting for " + wanted).isBefore(until);
      Thread.onSpinWait();
    }
  }
}
