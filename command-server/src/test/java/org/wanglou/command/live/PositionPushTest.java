package org.wanglou.command.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.command.event.EventCatalogue;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.session.Caller;
import org.wanglou.command.session.Callers;
import org.wanglou.command.session.SessionPolicy;
import org.wanglou.command.session.SystemAccount;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.db.TestDatabase;

/** Positions from a feed that moves 500 units in each tick, to real sockets. */
class PositionPushTest {
  private static final int UNITS = 500;
  private static final int FRAMES_BEFORE_STOP = 2;
  private final MovingUnits units = new MovingUnits();
  private TestDatabase db;
  private Vertx vertx;
  private LiveHub hub;
  private HttpServer server;

  /** Every unit has moved at each look; the speed counts the looks. */
  private static final class MovingUnits implements PositionFeed {
    private final List<UUID> ids =
        java.util.stream.Stream.generate(UUID::randomUUID).limit(UNITS).toList();
    private final AtomicInteger looks = new AtomicInteger();

    @Override
    public List<Fix> drain(RealmId realm) {
      looks.incrementAndGet();
      return all(realm);
    }

    @Override
    public List<Fix> all(RealmId realm) {
      return ids.stream()
          .map(
              id ->
                  new Fix(
                      id,
                      110.9,
                      36.7,
                      Instant.EPOCH,
                      OptionalDouble.of(looks.get()),
                      OptionalDouble.empty(),
                      OptionalDouble.of(5),
                      "http"))
          .toList();
    }
  }

  @BeforeEach
  void start() throws Exception {
    db = TestDatabase.fresh("gis", "command");
    vertx = Vertx.vertx();
    var loop = vertx.getOrCreateContext();
    var clock = Clock.systemUTC();
    var events = new EventLog(db.database(), EventCatalogue.load());
    var callers = new Callers(db.database(), clock, SessionPolicy.STANDARD);
    var token = new SystemAccount(db.database(), events, clock).simulatorToken();
    hub =
        new LiveHub(
            vertx,
            loop,
            db.database(),
            events,
            callers,
            List.of(),
            units,
            clock,
            new SimpleMeterRegistry());
    hub.start();
    server = listen(loop, hub, callers.byToken(token).orElseThrow());
  }

  private HttpServer listen(Context loop, LiveHub hub, Caller caller) throws Exception {
    var listening = new CompletableFuture<HttpServer>();
    loop.runOnContext(
        nothing ->
            vertx
                .createHttpServer(new HttpServerOptions().setSendBufferSize(65_536))
                .webSocketHandler(socket -> hub.accept(socket, caller))
                .listen(0, "127.0.0.1")
                .onSuccess(listening::complete)
                .onFailure(listening::completeExceptionally));
    return listening.get(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    hub.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    db.close();
  }

  @Test
  void a_client_that_acknowledges_gets_four_frames_a_second_beginning_with_all_units()
      throws Exception {
    try (var socket = listening()) {
      var first = frame(socket);
      assertThat(first.getBoolean("full")).isTrue();
      assertThat(first.getJsonArray("fixes")).hasSize(UNITS);
      JsonArray fix = first.getJsonArray("fixes").getJsonArray(0);
      assertThat(IntStream.range(1, 4).mapToObj(fix::getValue))
          .containsExactly(110.9, 36.7, "1970-01-01T00:00:00Z");
      assertThat(IntStream.range(5, 8).mapToObj(fix::getValue)).containsExactly(null, 5.0, "http");
      socket.acknowledge(first);
      long began = System.nanoTime();
      for (int i = 0; i < 8; i++) {
        socket.acknowledge(frame(socket));
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void a_client_that_stalls_gets_two_old_frames_at_most_then_all_that_is_newest() throws Exception {
    try (var stalled = listening();
        var healthy = listening()) {
      stalled.pause();
      var healthyGaps = new ArrayList<Duration>();
      int seen = 0;
      for (int i = 0; i < 16; i++) {
        long before = System.nanoTime();
        var frame = frame(healthy);
        healthyGaps.add(Duration.ofNanos(System.nanoTime() - before));
        seen = speed(frame);
        healthy.acknowledge(frame);
      }
      assertThat(healthyGaps).allMatch(gap -> gap.compareTo(Duration.ofMillis(1_500)) < 0);
      stalled.resume();
      int old = 0;
      JsonObject last = null;
      for (int i = 0; i < FRAMES_BEFORE_STOP; i++) {
        last = frame(stalled);
        assertThat(speed(last)).isLessThan(seen - 8);
        old++;
      }
      healthy.acknowledge(frame(healthy));
      assertThat(stalled.waiting("positions")).isZero();
      stalled.acknowledge(last);
      var newest = frame(stalled);
      assertThat(newest.getBoolean("full")).isTrue();
      assertThat(speed(newest)).isGreaterThanOrEqualTo(seen);
      assertThat(old).isEqualTo(FRAMES_BEFORE_STOP);
    }
  }

  private static JsonObject frame(LiveSocket socket) throws InterruptedException {
    return socket.next("positions", Duration.ofSeconds(5));
  }

  private static int speed(JsonObject frame) {
    return frame.getJsonArray("fixes").getJsonArray(0).getInteger(4);
  }

  private LiveSocket listening() throws Exception {
    var socket = LiveSocket.open(server.actualPort(), "Cookie", "none", "");
    socket.send(new JsonObject().put("type", "hello").put("protocol", 1).putNull("since").encode());
    socket.next("snapshot", Duration.ofSeconds(5));
    return socket;
  }
}
