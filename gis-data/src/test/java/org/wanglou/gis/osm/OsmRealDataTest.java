package org.wanglou.gis.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wanglou.gis.dataset.SharedData;

/** Counts that were taken from the same file by other programs. */
@Tag("realdata")
class OsmRealDataTest {
  private static OsmReader.Reading liechtenstein;

  @BeforeAll
  static void read() {
    liechtenstein =
        OsmReader.readCounted(SharedData.require(SharedData.LIECHTENSTEIN), Progress.NONE);
  }

  @Test
  void each_of_the_8271_highways_is_a_road_or_left_out_for_a_reason() {
    var tally = liechtenstein.tally();
    assertThat(tally.of("road")).isEqualTo(8_248);
    assertThat(tally.of("highway left out: platform")).isEqualTo(20);
    assertThat(tally.of("highway left out: raceway")).isEqualTo(2);
    assertThat(tally.of("highway left out: construction")).isEqualTo(1);
  }

  @Test
  void of_the_79_turn_restrictions_77_are_kept() {
    var tally = liechtenstein.tally();
    assertThat(tally.of("turn kept")).isEqualTo(77);
    assertThat(tally.of("turn left out: members missing")).isEqualTo(1);
    assertThat(tally.of("turn left out: roads not joined or not clear")).isEqualTo(1);
  }

  @Test
  void the_day_of_the_data_is_that_of_the_header() {
    assertThat(liechtenstein.dataset().dataDate()).contains(LocalDate.of(2024, 3, 4));
  }
}
