package org.wanglou.command.imagery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestServer;
import org.wanglou.gis.imagery.FakeWmts;

class ImageryRoutesTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 2};
  private static final String KEY = "0123456789abcdef";
  private static TestServer server;
  private static FakeWmts wmts;
  private static String cookie;

  @BeforeAll
  static void start() throws Exception {
    wmts = new FakeWmts((longitude, latitude) -> 0x336699);
    server = TestServer.start();
    var tile = server.dataFolder().resolve("imagery/old/14/13242/6384.jpg");
    Files.createDirectories(tile.getParent());
    Files.write(tile, JPEG);
    Files.writeString(
        server.dataFolder().resolve("imagery.yaml"),
        """
        services:
          img: {wmts: "%s", datum: cgcs2000, key: {tk: %s}, private_network: true, attribution: © 天地图}
          shifted: {xyz: "https://wprd01.is.autonavi.com/appmaptile?x={x}&y={y}&z={z}", datum: wgs84}
        """
            .formatted(wmts.capabilities(), KEY));
    cookie = server.admin().cookie();
  }

  @AfterAll
  static void stop() {
    server.close();
    wmts.close();
  }

  @Test
  void all_of_it_is_listed_with_what_cannot_be_shown_and_without_keys() throws Exception {
    var text = body(get("/api/v1/imagery"));
    assertThat(text).doesNotContain(KEY).doesNotContain("127.0.0.1");
    var list = new JsonObject(text).getJsonArray("results");
    var byId = IntStream.range(0, list.size()).mapToObj(list::getJsonObject).toList();
    assertThat(byId).extracting(it -> it.getString("id")).contains("old", "img", "shifted");
    for (var one : byId) {
      switch (one.getString("id")) {
        case "old" -> assertThat(one.getString("datum")).isEqualTo("undeclared");
        case "img" -> {
          assertThat(one.getString("state")).isEqualTo("ready");
          assertThat(one.getString("attribution")).isEqualTo("© 天地图");
          assertThat(one.getInteger("max_zoom")).isEqualTo(18);
        }
        default -> {
          assertThat(one.getString("state")).isEqualTo("refused");
          assertThat(one.getString("problem")).contains("GCJ-02");
        }
      }
    }
  }

  @Test
  void a_files_tile_may_be_kept_for_ever_under_its_revision() throws Exception {
    var answer = get("/tiles/imagery/old/14/13242/6384");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("image/jpeg");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("private, no-cache");
    var tag = answer.headers().firstValue("etag").orElseThrow();
    var known = get("/tiles/imagery/old/14/13242/6384?v=" + tag.replace("\"", ""));
    assertThat(known.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
    assertThat(
            send(
                    "/tiles/imagery/old/14/13242/6384",
                    List.of("Cookie", cookie, "If-None-Match", tag))
                .statusCode())
        .isEqualTo(304);
  }

  @Test
  void a_services_tile_comes_with_its_age() throws Exception {
    var answer = get("/tiles/imagery/img/14/13242/6384");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("image/png");
    assertThat(answer.headers().firstValue("age")).isPresent();
    assertThat(answer.headers().firstValue("cache-control")).hasValue("private, max-age=86400");
  }

  @Test
  void what_is_not_there_and_what_is_refused() throws Exception {
    assertThat(get("/tiles/imagery/old/14/1/1").statusCode()).isEqualTo(204);
    assertThat(get("/tiles/imagery/none/14/1/1").statusCode()).isEqualTo(404);
    assertThat(get("/tiles/imagery/old/3/99/1").statusCode()).isEqualTo(404);
    assertThat(get("/tiles/imagery/shifted/14/13242/6384").statusCode()).isEqualTo(503);
    for (var path :
        List.of(
            "/tiles/imagery/..%2F..%2Fimagery.yaml/1/1/1",
            "/tiles/imagery/old/14/13242/..%2F6384", "/tiles/imagery/old/14/..%2F13242/6384.jpg")) {
      assertThat(get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void nobody_sees_imagery_without_signing_in() throws Exception {
    assertThat(send("/tiles/imagery/old/14/13242/6384", List.of()).statusCode()).isEqualTo(401);
    assertThat(send("/api/v1/imagery", List.of()).statusCode()).isEqualTo(401);
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    return send(path, List.of("Cookie", cookie));
  }

  private static HttpResponse<byte[]> send(String path, List<String> headers) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Accept-Language", "en");
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String body(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
