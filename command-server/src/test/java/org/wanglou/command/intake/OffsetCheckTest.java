package org.wanglou.command.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.fault.Fault.Detail;

/** Which coordinate system a suspicion proposes; whether there is one is tested with its finder. */
class OffsetCheckTest {
  @ParameterizedTest
  @CsvSource({
    "gcj_02,             EPSG:4490, GCJ-02",
    "gcj_02,             EPSG:4326, GCJ-02",
    "bd_09,              GCJ-02,    BD-09",
    "gcj_02_taken_off,   GCJ-02,    EPSG:4490",
    "bd_09_taken_off,    BD-09,     EPSG:4490",
  })
  void a_suspicion_proposes_the_system_it_supposes(String supposed, String said, String instead) {
    assertThat(OffsetCheck.instead(warning(supposed), Optional.of(said))).contains(instead);
  }

  @Test
  void what_was_projected_with_its_offset_is_in_no_system() {
    assertThat(OffsetCheck.instead(warning("gcj_02"), Optional.of("EPSG:4546"))).isEmpty();
  }

  @Test
  void other_warnings_propose_none() {
    var other = new Detail("/file", "import.links", List.of(3));
    assertThat(OffsetCheck.instead(other, Optional.of("EPSG:4490"))).isEmpty();
  }

  private static Detail warning(String supposed) {
    var term = new Fault.Term("import.offset_" + supposed);
    return new Detail("/crs", "import.offset", List.of(521.0, term, 40, 12.0, 88.0));
  }
}
