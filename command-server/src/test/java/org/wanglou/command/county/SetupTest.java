package org.wanglou.command.county;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.GridCounty;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;

class SetupTest {
  @Test
  void the_screen_learns_the_county_its_origin_and_the_address_of_its_tiles()
      throws IOException, InterruptedException {
    try (var server = TestServer.start(GridCounty.of(3).filling())) {
      var desk = server.admin();
      var setup = desk.get("/api/v1/setup").expect(200).json();
      assertThat(setup.getString("county")).isEqualTo("棋盘县");
      assertThat(setup.getString("provenance")).isEqualTo("SYNTHETIC");
      assertThat(setup.getJsonArray("bounds"))
          .isEqualTo(new JsonArray().add(110.7).add(36.4).add(111.2).add(36.9));
      assertThat(setup.getJsonObject("realm").getString("kind")).isEqualTo("real");
      assertThat(setup.getJsonArray("incident_kinds")).hasSize(13).contains("forest_fire");
      assertThat(Instant.parse(setup.getString("server_time")))
          .isBetween(Instant.now().minusSeconds(20), Instant.now());
      assertThat(tile(server, desk, setup.getString("base_revision"))).contains("immutable");
    }
  }

  @Test
  void without_a_county_the_answer_says_how_to_load_one() {
    try (var server = TestServer.start()) {
      var away = server.admin().get("/api/v1/setup").expect(503).json();
      assertThat(away.getString("detail")).contains("--osm");
    }
  }

  /** How long the tile may be kept. */
  private static String tile(TestServer server, TestClient desk, String revision)
      throws IOException, InterruptedException {
    var address =
        "http://127.0.0.1:" + server.port() + "/tiles/base/day/12/3310/1600.png?v=" + revision;
    var request = HttpRequest.newBuilder(URI.create(address)).header("Cookie", desk.cookie());
    return HttpClient.newHttpClient()
        .send(request.build(), BodyHandlers.discarding())
        .headers()
        .firstValue("cache-control")
        .orElse("");
  }
}
