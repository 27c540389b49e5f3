package org.wanglou.command.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wanglou.command.http.Messages;

class ReasonTest {
  private static final Reason CHOSEN = Reason.of("fills", Reason.capability("firefighting"));

  @Test
  void a_farther_unit_is_chosen_because_a_nearer_one_has_another_need_of_the_same_incident() {
    assertThat(CHOSEN.text(new Messages(), Locale.ENGLISH))
        .isEqualTo("Firefighting: a nearer unit is chosen for another need of this incident");
    assertThat(CHOSEN.text(new Messages(), Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("承担灭火（更近的单元已选作本突发事件的其他任务）");
  }
}
