package org.wanglou.command.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.command.app.TestCounty.point;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestCounty;
import org.wanglou.command.app.TestServer;
import org.wanglou.gis.db.RealmId;

class PositionsTest {
  private static TestServer server;
  private static TestClient desk;
  private static List<String> units;
  private static int taken;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private String unit;

  @BeforeAll
  static void start() {
    server = TestServer.start(TestCounty.withUnits(20));
    desk = server.admin();
    units = TestCounty.unitIds(desk);
    taken = 0;
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void takeAUnit() {
    unit = units.get(taken++);
  }

  @Test
  void a_reported_fix_is_the_units_latest_position_with_source_and_both_times() {
    var receipt =
        report(fix(now, 110.95).put("speed_kmh", 42.5).put("course_deg", 270).put("accuracy_m", 8));
    assertThat(receipt).isEqualTo(receipt(1, 0));
    var latest = latest();
    assertThat(latest.getJsonObject("location")).isEqualTo(point(110.95, 36.69));
    assertThat(Instant.parse(latest.getString("fix_at"))).isEqualTo(now);
    assertThat(Instant.parse(latest.getString("received_at"))).isAfterOrEqualTo(now);
    assertThat(latest.getDouble("speed_kmh")).isEqualTo(42.5);
    assertThat(latest.getDouble("course_deg")).isEqualTo(270);
    assertThat(latest.getDouble("accuracy_m")).isEqualTo(8);
    assertThat(latest.getString("source")).isEqualTo("http");
  }

  @Test
  void a_late_fix_goes_into_the_track_and_does_not_move_the_latest_back() {
    report(fix(now, 110.95));
    assertThat(report(fix(now.minusSeconds(60), 110.90))).isEqualTo(receipt(1, 0));
    assertThat(lon(latest())).isEqualTo(110.95);
    assertThat(track()).containsExactly(110.90, 110.95);
  }

  @Test
  void a_batch_out_of_order_ends_with_its_newest_fix() {
    report(fix(now.minusSeconds(5), 110.92), fix(now, 110.95), fix(now.minusSeconds(9), 110.91));
    assertThat(lon(latest())).isEqualTo(110.95);
    assertThat(track()).containsExactly(110.91, 110.92, 110.95);
  }

  @Test
  void duplicates_are_counted_in_a_batch_and_across_batches_and_change_nothing() {
    assertThat(report(fix(now, 110.95), fix(now, 110.99))).isEqualTo(receipt(1, 1));
    assertThat(report(fix(now, 110.97), fix(now.minusSeconds(1), 110.94))).isEqualTo(receipt(1, 1));
    assertThat(lon(latest())).isEqualTo(110.95);
  }

  @Test
  void bad_fixes_are_told_by_index_and_the_good_ones_are_kept() {
    var receipt =
        report(
            fix(now.plusSeconds(300), 110.90),
            fix(now, 110.95),
            fix(now.minus(Duration.ofDays(400)), 110.91),
            new JsonObject().put("at", now.toString()).put("location", point(36.69, 110.94)),
            new JsonObject().put("at", now.toString()).put("location", point(110.94, 97)),
            new JsonObject().put("at", now.toString()).put("location", point(181, 36)));
    assertThat(receipt.getInteger("accepted")).isEqualTo(1);
    assertThat(receipt.getJsonArray("rejected"))
        .isEqualTo(
            new JsonArray()
                .add(rejected(0, "position.in_future"))
                .add(rejected(2, "position.too_old"))
                .add(rejected(3, "location.swapped"))
                .add(rejected(4, "location.latitude_range"))
                .add(rejected(5, "location.longitude_range")));
    assertThat(lon(latest())).isEqualTo(110.95);
  }

  @Test
  void a_fix_from_the_future_does_not_freeze_the_unit() {
    report(fix(now.plus(Duration.ofDays(3650)), 110.90));
    report(fix(now, 110.95));
    assertThat(lon(latest())).isEqualTo(110.95);
  }

  @Test
  void a_device_whose_clock_is_a_little_ahead_is_believed() {
    assertThat(report(fix(now.plusSeconds(40), 110.95))).isEqualTo(receipt(1, 0));
  }

  @Test
  void fixes_of_days_long_past_find_their_partition_whoever_comes_first() throws Exception {
    var pool = Executors.newFixedThreadPool(4);
    var start = new CyclicBarrier(4);
    var done = new ArrayList<Future<Integer>>();
    for (int i = 0; i < 4; i++) {
      int second = i;
      done.add(
          pool.submit(
              () -> {
                int accepted = 0;
                for (int day = 5; day < 25; day++) {
                  var at = now.minus(Duration.ofDays(day)).plusSeconds(second);
                  start.await(30, TimeUnit.SECONDS);
                  accepted += report(fix(at, 110.90)).getInteger("accepted");
                }
                return accepted;
              }));
    }
    for (var it : done) {
      assertThat(it.get(60, TimeUnit.SECONDS)).isEqualTo(20);
    }
    pool.shutdown();
  }

  @Test
  void the_track_has_what_lies_between_two_times() {
    for (int i = 0; i < 6; i++) {
      report(fix(now.minusSeconds(60 - 10 * i), 110.90 + i / 100.0));
    }
    assertThat(track(now.minusSeconds(50), now.minusSeconds(30))).containsExactly(110.91, 110.92);
    desk.get(path("/track")).expect(400);
    desk.get(path("/track?from=yesterday")).expect(400);
    desk.get(path("/track?from=" + now + "&to=" + now.minusSeconds(5))).expect(422);
    desk.get("/api/v1/units/" + UUID.randomUUID() + "/track?from=" + now.minusSeconds(5))
        .expect(404);
  }

  @Test
  void a_long_track_comes_in_pieces_that_fit_together() {
    var begin = now.minusSeconds(3 * 4_000);
    for (int batch = 0; batch < 12; batch++) {
      var fixes = new JsonObject[1_000];
      for (int i = 0; i < fixes.length; i++) {
        fixes[i] = fix(begin.plusSeconds(batch * 1_000 + i), 110.95);
      }
      assertThat(report(fixes)).isEqualTo(receipt(1_000, 0));
    }
    var first = desk.get(path("/track?from=" + begin)).expect(200).json();
    assertThat(first.getJsonArray("results")).hasSize(UnitRoutes.MOST_FIXES);
    var rest = desk.get(path("/track?from=" + first.getString("next"))).expect(200).json();
    assertThat(rest.getJsonArray("results")).hasSize(12_000 - UnitRoutes.MOST_FIXES);
    assertThat(rest.getValue("next")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"positions\":[",
        "{\"positions\":[]}",
        "{\"positions\":[{\"at\":\"2026-01-01T00:00:00Z\"}]}",
        "{\"positions\":[{\"at\":\"now\",\"location\":{\"type\":\"Point\",\"coordinates\":[110.9,36.7]}}]}",
        "{\"positions\":[{\"at\":\"2026-01-01T00:00:00Z\",\"location\":{\"type\":\"Point\",\"coordinates\":[110.9,36.7]},"
            + "\"altitude\":1}]}",
        "{\"positions\":[{\"at\":\"2026-01-01T00:00:00Z\",\"location\":{\"type\":\"Point\",\"coordinates\":[110.9,36.7]},"
            + "\"accuracy_m\":1e300}]}",
      })
  void what_does_not_fit_the_contract_is_refused_whole(String body) {
    desk.send("POST", path("/positions"), Optional.of(body)).expect(400);
    assertThat(get().getValue("latest")).isNull();
  }

  @Test
  void a_unit_that_is_not_there_has_no_positions() {
    desk.post(
            "/api/v1/units/" + UUID.randomUUID() + "/positions",
            new JsonObject().put("positions", new JsonArray().add(fix(now, 110.95))))
        .expect(404);
  }

  @Test
  void positions_do_not_go_through_the_log() {
    long before = seq();
    report(fix(now, 110.95));
    assertThat(seq()).isEqualTo(before);
  }

  @Test
  void positions_are_stored_while_an_order_holds_the_unit() {
    server
        .db()
        .database()
        .write(
            RealmId.REAL,
            tx -> {
              UnitStore.lock(tx, UUID.fromString(unit));
              assertThat(report(fix(now, 110.95))).isEqualTo(receipt(1, 0));
              return null;
            });
  }

  private JsonObject report(JsonObject... fixes) {
    return desk.post(
            path("/positions"), new JsonObject().put("positions", new JsonArray(List.of(fixes))))
        .expect(200)
        .json();
  }

  private static JsonObject fix(Instant at, double lon) {
    return new JsonObject().put("at", at.toString()).put("location", point(lon, 36.69));
  }

  private static JsonObject receipt(int accepted, int duplicate) {
    return new JsonObject()
        .put("accepted", accepted)
        .put("duplicate", duplicate)
        .put("rejected", new JsonArray());
  }

  private static JsonObject rejected(int index, String reason) {
    return new JsonObject().put("index", index).put("reason", reason);
  }

  private List<Double> track() {
    return track(now.minusSeconds(3_600), now.plusSeconds(1));
  }

  private List<Double> track(Instant from, Instant to) {
    return desk
        .get(path("/track?from=" + from + "&to=" + to))
        .expect(200)
        .json()
        .getJsonArray("results")
        .stream()
        .map(it -> lon((JsonObject) it))
        .toList();
  }

  private JsonObject latest() {
    return get().getJsonObject("latest");
  }

  private JsonObject get() {
    return desk.get(path("")).expect(200).json();
  }

  private String path(String rest) {
    return "/api/v1/units/" + unit + rest;
  }

  private static double lon(JsonObject position) {
    return position.getJsonObject("location").getJsonArray("coordinates").getDouble(0);
  }

  private static long seq() {
    return desk.get("/api/v1/log/verification").expect(200).json().getLong("last_seq");
  }
}
