package org.wanglou.command.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestCounty;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.event.EventCatalogue;
import org.wanglou.command.event.EventLog;
import org.wanglou.gis.db.RealmId;

class ConcurrentReportsTest {
  private static final int THREADS = 30;
  private static final int EACH = 5;

  @Test
  void thirty_who_report_at_once_get_numbers_and_sequences_without_a_gap() throws Exception {
    try (var server = TestServer.start(TestCounty.withUnits(0))) {
      var desk = server.admin();
      long before = log(server).lastSeq(RealmId.REAL);
      var numbers = reports(desk);
      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, THREADS * EACH).boxed().toList());
      var seqs =
          log(server).after(RealmId.REAL, before, 10_000).stream()
              .filter(it -> it.type().equals("incident.reported"))
              .map(it -> it.seq())
              .toList();
      assertThat(seqs)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(before + 1, before + THREADS * EACH).boxed().toList());
      assertThat(desk.get("/api/v1/log/verification").expect(200).json().getBoolean("whole"))
          .isTrue();
    }
  }

  private static List<Integer> reports(TestClient client) throws Exception {
    var pool = Executors.newFixedThreadPool(THREADS);
    var done = new ArrayList<Future<List<Integer>>>();
    for (int t = 0; t < THREADS; t++) {
      done.add(
          pool.submit(
              () -> {
                var numbers = new ArrayList<Integer>();
                for (int i = 0; i < EACH; i++) {
                  // Each second one is refused in between: a refused report uses up no number.
                  if (i % 2 == 1) {
                    client
                        .post(
                            "/api/v1/incidents",
                            TestCounty.report().put("location", TestCounty.point(0, 0)))
                        .expect(422);
                  }
                  numbers.add(TestCounty.incident(client).getInteger("number"));
                }
                return numbers;
              }));
    }
    var all = new ArrayList<Integer>();
    for (var it : done) {
      all.addAll(it.get(60, TimeUnit.SECONDS));
    }
    pool.shutdown();
    return all;
  }

  private static EventLog log(TestServer server) {
    return new EventLog(server.database(), EventCatalogue.load());
  }
}
