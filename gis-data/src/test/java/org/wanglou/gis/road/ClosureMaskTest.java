package org.wanglou.gis.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClosureMaskTest {
  @Test
  void a_mask_closes_just_its_edges() {
    var mask = ClosureMask.of(IntStream.of(3, 64, 200, 64));
    assertThat(IntStream.range(0, 1000).filter(mask::closed)).containsExactly(3, 64, 200);
    assertThat(mask.count()).isEqualTo(3);
    assertThat(ClosureMask.NONE.count()).isZero();
    assertThat(ClosureMask.NONE.closed(0)).isFalse();
  }

  @Test
  void more_closures_make_another_mask_and_leave_the_first_as_it_is() {
    var first = ClosureMask.of(IntStream.of(5));
    var second = first.with(IntStream.of(6, 500));
    assertThat(IntStream.range(0, 1000).filter(first::closed)).containsExactly(5);
    assertThat(IntStream.range(0, 1000).filter(second::closed)).containsExactly(5, 6, 500);
  }
}
