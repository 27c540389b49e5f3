package org.wanglou.ops.smoke;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;

/** One person at one address. */
final class SmokeClient {
  private static final int PATIENCE_MS = 10_000;
  private static final int LONGEST_MESSAGE = 64 << 20;
  private final WebClient web;
  // Kept as long as its sockets: Vert.x closes a client that nobody refers to any more.
  private final WebSocketClient sockets;
  private final URI address;
  private String cookie = "";
  private String csrfToken = "";

  SmokeClient(Vertx vertx, URI address) {
    this.address = address;
    this.web =
        WebClient.create(
            vertx,
            new WebClientOptions()
                .setDefaultHost(address.getHost())
                .setDefaultPort(port())
                .setSsl(isSecure()));
    this.sockets =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxFrameSize(LONGEST_MESSAGE)
                .setMaxMessageSize(LONGEST_MESSAGE));
  }

  private boolean isSecure() {
    return address.getScheme().equals("https");
  }

  private int port() {
    return address.getPort() >= 0 ? address.getPort() : isSecure() ? 443 : 80;
  }

  Future<JsonObject> signIn(String user, String password) {
    var body = new JsonObject().put("username", user).put("password", password);
    return send(HttpMethod.POST, "/api/v1/session", body.toBuffer())
        .map(
            answer -> {
              expect(answer, 200, "/api/v1/session");
              cookie = answer.getHeader("set-cookie").replaceFirst(";.*", "");
              csrfToken = answer.bodyAsJsonObject().getString("csrf_token");
              return answer.bodyAsJsonObject();
            });
  }

  Future<HttpResponse<Buffer>> send(HttpMethod method, String path, Buffer body) {
    var request =
        web.request(method, path)
            .timeout(PATIENCE_MS)
            .putHeader("accept-language", "en")
            .putHeader("content-type", "application/json");
    if (!cookie.isEmpty()) {
      request.putHeader("cookie", cookie).putHeader("x-csrf-token", csrfToken);
    }
    return body == null ? request.send() : request.sendBuffer(body);
  }

  /** The answer's body when it has the wanted status; else a failure that shows it. */
  Future<JsonObject> call(HttpMethod method, String path, JsonObject body, int wanted) {
    return send(method, path, body == null ? null : body.toBuffer())
        .map(
            answer -> {
              expect(answer, wanted, method + " " + path);
              return answer.bodyAsJsonObject();
            });
  }

  Future<JsonObject> get(String path) {
    return call(HttpMethod.GET, path, null, 200);
  }

  Future<JsonObject> post(String path, JsonObject body, int wanted) {
    return call(HttpMethod.POST, path, body, wanted);
  }

  /** The live socket, before hello. */
  Future<WebSocket> live() {
    var options =
        new WebSocketConnectOptions()
            .setHost(address.getHost())
            .setPort(port())
            .setSsl(isSecure())
            .setURI("/api/v1/live")
            .putHeader("cookie", cookie);
    options.setAllowOriginHeader(false);
    return sockets.connect(options);
  }

  private static void expect(HttpResponse<Buffer> answer, int wanted, String what) {
    if (answer.statusCode() != wanted) {
      throw new AssertionError(
          "%s: %d instead of %d: %s"
              .formatted(what, answer.statusCode(), wanted, answer.bodyAsString()));
    }
  }
}
