package org.wanglou.ops.smoke;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps all that the live socket says, so that a message may come before it is waited for. */
final class LiveListener {
  private static final long PATIENCE_MS = 10_000;
  private final Vertx vertx;
  private final List<JsonObject> heard = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();

  private record Waiting(Predicate<JsonObject> wanted, Promise<JsonObject> promise) {}

  private LiveListener(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Says hello; the listener acknowledges every frame of positions. */
  static LiveListener on(Vertx vertx, WebSocket socket) {
    var listener = new LiveListener(vertx);
    socket.textMessageHandler(text -> listener.hear(new JsonObject(text)));
    socket.binaryMessageHandler(
        bytes -> {
          var frame = new JsonObject(bytes);
          listener.hear(frame);
          socket.writeTextMessage(
              new JsonObject().put("type", "tick_ack").put("tick", frame.getLong("tick")).encode());
        });
    socket.writeTextMessage(
        new JsonObject().put("type", "hello").put("protocol", 1).putNull("since").encode());
    return listener;
  }

  private synchronized void hear(JsonObject message) {
    heard.add(message);
    waiting.removeIf(it -> it.wanted().test(message) && it.promise().tryComplete(message));
  }

  /** The first message of this kind, heard already or still to come. */
  synchronized Future<JsonObject> message(String what, Predicate<JsonObject> wanted) {
    var already = heard.stream().filter(wanted).findFirst();
    if (already.isPresent()) {
      return Future.succeededFuture(already.get());
    }
    Promise<JsonObject> promise = Promise.promise();
    waiting.add(new Waiting(wanted, promise));
    vertx.setTimer(
        PATIENCE_MS,
        id -> promise.tryFail(new AssertionError("not heard on the live socket: " + what)));
    return promise.future();
  }
}
