package org.wanglou.command.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wanglou.command.live.Fix;
import org.wanglou.gis.db.RealmId;

class UnitPositionsTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final RealmId DRILL = new RealmId(UUID.randomUUID());
  private final UnitPositions positions = new UnitPositions();
  private final UUID engine = UUID.randomUUID();
  private final UUID ambulance = UUID.randomUUID();

  @Test
  void only_the_newest_fix_of_each_unit_is_pushed_and_only_once() {
    positions.moved(RealmId.REAL, List.of(fix(engine, 0), fix(engine, 5), fix(ambulance, 3)));
    positions.moved(RealmId.REAL, List.of(fix(engine, 9)));
    assertThat(positions.drain(RealmId.REAL))
        .containsExactlyInAnyOrder(fix(engine, 9), fix(ambulance, 3));
    assertThat(positions.drain(RealmId.REAL)).isEmpty();
    assertThat(positions.all(RealmId.REAL))
        .containsExactlyInAnyOrder(fix(engine, 9), fix(ambulance, 3));
  }

  @Test
  void a_late_fix_is_not_pushed() {
    positions.moved(RealmId.REAL, List.of(fix(engine, 9)));
    positions.drain(RealmId.REAL);
    positions.moved(RealmId.REAL, List.of(fix(engine, 4)));
    assertThat(positions.drain(RealmId.REAL)).isEmpty();
    assertThat(positions.all(RealmId.REAL)).containsExactly(fix(engine, 9));
  }

  @Test
  void a_drills_units_do_not_move_on_the_real_map() {
    positions.moved(DRILL, List.of(fix(engine, 1)));
    assertThat(positions.drain(RealmId.REAL)).isEmpty();
    assertThat(positions.all(RealmId.REAL)).isEmpty();
    assertThat(positions.drain(DRILL)).containsExactly(fix(engine, 1));
  }

  private static Fix fix(UUID unit, int seconds) {
    return new Fix(
        unit,
        110.9,
        36.7,
        NOON.plusSeconds(seconds),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        "http");
  }
}
