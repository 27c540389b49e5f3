package org.wanglou.gis.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
  @ParameterizedTest
  @CsvSource({
    "龙泉镇, 龙泉, 1, 0",
    "龙泉镇, 龙泉镇, 0, 0",
    "龙泉镇, 泉, 3, 0",
    "龙泉镇, lq, 1, 2",
    "龙泉镇, LQ, 1, 2",
    "龙泉镇, lqz, 0, 2",
    "龙泉镇, longquan, 1, 1",
    "龙泉镇, longquanzhen, 0, 1",
    "龙泉镇, longq, 1, 2",
    "龙泉镇, longqu, 1, 1",
    "龙泉镇, 龙q, 1, 2",
    "龙泉镇, lquan, 1, 2",
    "龙泉镇, quan, 3, 1",
    "龙泉镇, qz, 3, 2",
    "龙泉镇, qzh, 3, 2",
    "隰县, xx, 0, 2",
    "隰县, xixian, 0, 1",
    "午城 卫生院, wsy, 2, 2",
    "G209 国道, g209, 1, 0",
    "G209国道, guodao, 3, 1",
    "St. Anton am Arlberg, arl, 2, 0",
    "Triesenberg, berg, 3, 0",
    "重庆路, cq, 1, 2", // the character has two readings
    "重庆路, zq, 1, 2",
    "长寿村, zhangshou, 1, 1",
    "长寿村, chang, 1, 1",
    "单家庄, sjz, 0, 2",
    "单家庄, djz, 0, 2",
    "绿水沟, lv, 1, 1",
    "绿水沟, lu, 1, 1",
    "Ｇ２０９, g209, 0, 0"
  })
  void a_name_is_found_by(String name, String typed, int where, int how) {
    assertThat(match(name, typed)).isEqualTo(new Match(where, how));
  }

  @ParameterizedTest
  @CsvSource({
    "龙泉镇, ql",
    "龙泉镇, ongq", // no syllable begins there
    "龙泉镇, longquanzhenx",
    "龙泉镇, lqx",
    "龙泉镇, 龙镇",
    "隰县, 110.9",
    "龙泉, hui"
  })
  void a_name_is_not_found_by(String name, String typed) {
    assertThat(match(name, typed)).isNull();
  }

  private static Match match(String name, String typed) {
    var characters = Folding.fold(name).toCharArray();
    return new Matcher(Folding.fold(typed)).best(characters, 0, characters.length);
  }
}
