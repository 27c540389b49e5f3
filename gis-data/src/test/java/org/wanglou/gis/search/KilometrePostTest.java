package org.wanglou.gis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class KilometrePostTest {
  @ParameterizedTest
  @CsvSource({
    "G209 K12+300, g209, 12.3",
    "g209k12+300, g209, 12.3",
    "K12+300 G209, g209, 12.3",
    "G209 k12, g209, 12",
    "G209 K12.5, g209, 12.5",
    "G209 K12+5, g209, 12.005",
    "国道209线12.3公里, 国道209线, 12.3",
    "隰吉线 K7 + 080 处, 隰吉线, 7.08",
    "S328 15km, s328, 15"
  })
  void a_post_is_asked_for_like_this(String text, String road, double km) {
    assertThat(KilometrePost.asked(text)).contains(new KilometrePost.Asked(road, km));
  }

  @ParameterizedTest
  @ValueSource(strings = {"G209", "K12+300", "龙泉", "lq", "12公里", "kang", "110.9,36.7"})
  void other_texts_ask_for_no_post(String text) {
    assertThat(KilometrePost.asked(text)).isEmpty();
  }

  @Test
  void pieces_of_a_road_are_followed_from_the_start_of_the_first() throws ParseException {
    var road =
        new WKTReader()
            .read(
                "MULTILINESTRING((111 36.7, 110.9 36.7), (110.8 36.7, 110.9 36.7), (110.8 36.7, 110.7 36.7))");
    assertThat(KilometrePost.along(road, 0).x).isCloseTo(111, within(1e-9));
    assertThat(KilometrePost.along(road, 0.5).x).isCloseTo(110.85, within(1e-6));
    assertThat(KilometrePost.along(road, 1).x).isCloseTo(110.7, within(1e-9));
  }

  @Test
  void a_post_is_written_as_on_the_road() {
    assertThat(KilometrePost.written(12.3)).isEqualTo("K12+300");
    assertThat(KilometrePost.written(7.0)).isEqualTo("K7+000");
  }
}
