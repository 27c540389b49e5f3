package org.wanglou.gis.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.geo.Ground;

class CoordinateTextTest {
  private static final Envelope COUNTY = new Envelope(110.6, 111.3, 36.4, 36.95);
  private static final Coordinate PLACE = new Coordinate(110.9408, 36.6933);

  /**
   * One place, as people write it; the last column says how exactly it can be written so, in
   * metres.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "110.9408,36.6933 | 0.01",
        "36.6933, 110.9408 | 0.01",
        "110.9408 36.6933 | 0.01",
        "１１０．９４０８，３６．６９３３ | 0.01",
        "E110.9408 N36.6933 | 0.01",
        "36.6933N 110.9408E | 0.01",
        "36.6933°N, 110.9408°E | 0.01",
        "东经110.9408度，北纬36.6933度 | 0.01",
        "北纬36.6933 东经110.9408 | 0.01",
        "经度：110.9408 纬度：36.6933 | 0.01",
        "lon=110.9408, lat=36.6933 | 0.01",
        "lat 36.6933 lng 110.9408 | 0.01",
        "WGS84 110.9408 36.6933 | 0.01",
        "110°56'26.88\\\" 36°41'35.88\\\" | 0.5",
        "110°56′26.88″E 36°41′35.88″N | 0.5",
        "36°41′35.88″N, 110°56′26.88″E | 0.5",
        "110度56分26.88秒，36度41分35.88秒 | 0.5",
        "东经110度56分26.88秒 北纬36度41分35.88秒 | 0.5",
        "110°56.448′ 36°41.598′ | 0.5",
        "N 36°41.598′ E 110°56.448′ | 0.5",
        "110 56 26.88 36 41 35.88 | 0.5",
        "110:56:26.88, 36:41:35.88 | 0.5",
        "110 56.448, 36 41.598 | 0.5",
        "110d56m26.88s 36d41m35.88s | 0.5",
        "494709.42 4062476.65 | 0.01",
        "4062476.65 494709.42 | 0.01",
        "37494709.42, 4062476.65 | 0.01",
        "4062476.65, 37494709.42 | 0.01",
        "X=4062476.65 Y=37494709.42 | 0.01",
        "X：4062476.65，Y：494709.42 | 0.01",
        "19494709.42 4062476.65 | 0.01"
      })
  void a_way_to_write_a_place_is_read(String text, double exactM) {
    var readings = CoordinateText.read(text.replace("\\\"", "\""), COUNTY);
    assertThat(readings).hasSize(1);
    assertThat(Ground.distanceM(readings.get(0).at(), PLACE)).isLessThan(exactM);
    assertThat(readings.get(0).inCounty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'gcj %s', GCJ-02",
    "'GCJ-02 %s', GCJ-02",
    "'gcj02:%s', GCJ-02",
    "'高德 %s', GCJ-02",
    "'%s（高德）', GCJ-02",
    "'高德坐标：%s', GCJ-02",
    "'火星坐标 %s', GCJ-02",
    "'腾讯地图 %s', GCJ-02",
    "'bd %s', BD-09",
    "'BD-09 %s', BD-09",
    "'bd09ll %s', BD-09",
    "'百度 %s', BD-09",
    "'百度坐标：%s', BD-09"
  })
  void a_word_marks_what_a_map_of_the_web_gave(String pattern, String code) {
    var given = SourceCrs.of(code).from4490(PLACE.x, PLACE.y);
    var readings = CoordinateText.read(pattern.formatted(given.x + "," + given.y), COUNTY);
    assertThat(readings).hasSize(1);
    assertThat(readings.get(0).crs()).isEqualTo(code);
    assertThat(Ground.distanceM(readings.get(0).at(), PLACE)).isLessThan(0.001);
  }

  @Test
  void without_a_word_nothing_is_taken_for_offset() {
    assertThat(CoordinateText.read("110.9408,36.6933", COUNTY))
        .extracting(Reading::crs)
        .containsExactly("EPSG:4490");
  }

  @Test
  void what_can_be_meant_in_both_orders_is_read_in_both_and_the_one_in_the_county_comes_first() {
    var liechtenstein = new Envelope(9.47, 9.64, 47.05, 47.27);
    var readings = CoordinateText.read("47.14 9.52", liechtenstein);
    assertThat(readings).hasSize(2);
    assertThat(readings.get(0).at()).isEqualTo(new Coordinate(9.52, 47.14));
    assertThat(readings.get(0).latitudeFirst()).isTrue();
    assertThat(readings.get(1).at()).isEqualTo(new Coordinate(47.14, 9.52));
    assertThat(readings.get(1).inCounty()).isFalse();
  }

  @Test
  void marked_axes_leave_no_doubt() {
    assertThat(CoordinateText.read("N47.14 E9.52", new Envelope()))
        .extracting(Reading::at)
        .containsExactly(new Coordinate(9.52, 47.14));
  }

  @Test
  void an_easting_without_zone_is_read_in_the_zones_of_the_county() {
    var east = new Envelope(112.6, 112.9, 36.4, 36.6); // zones 113 or 111 by the width
    assertThat(CoordinateText.read("494709.42 4062476.65", east))
        .extracting(Reading::crs)
        .contains("EPSG:4547", "EPSG:4546");
  }

  @Test
  void the_southern_and_the_western_half_are_read() {
    assertThat(CoordinateText.read("33°27'S 70°40'W", new Envelope()))
        .extracting(Reading::at)
        .containsExactly(new Coordinate(-70 - 40 / 60., -33.45));
    assertThat(CoordinateText.read("-70.5,-33.5", new Envelope()))
        .extracting(Reading::at)
        .contains(new Coordinate(-70.5, -33.5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "龙泉",
        "lq",
        "110.9408",
        "G209 K12+300",
        "141031100",
        "110.9408,36.6933,12",
        "110°61' 36°10'",
        "E110.9 E36.6",
        "200, 100",
        "龙泉 110.9408,36.6933 附近",
        "13800138000",
        "494709.42 7000000",
        "99494709 4062476",
        "gcj bd 110.9,36.6",
        "1 2 3",
        "2026-11-24"
      })
  void what_is_no_pair_of_coordinates_gives_no_reading(String text) {
    assertThat(CoordinateText.read(text, COUNTY)).isEmpty();
  }
}
