package org.wanglou.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.ogc.Tiles;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.db.TestDatabase;

class RecentCallersTest {
  private static final String COOKIE = "cookie a";
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-01T00:00:00Z"));
  private final AtomicInteger looks = new AtomicInteger();
  private TestDatabase db;
  private RecentCallers recent;

  @BeforeEach
  void open() {
    db = TestDatabase.fresh("gis", "command");
    recent = new RecentCallers(db.database(), clock());
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void within_two_seconds_the_database_is_asked_once_and_then_again() {
    for (int i = 0; i < 5; i++) {
      assertThat(recent.recognise(COOKIE, looking(found()))).isPresent();
    }
    assertThat(looks).hasValue(1);
    later(RecentCallers.MAX_AGE);
    recent.recognise(COOKIE, looking(found()));
    assertThat(looks).hasValue(2);
  }

  @Test
  void what_this_node_writes_is_seen_at_once() {
    recent.recognise(COOKIE, looking(found()));
    write();
    assertThat(recent.recognise(COOKIE, looking(Optional.empty()))).isEmpty();
  }

  @Test
  void a_look_up_that_a_write_overtakes_is_not_kept() {
    recent.recognise(
        COOKIE,
        () -> {
          write();
          return found();
        });
    assertThat(recent.recognise(COOKIE, looking(Optional.empty()))).isEmpty();
  }

  @Test
  void nobody_is_taken_for_another_and_a_stranger_is_not_remembered() {
    recent.recognise(COOKIE, looking(found()));
    assertThat(recent.recognise("cookie b", looking(Optional.empty()))).isEmpty();
    assertThat(recent.recognise("cookie b", looking(found()))).isPresent();
  }

  @Test
  void a_session_that_ends_sooner_is_not_known_beyond_its_end() {
    recent.recognise(COOKIE, looking(caller(Optional.of(now.get().plusMillis(500)))));
    later(Duration.ofMillis(500));
    assertThat(recent.recognise(COOKIE, looking(Optional.empty()))).isEmpty();
  }

  @Test
  void who_signed_out_gets_no_tile_a_moment_later() {
    try (var server = TestServer.start()) {
      var desk = server.admin();
      var tile = "/tiles/layers/village/1/8/206/99.mvt";
      assertThat(Tiles.get(server, tile, "Cookie", desk.cookie()).statusCode()).isIn(200, 307);
      desk.delete("/api/v1/session").expect(204);
      assertThat(Tiles.get(server, tile, "Cookie", desk.cookie()).statusCode()).isEqualTo(401);
    }
  }

  private void write() {
    db.database().write(RealmId.REAL, tx -> 0);
  }

  private void later(Duration time) {
    now.updateAndGet(it -> it.plus(time));
  }

  private Supplier<Optional<Caller>> looking(Optional<Caller> there) {
    return () -> {
      looks.incrementAndGet();
      return there;
    };
  }

  private static Optional<Caller> found() {
    return caller(Optional.empty());
  }

  private static Optional<Caller> caller(Optional<Instant> end) {
    var user = new User(new UUID(0, 1), "li", "李", Set.of(Role.DISPATCHER), false, false, false);
    return Optional.of(new Caller(user, user.in(RealmId.REAL), "00", Optional.empty(), end));
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now.get();
      }

      @Override
      public ZoneId getZone() {
        return ZoneId.of("UTC");
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }
}
