package org.wanglou.command.live;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.wanglou.command.app.TestCounty;
import org.wanglou.command.app.TestServer;
import org.wanglou.gis.db.Database;

/** Who is in the middle of something when the server stops. */
class StoppingTest {
  private static final int WRITERS = 4;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
    log.start();
    rootLogger().addAppender(log);
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
  }

  @AfterEach
  void stop() {
    rootLogger().detachAppender(log);
    Thread.setDefaultUncaughtExceptionHandler(null);
    server.forgetServer();
    server.close();
  }

  @Test
  void who_writes_to_the_end_is_stopped_by_the_database_and_not_by_those_who_would_hear_of_it()
      throws Exception {
    var database = server.database();
    var writers = new ArrayList<CompletableFuture<RuntimeException>>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(CompletableFuture.supplyAsync(() -> writeToTheEnd(database)));
    }
    Thread.sleep(300);
    server.server().close();
    for (var writer : writers) {
      assertThat(writer.get(10, TimeUnit.SECONDS)).isInstanceOf(JdbiException.class);
    }
    assertThat(logged()).noneMatch(it -> it.contains("RejectedExecution"));
    assertThat(uncaught).isEmpty();
  }

  private static RuntimeException writeToTheEnd(Database database) {
    try {
      while (true) {
        LiveWriter.append(database);
      }
    } catch (RuntimeException end) {
      return end;
    }
  }

  @Test
  void a_call_that_is_under_way_is_answered() throws Exception {
    var desk = server.admin();
    try (var lock = server.db().superuser().open()) {
      lock.begin();
      lock.execute("LOCK TABLE incident");
      var report = CompletableFuture.supplyAsync(() -> TestCounty.incident(desk));
      awaitSomebodyWaiting();
      var closing = CompletableFuture.runAsync(() -> server.server().close());
      Thread.sleep(500);
      lock.rollback();
      assertThat(report.get(10, TimeUnit.SECONDS)).isNotEmpty();
      closing.get(10, TimeUnit.SECONDS);
    }
  }

  private void awaitSomebodyWaiting() throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (count("SELECT count(*) FROM pg_locks WHERE NOT granted") == 0) {
      assertThat(System.nanoTime()).as("nobody waits for the lock").isLessThan(until);
      Thread.sleep(20);
    }
  }

  private long count(String query) {
    return server.db().superuser().withHandle(h -> h.createQuery(query).mapTo(Long.class).one());
  }

  private List<String> logged() {
    return List.copyOf(log.list).stream()
        .map(
            it ->
                it.getFormattedMessage()
                    + (it.getThrowableProxy() == null ? "" : it.getThrowableProxy().getClassName()))
        .toList();
  }

  private static Logger rootLogger() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
