package org.wanglou.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Instant LIFTED = Instant.parse("2026-03-05T18:04:09Z");
  private final Messages messages = new Messages();

  @Test
  void a_time_is_that_of_the_readers_clock_in_the_readers_form() {
    assertThat(lifted(Reader.of("zh-CN", "Asia/Shanghai")))
        .isEqualTo("该封闭已于 2026年3月6日 02:04:09 解除");
    assertThat(lifted(Reader.of("en", "Asia/Shanghai")))
        .isEqualTo("The closure was lifted at 6 Mar 2026 02:04:09");
    assertThat(lifted(Reader.of("en", "Europe/Vaduz")))
        .isEqualTo("The closure was lifted at 5 Mar 2026 19:04:09");
  }

  @Test
  void who_does_not_tell_the_zone_reads_which_one_it_is() {
    var offset = ZoneId.systemDefault().getRules().getOffset(LIFTED);
    var named = " (UTC" + (offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId()) + ")";
    for (var unknown : new String[] {null, "", "Moon/Mare_Imbrium"}) {
      assertThat(lifted(Reader.of("en", unknown))).contains(named);
    }
  }

  private String lifted(Reader reader) {
    return messages.text(reader, "closure.already_lifted", List.of(LIFTED));
  }
}
