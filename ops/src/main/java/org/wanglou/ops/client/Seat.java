package org.wanglou.ops.client;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A signed-in person at a screen. All calls wait for their answer. */
public final class Seat {
  private static final int PATIENCE_S = 10;
  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
  private final URI server;
  private final String cookie;
  private final String csrfToken;

  /**
   * @throws IllegalStateException when the server does not let that person in
   */
  public Seat(URI server, String user, String password) throws IOException, InterruptedException {
    this.server = server;
    var body = new JsonObject().put("username", user).put("password", password).encode();
    var answer =
        http.send(
            HttpRequest.newBuilder(address("http", "/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    this.cookie = answer.headers().firstValue("set-cookie").orElseThrow().replaceFirst(";.*", "");
    this.csrfToken = new JsonObject(answer.body()).getString("csrf_token");
  }

  public JsonObject get(String path) throws IOException, InterruptedException {
    return json(HttpRequest.newBuilder(address("http", path)).GET());
  }

  public JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
    return json(
        HttpRequest.newBuilder(address("http", path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.encode())));
  }

  /** A call without content, for example {@code /api/v1/orders/…/acknowledge}. */
  public JsonObject post(String path) throws IOException, InterruptedException {
    return json(HttpRequest.newBuilder(address("http", path)).POST(BodyPublishers.noBody()));
  }

  private JsonObject json(HttpRequest.Builder request) throws IOException, InterruptedException {
    request.header("Cookie", cookie).header("X-CSRF-Token", csrfToken);
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return new JsonObject(answer.body());
  }

  /** An answer that is no JSON, or is not to be read: its bytes. */
  public byte[] bytes(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address("http", path)).header("Cookie", cookie).build();
    var answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + path);
    }
    return answer.body();
  }

  /** A form with a file, streamed from disk. */
  public JsonObject form(String path, Map<String, String> fields, Path file)
      throws IOException, InterruptedException {
    var boundary = "wanglou-" + UUID.randomUUID();
    var head = new StringBuilder();
    fields.forEach(
        (name, value) ->
            head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name)
                .append("\"\r\n\r\n" + value + "\r\n"));
    head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
        .append(file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    return json(
        HttpRequest.newBuilder(address("http", path))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head.toString()),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
  }

  /** A creating call with its Idempotency-Key. */
  public JsonObject postOnce(String path, String key, JsonObject body)
      throws IOException, InterruptedException {
    return json(
        HttpRequest.newBuilder(address("http", path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body.encode())));
  }

  /**
   * Begins to listen to the live socket.
   *
   * @param since last sequence that is known here; null for none
   * @return the first answer: {@code snapshot} or {@code resumed}
   */
  public JsonObject listen(Long since) throws InterruptedException {
    var socket =
        http.newWebSocketBuilder()
            .header("Cookie", cookie)
            .buildAsync(address("ws", "/api/v1/live"), new Ear())
            .join();
    var hello = new JsonObject().put("type", "hello").put("protocol", 1).put("since", since);
    socket.sendText(hello.encode(), true).join();
    return await(it -> List.of("snapshot", "resumed").contains(it.getString("type")));
  }

  /** The next message of the kind; others are passed over. */
  public JsonObject await(Predicate<JsonObject> wanted) throws InterruptedException {
    while (true) {
      var message = heard.poll(PATIENCE_S, TimeUnit.SECONDS);
      if (message == null) {
        throw new IllegalStateException("nothing heard for " + PATIENCE_S + " s");
      }
      if (wanted.test(message)) {
        return message;
      }
    }
  }

  private URI address(String scheme, String path) {
    return URI.create(scheme + "://" + server.getAuthority() + path);
  }

  /** Puts the pieces of each text together. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean last) {
      text.append(piece);
      if (last) {
        heard.add(new JsonObject(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
