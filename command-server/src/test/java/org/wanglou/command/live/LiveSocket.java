package org.wanglou.command.live;

import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of the live protocol that takes its messages one by one. */
final class LiveSocket implements AutoCloseable {
  private final Vertx vertx;
  // Kept for its own sake: Vert.x closes a client, and what it connects, once nobody refers to it.
  private final WebSocketClient client;

  private final WebSocket socket;
  private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  private LiveSocket(Vertx vertx, WebSocketClient client, WebSocket socket) {
    this.vertx = vertx;
    this.client = client;
    this.socket = socket;
    socket.textMessageHandler(text -> messages.add(new JsonObject(text)));
    socket.binaryMessageHandler(bytes -> messages.add(new JsonObject(bytes)));
    socket.exceptionHandler(e -> closed.complete(-1));
    socket.closeHandler(
        nothing ->
            closed.complete(
                socket.closeStatusCode() == null ? -1 : (int) socket.closeStatusCode()));
    socket.resume();
  }

  static LiveSocket open(int port, String header, String value, String origin) throws Exception {
    var vertx = Vertx.vertx();
    try {
      var client = client(vertx);
      return new LiveSocket(
          vertx, client, connect(client, port, "/api/v1/live", header, value, origin));
    } catch (Exception e) {
      vertx.close();
      throw e;
    }
  }

  /** The HTTP status that refuses the upgrade. */
  static int refusal(int port, String path, String cookie, String origin) throws Exception {
    var vertx = Vertx.vertx();
    var client = client(vertx);
    try {
      connect(client, port, path, "Cookie", cookie, origin);
      return 101;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UpgradeRejectedException refused) {
        return refused.getStatus();
      }
      throw e;
    } finally {
      client.close();
      vertx.close();
    }
  }

  private static WebSocketClient client(Vertx vertx) {
    return vertx.createWebSocketClient(
        new WebSocketClientOptions()
            .setMaxFrameSize(1_000_000)
            .setMaxMessageSize(10_000_000)
            .setReceiveBufferSize(16_384));
  }

  private static WebSocket connect(
      WebSocketClient client, int port, String path, String header, String value, String origin)
      throws Exception {
    var options = new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI(path);
    options.setAllowOriginHeader(!origin.isEmpty());
    if (!value.isEmpty()) {
      options.addHeader(header, value);
    }
    if (!origin.isEmpty()) {
      options.addHeader("Origin", origin);
    }
    return client
        .connect(options)
        .map(
            it -> {
              it.pause();
              return it;
            })
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  void send(String text) {
    socket.writeTextMessage(text);
  }

  void acknowledge(JsonObject positions) {
    send(new JsonObject().put("type", "tick_ack").put("tick", positions.getLong("tick")).encode());
  }

  /** Stops taking anything from the network. */
  void pause() {
    socket.pause();
  }

  void resume() {
    socket.resume();
  }

  /** The next message of one of the types; others are passed over. */
  JsonObject nextOf(Duration patience, String... types) throws InterruptedException {
    var wanted = Set.of(types);
    long until = System.nanoTime() + patience.toNanos();
    while (true) {
      var message = messages.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (message == null) {
        throw new AssertionError("no " + wanted + " within " + patience + ", closed: " + closed);
      }
      if (wanted.contains(message.getString("type"))) {
        return message;
      }
    }
  }

  JsonObject next(String type, Duration patience) throws InterruptedException {
    return nextOf(patience, type);
  }

  List<JsonObject> events(int n) throws InterruptedException {
    var events = new ArrayList<JsonObject>();
    while (events.size() < n) {
      events.add(next("event", Duration.ofSeconds(10)));
    }
    return events;
  }

  /** How many messages of the type have come and not been taken. */
  long waiting(String type) {
    return messages.stream().filter(it -> it.getString("type").equals(type)).count();
  }

  int closeCode(Duration patience) throws Exception {
    return closed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() throws Exception {
    // First the socket: a client that is closed with an open one takes its time-out now and then.
    socket.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    client.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
  }
}
