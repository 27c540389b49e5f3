package org.wanglou.command.tile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestServer;

class TileRoutesTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String TILE = "/tiles/base/day/12/3310/1598.png";
  private static TestServer server;
  private static String cookie;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    cookie = server.admin().cookie();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_tile_is_a_png_of_256_pixels_and_of_512_for_sharp_screens() throws Exception {
    assertThat(sideOf(get(TILE))).isEqualTo(256);
    assertThat(sideOf(get("/tiles/base/night/12/3310/1598@2x.png"))).isEqualTo(512);
  }

  @Test
  void nobody_sees_the_map_without_signing_in() throws Exception {
    assertThat(send(TILE, List.of()).statusCode()).isEqualTo(401);
  }

  @Test
  void the_present_revision_in_the_address_may_be_kept_for_ever_and_nothing_else()
      throws Exception {
    var revision = tag(get(TILE)).replace("\"", "");
    assertThat(cacheControl(get(TILE + "?v=" + revision)))
        .isEqualTo("private, max-age=31536000, immutable");
    assertThat(cacheControl(get(TILE + "?v=older"))).isEqualTo("private, no-cache");
    assertThat(cacheControl(get(TILE))).isEqualTo("private, no-cache");
  }

  @Test
  void a_browser_that_has_the_tile_is_told_so_without_the_picture() throws Exception {
    var answer = send(TILE, List.of("Cookie", cookie, "If-None-Match", tag(get(TILE))));
    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void what_is_no_tile_is_a_clear_404() throws Exception {
    for (var path :
        List.of(
            "/tiles/base/day/7/10/10.png",
            "/tiles/base/day/19/10/10.png",
            "/tiles/base/day/8/256/10.png",
            "/tiles/base/day/8/10/999999.png",
            "/tiles/base/dusk/8/10/10.png",
            "/tiles/base/day/8/10/10.jpg",
            "/tiles/base/day/8/-1/10.png",
            "/tiles/base/day/99999999999/10/10.png")) {
      var answer = get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      var problem = new JsonObject(new String(answer.body(), StandardCharsets.UTF_8));
      assertThat(problem.getString("title")).as(path).isNotBlank().doesNotContain("tile.no_such");
    }
  }

  @Test
  void sixty_tiles_at_once_are_all_answered() {
    var answers =
        IntStream.range(0, 60)
            .mapToObj(i -> "/tiles/base/day/12/" + (3300 + i) + "/1598.png")
            .map(path -> HTTP.sendAsync(request(path, List.of("Cookie", cookie)), bytes()))
            .toList();
    assertThat(answers).allMatch(answer -> answer.join().statusCode() == 200);
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    return send(path, List.of("Cookie", cookie));
  }

  private static HttpResponse<byte[]> send(String path, List<String> headers) throws Exception {
    return HTTP.send(request(path, headers), bytes());
  }

  private static HttpRequest request(String path, List<String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Accept-Language", "en");
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    return request.build();
  }

  private static HttpResponse.BodyHandler<byte[]> bytes() {
    return HttpResponse.BodyHandlers.ofByteArray();
  }

  private static int sideOf(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("image/png");
    return ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth();
  }

  private static String tag(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("etag").orElseThrow();
  }

  private static String cacheControl(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("cache-control").orElseThrow();
  }
}
