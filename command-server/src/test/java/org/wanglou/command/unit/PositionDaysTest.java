package org.wanglou.command.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.gis.db.TestDatabase;

class PositionDaysTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private TestDatabase db;
  private PositionDays days;

  @BeforeEach
  void open() {
    db = TestDatabase.fresh("gis", "command");
    days = new PositionDays(db.database(), CLOCK);
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void today_and_the_next_two_days_are_ready_and_a_second_turn_changes_nothing() {
    days.turn();
    var today = today();
    assertThat(partitions()).containsExactly(today, today.plusDays(1), today.plusDays(2));
    new PositionDays(db.database(), CLOCK).turn();
    assertThat(partitions()).hasSize(3);
  }

  @Test
  void days_over_their_time_are_dropped_whole() {
    days.turn();
    days.prepare(Set.of(today().minusDays(31), today().minusDays(20)));
    days.turn();
    assertThat(partitions()).contains(today().minusDays(31), today().minusDays(20));
    keep(20);
    days.turn();
    assertThat(partitions())
        .contains(today().minusDays(20))
        .doesNotContain(today().minusDays(31))
        .hasSize(4);
  }

  @Test
  void how_long_positions_are_kept_is_data() {
    days.turn();
    assertThat(days.keeps(Instant.now().minus(Duration.ofDays(30)))).isTrue();
    assertThat(days.keeps(Instant.now().minus(Duration.ofDays(32)))).isFalse();
    keep(7);
    days.turn();
    assertThat(days.keeps(Instant.now().minus(Duration.ofDays(30)))).isFalse();
  }

  @Test
  void the_application_cannot_make_days_that_nobody_needs() {
    days.turn();
    for (var day : List.of(today().minusDays(400), today().plusDays(30))) {
      assertThatThrownBy(() -> days.prepare(Set.of(day))).hasMessageContaining("not kept");
    }
  }

  private void keep(int keepDays) {
    db.database()
        .reference(
            tx ->
                tx.execute(
                    "UPDATE retention SET keep_days = ? WHERE subject = 'unit_position'",
                    keepDays));
  }

  private List<LocalDate> partitions() {
    return db.superuser()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT to_date(right(c.relname, 8), 'YYYYMMDD') FROM pg_inherits i"
                            + " JOIN pg_class c ON c.oid = i.inhrelid"
                            + " WHERE i.inhparent = 'unit_position'::regclass ORDER BY 1")
                    .mapTo(LocalDate.class)
                    .list());
  }

  private static LocalDate today() {
    return LocalDate.now(CLOCK.withZone(ZoneOffset.UTC));
  }
}
