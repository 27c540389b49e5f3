package org.wanglou.gis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wanglou.gis.crs.SourceCrs;

/** What a file says of itself against what somebody said of it. */
class CrsHintTest {
  private static final String SWISS =
      """
      PROJCRS["CH1903+ / LV95",
          CS[Cartesian,2],
          ID["EPSG",2056]]""";

  @ParameterizedTest
  @CsvSource({
    "urn:ogc:def:crs:EPSG::4547, EPSG:4546, true",
    "urn:ogc:def:crs:EPSG::4546, EPSG:4546, false",
    "urn:ogc:def:crs:EPSG::2056, EPSG:4546, true",
    "urn:ogc:def:crs:EPSG::2056, EPSG:4490, true",
    "EPSG:4326, EPSG:4546, true",
    "EPSG:4326, GCJ-02, false",
    "EPSG:4979, EPSG:4326, false"
  })
  void another_system_than_the_files_own_is_told(String declared, String asked, boolean told) {
    assertThat(CrsHint.of(declared).contradicts(SourceCrs.of(asked))).isEqualTo(told);
  }

  @Test
  void a_system_that_is_none_of_ours_is_never_the_one_that_was_meant() {
    assertThat(CrsHint.of(SWISS).contradicts(SourceCrs.of("EPSG:4546"))).isTrue();
    assertThat(CrsHint.of(SWISS).contradicts(SourceCrs.of("EPSG:4490"))).isTrue();
  }
}
