package org.wanglou.command.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wanglou.command.http.Messages;

class ReasonTest {
  private static final Reason CHOSEN = Reason.of("fills", Reason.capability("firefighting"));

  @Test
  void a_farther_unit_is_chosen_because_nearer_ones_are_in_the_plan_already() {
    assertThat(CHOSEN.text(new Messages(), Locale.ENGLISH))
        .isEqualTo("Firefighting: nearer units are already in this plan");
    assertThat(CHOSEN.text(new Messages(), Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("承担灭火（更近的单元已在本方案中）");
  }
}
