package org.wanglou.command.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EventLoopTest {
  private static final int LONGEST_MS = 100;
  private static final int ROUNDS = 3;
  private final Logger checker =
      (Logger) LoggerFactory.getLogger("io.vertx.core.impl.BlockedThreadChecker");
  private final ListAppender<ILoggingEvent> blocked = new ListAppender<>();

  @BeforeEach
  void listen() {
    blocked.start();
    checker.setAdditive(false);
  }

  @AfterEach
  void stopListening() {
    checker.detachAppender(blocked);
    checker.setAdditive(true);
  }

  @Test
  void no_call_holds_the_event_loop() throws Exception {
    try (var server = TestServer.start(options())) {
      work(server); // classes are loaded the first time
      var held = new ArrayList<Integer>();
      for (int round = 0; round < ROUNDS; round++) {
        blocked.list.clear();
        checker.addAppender(blocked);
        work(server);
        checker.detachAppender(blocked);
        held.add(blocked.list.size());
      }
      // A busy machine may hold any thread for once; a call that waits does so every time.
      assertThat(held).contains(0);
    }
  }

  @Test
  void a_held_event_loop_is_noticed() throws Exception {
    checker.addAppender(blocked);
    var vertx = Vertx.vertx(options());
    Promise<Void> held = Promise.promise();
    vertx.runOnContext(
        nothing -> {
          long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(4 * LONGEST_MS);
          while (System.nanoTime() < until) {
            Thread.onSpinWait();
          }
          held.complete();
        });
    held.future().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    assertThat(blocked.list).isNotEmpty();
  }

  private static VertxOptions options() {
    return new VertxOptions()
        .setBlockedThreadCheckInterval(20)
        .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
        .setMaxEventLoopExecuteTime(LONGEST_MS)
        .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS);
  }

  /** Signs in (Argon2id), verifies the log, sends a large body that is refused, reads figures. */
  private static void work(TestServer server) throws Exception {
    var pool = Executors.newFixedThreadPool(4);
    var done = new ArrayList<Future<?>>();
    for (int i = 0; i < 4; i++) {
      done.add(
          pool.submit(
              () -> {
                var admin = server.admin();
                for (int n = 0; n < 3; n++) {
                  admin.get("/api/v1/log/verification").expect(200);
                  admin.post("/api/v1/matrix", manyBadPlaces()).expect(400);
                  admin.get("/metrics").expect(200);
                  admin.get("/api/openapi.json").expect(200);
                }
                admin.delete("/api/v1/session").expect(204);
              }));
    }
    for (var it : done) {
      it.get();
    }
    pool.shutdown();
  }

  private static JsonObject manyBadPlaces() {
    var places = new JsonArray();
    for (int i = 0; i < 2_000; i++) {
      places.add(new JsonObject().put("type", "Point").put("coordinates", new JsonArray().add(i)));
    }
    return new JsonObject().put("sources", places).put("targets", places.copy());
  }
}
