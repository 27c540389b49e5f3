package org.wanglou.drills.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PatrolTest {
  private static final Place BASE = Place.standing(110.93, 36.69);

  @Property
  void stops_lie_about_the_base_and_are_the_same_when_asked_again(
      @ForAll long id, @ForAll @IntRange(min = 0, max = 1_000) int n) {
    var stop = patrol(id).stop(n);
    assertThat(stop).isEqualTo(patrol(id).stop(n));
    if (n % 4 == 3) {
      assertThat(stop).isEqualTo(BASE);
    } else {
      assertThat(stop.distanceM(BASE)).isBetween(1_199.0, 4_001.0);
    }
    assertThat(patrol(id).pause(n).toSeconds()).isBetween(5L, 20L);
  }

  @Example
  void two_units_go_different_rounds() {
    assertThat(patrol(1).stop(0).distanceM(patrol(2).stop(0))).isGreaterThan(100);
  }

  private static Patrol patrol(long id) {
    return new Patrol(new UUID(id, 9), BASE);
  }
}
