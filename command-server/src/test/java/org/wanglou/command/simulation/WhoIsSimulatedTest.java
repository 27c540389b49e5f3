package org.wanglou.command.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestServer;
import org.wanglou.gis.layer.Provenance;

/** Where the server starts the simulator by itself, and for which units. */
class WhoIsSimulatedTest {
  @Test
  void on_a_sample_synthetic_units_report_within_seconds_and_others_never() throws Exception {
    try (var server =
        TestServer.simulating(
            Village.of(
                "sample",
                Village.engine("合成", "fire_engine", Provenance.SYNTHETIC),
                Village.engine("登记", "fire_engine", Provenance.REPORTED)))) {
      long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (latest(server, "合成") == null) {
        assertThat(System.nanoTime()).isLessThan(until);
        Thread.sleep(100);
      }
      Thread.sleep(1_500);
      assertThat(latest(server, "合成").getString("source")).isEqualTo("simulator");
      assertThat(latest(server, "登记")).isNull();
    }
  }

  @Test
  void on_a_countys_own_data_nothing_is_simulated() throws Exception {
    try (var server =
        TestServer.simulating(
            Village.of("county", Village.engine("合成", "fire_engine", Provenance.SYNTHETIC)))) {
      Thread.sleep(3_000);
      assertThat(latest(server, "合成")).isNull();
      assertThat(Simulation.isAllowed(server.database())).isFalse();
    }
  }

  private static JsonObject latest(TestServer server, String unit) {
    return server.admin().get("/api/v1/units").expect(200).json().getJsonArray("results").stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getString("name").equals(unit))
        .findFirst()
        .orElseThrow()
        .getJsonObject("latest");
  }
}
