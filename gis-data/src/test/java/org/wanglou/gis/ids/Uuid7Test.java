package org.wanglou.gis.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Uuid7Test {
  private static final Clock STOPPED =
      Clock.fixed(Instant.parse("2025-03-03T08:00:00Z"), ZoneOffset.UTC);

  @Test
  void ascending_ids_sort_as_they_were_made_even_when_the_clock_stands_still() {
    var ids = Stream.generate(new Uuid7(STOPPED, new Random(7)).ascending()).limit(10_000).toList();
    var texts = ids.stream().map(Object::toString).toList(); // PostgreSQL sorts them as bytes
    assertThat(texts).isSorted().doesNotHaveDuplicates();
    assertThat(ids).allSatisfy(id -> assertThat(id.version()).isEqualTo(7));
    assertThat(ids).allSatisfy(id -> assertThat(id.variant()).isEqualTo(2));
    assertThat(ids.get(0).getMostSignificantBits() >>> 16).isEqualTo(STOPPED.millis());
  }
}
