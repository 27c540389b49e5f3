package org.wanglou.drills.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ChanceTest {
  /** Ids of one second differ in few bits: their crews must not all take the same time. */
  @Property(tries = 50)
  void neighbouring_ids_spread_evenly(@ForAll long time, @ForAll long node) {
    var tenths = new int[10];
    for (int i = 0; i < 1_000; i++) {
      tenths[(int) (10 * Chance.share(new UUID(time + i, node), 2))]++;
    }
    // 100 each, give or take 5 standard deviations of a fair draw.
    assertThat(Arrays.stream(tenths).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(52, 148));
  }
}
