package org.wanglou.command.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;

/** Gets answers that are not text. */
public final class Tiles {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private Tiles() {}

  public static byte[] read(TestServer server, TestClient who, String path) {
    var answer = get(server, path, "Cookie", who.cookie());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  public static HttpResponse<byte[]> get(TestServer server, String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .headers(headers)
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
