package org.wanglou.ops.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.ops.client.Seat;
import org.wanglou.ops.launch.LauncherProcess;

/** The server is killed with SIGKILL while four desks send a thousand reports. */
class KilledServerTest {
  private static final int REPORTS = 1_000;
  private static final int DESKS = 4;
  private static final int ANSWERED_BEFORE_THE_KILL = 300;

  private final Map<String, String> idByTitle = new ConcurrentHashMap<>();

  @Test
  void every_answered_report_is_there_the_log_is_whole_and_clients_find_their_way(
      @TempDir Path folder) throws Exception {
    var data = folder.resolve("data");
    var follower = new Follower();
    try (var tower = LauncherProcess.start(data, "--port", "0", "--no-simulator")) {
      var seat = new Seat(tower.address(), "admin", LauncherProcess.PASSWORD);
      follower.followUntil(seat, 0);
      sendUntilKilled(tower, seat);
    }
    int answered = idByTitle.size();
    assertThat(answered).isBetween(ANSWERED_BEFORE_THE_KILL, REPORTS - 1);

    try (var tower = LauncherProcess.start(data, "--port", "0", "--no-simulator")) {
      var seat = new Seat(tower.address(), "admin", LauncherProcess.PASSWORD);
      var stored = stored(seat);
      assertThat(stored).containsAllEntriesOf(idByTitle);
      // A desk that had no answer sends again, with the key it had: nothing is there twice.
      for (int i = 0; i < REPORTS; i++) {
        report(seat, i);
      }
      assertThat(stored(seat)).hasSize(REPORTS).containsAllEntriesOf(stored);
      var newcomer = new Seat(tower.address(), "admin", LauncherProcess.PASSWORD);
      var log = seat.get("/api/v1/log/verification");
      assertThat(log.getBoolean("whole")).as(log.encode()).isTrue();

      long last = log.getLong("last_seq");
      var fresh = new Follower().followUntil(newcomer, last);
      var returned = follower.followUntil(seat, last);
      assertThat(returned.seq()).isEqualTo(last);
      assertThat(returned.picture()).isEqualTo(fresh.picture());
      assertThat(fresh.picture().get("incidents")).hasSize(REPORTS);
    }
  }

  private void sendUntilKilled(LauncherProcess tower, Seat seat) throws Exception {
    var enough = new CountDownLatch(ANSWERED_BEFORE_THE_KILL);
    var desks = Executors.newFixedThreadPool(DESKS);
    var work = new ArrayList<Future<?>>();
    for (int desk = 0; desk < DESKS; desk++) {
      int first = desk;
      work.add(
          desks.submit(
              () -> {
                for (int i = first; i < REPORTS; i += DESKS) {
                  report(seat, i);
                  enough.countDown();
                }
                return null;
              }));
    }
    assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
    tower.kill();
    desks.shutdown();
    for (var one : work) {
      assertThat(one)
          .failsWithin(60, TimeUnit.SECONDS)
          .withThrowableThat()
          .withRootCauseInstanceOf(IOException.class);
    }
  }

  private void report(Seat seat, int i) throws Exception {
    var at =
        new JsonArray().add(110.94 + (i % 50) * 0.002).add(36.69 + Math.floorDiv(i, 50) * 0.002);
    var answer =
        seat.postOnce(
            "/api/v1/incidents",
            "killed-server-" + i,
            new JsonObject()
                .put("kind", "flood")
                .put("title", "report " + i)
                .put("location", new JsonObject().put("type", "Point").put("coordinates", at)));
    idByTitle.put(answer.getString("title"), answer.getString("id"));
  }

  private static Map<String, String> stored(Seat seat) throws Exception {
    var found = new ConcurrentHashMap<String, String>();
    var page = seat.get("/api/v1/incidents?limit=400");
    while (true) {
      page.getJsonArray("results").stream()
          .map(JsonObject.class::cast)
          .forEach(it -> assertThat(found.put(it.getString("title"), it.getString("id"))).isNull());
      if (page.getString("next") == null) {
        return found;
      }
      page = seat.get("/api/v1/incidents?limit=400&cursor=" + page.getString("next"));
    }
  }
}
