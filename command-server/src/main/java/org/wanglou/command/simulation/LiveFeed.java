package org.wanglou.command.simulation;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client of {@code docs/live-protocol.md}. Whenever it has lost the thread, by a cut or by a gap
 * in the sequence, it comes back and takes a whole snapshot. Lives on one event loop.
 */
final class LiveFeed {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
  private static final int LARGEST_MESSAGE = 64 << 20;
  private static final long[] WAITS_MS = {500, 1_000, 2_000, 4_000, 5_000};
  private static final long LONGEST_SILENCE_MS = 10_000;
  private static final int SESSION_ENDED = 4401;
  private static final int RIGHTS_CHANGED = 4403;
  private static final int UNAUTHENTICATED = 401;

  /** Who is told. */
  interface Listener {
    void snapshot(JsonObject state);

    void event(JsonObject payload);

    void positions(JsonArray fixes);

    /** The token is no longer good; nothing more will come. */
    void endedForGood(String why);
  }

  private final Vertx vertx;
  private final CentreAddress address;
  private final String token;
  private final Listener listener;
  private final WebSocketClient client;
  private Optional<WebSocket> socket = Optional.empty();
  private long seq;
  private boolean current;
  private boolean closed;
  private int failures;
  private long heardMs;

  LiveFeed(Vertx vertx, CentreAddress address, String token, Listener listener) {
    this.vertx = vertx;
    this.address = address;
    this.token = token;
    this.listener = listener;
    this.client =
        vertx.createWebSocketClient(
            address.secure(
                new WebSocketClientOptions()
                    .setMaxFrameSize(LARGEST_MESSAGE)
                    .setMaxMessageSize(LARGEST_MESSAGE)
                    .setVerifyHost(false)));
  }

  void start() {
    vertx.setPeriodic(LONGEST_SILENCE_MS / 5, id -> checkSilence());
    connect();
  }

  /** Has the whole state, and hears of every change. */
  boolean isCurrent() {
    return current;
  }

  void close() {
    closed = true;
    current = false;
    socket.ifPresent(WebSocket::close);
  }

  private void connect() {
    var options =
        new WebSocketConnectOptions()
            .setHost(address.host())
            .setPort(address.port())
            .setURI("/api/v1/live")
            .setAllowOriginHeader(false);
    options.addHeader("Authorization", "Bearer " + token);
    client.connect(options).onComplete(this::open, this::refused);
  }

  private void open(WebSocket opened) {
    if (closed) {
      opened.close();
      return;
    }
    socket = Optional.of(opened);
    heardMs = System.currentTimeMillis();
    opened.textMessageHandler(text -> hear(opened, new JsonObject(text)));
    opened.binaryMessageHandler(bytes -> hearPositions(opened, bytes));
    opened.exceptionHandler(e -> LOG.debug("live socket", e));
    opened.closeHandler(nothing -> lost(opened.closeStatusCode()));
    opened.writeTextMessage(
        new JsonObject().put("type", "hello").put("protocol", 1).putNull("since").encode());
  }

  private void hear(WebSocket from, JsonObject message) {
    heardMs = System.currentTimeMillis();
    switch (message.getString("type")) {
      case "snapshot" -> {
        seq = message.getLong("seq");
        listener.snapshot(message);
        current = true;
        failures = 0;
      }
      case "event" -> {
        long next = message.getLong("seq");
        if (next != seq + 1) {
          LOG.info("event {} after {}: the simulator takes a snapshot", next, seq);
          from.close();
          return;
        }
        seq = next;
        listener.event(message.getJsonObject("payload"));
      }
      default -> {
        // A heartbeat: only that it came matters.
      }
    }
  }

  private void hearPositions(WebSocket from, Buffer bytes) {
    heardMs = System.currentTimeMillis();
    var frame = new JsonObject(bytes);
    listener.positions(frame.getJsonArray("fixes"));
    from.writeTextMessage(
        new JsonObject().put("type", "tick_ack").put("tick", frame.getLong("tick")).encode());
  }

  private void refused(Throwable why) {
    if (why instanceof UpgradeRejectedException no && no.getStatus() == UNAUTHENTICATED) {
      listener.endedForGood(why.getMessage());
      return;
    }
    LOG.info("the simulator cannot hear the centre: {}", why.toString());
    again();
  }

  private void lost(Short code) {
    socket = Optional.empty();
    current = false;
    if (Objects.equals(code, (short) SESSION_ENDED)
        || Objects.equals(code, (short) RIGHTS_CHANGED)) {
      listener.endedForGood("live socket closed with " + code);
      return;
    }
    again();
  }

  private void again() {
    if (!closed) {
      vertx.setTimer(WAITS_MS[Math.min(failures++, WAITS_MS.length - 1)], id -> connect());
    }
  }

  private void checkSilence() {
    if (System.currentTimeMillis() - heardMs > LONGEST_SILENCE_MS) {
      socket.ifPresent(WebSocket::close);
    }
  }
}
