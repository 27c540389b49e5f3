package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A unit without order is taken out of service at its card, and back in. */
class UnitServiceTest extends AtTheScreen {
  private static final String STATUS = "POST /api/v1/units/u1/status";

  @Test
  void a_unit_goes_out_of_service_with_a_reason_and_comes_back() {
    card();
    screen.on(STATUS, 200, Fixtures.unitIn("out_of_service", 2));
    screen.get("unit-out").click();
    assertThat(screen.get("unit-out-confirm")).isDisabled();
    screen.page().keyboard().type("车辆检修");
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("unit-in")).hasText("恢复待命");
    assertThat(screen.get("unit-card")).containsText("停用");
    assertThat(screen.calls(STATUS).get(0).body())
        .isEqualTo("{\"status\":\"out_of_service\",\"reason\":\"车辆检修\"}");
    screen.on(STATUS, 200, Fixtures.unitIn("available", 3));
    screen.get("unit-in").click();
    assertThat(screen.get("unit-out")).isVisible();
    assertThat(screen.calls(STATUS).get(1).body()).isEqualTo("{\"status\":\"available\"}");
  }

  @Test
  void a_refusal_is_said_on_the_card_and_the_reason_is_not_lost() {
    card();
    screen.on(
        STATUS,
        409,
        Fixtures.problem(409, "消防1号车有未完成的调派令（已受令），其状态随调派令变化", "")
            .replace("\"status\"", "\"detail\":\"请先完成或撤回该调派令。\",\"status\""));
    screen.get("unit-out").click();
    screen.page().keyboard().type("车辆检修");
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("unit-problem")).containsText("有未完成的调派令");
    assertThat(screen.get("unit-problem")).containsText("请先完成或撤回");
    assertThat(screen.page().locator("wl-unit-service [name=reason]")).hasValue("车辆检修");
    screen.get("unit-row").nth(1).click();
    assertThat(screen.get("unit-problem")).hasText("");
    assertThat(screen.get("unit-out")).isVisible();
  }

  @Test
  void a_unit_on_its_way_home_is_set_available() {
    card();
    say(
        "window.live.event('order.completed', {unit: %s}, null)"
            .formatted(Fixtures.unitIn("returning", 2)));
    assertThat(screen.get("unit-in")).hasText("转为待命");
    assertThat(screen.get("unit-out")).isVisible();
  }

  @Test
  void a_unit_with_an_order_has_no_such_buttons() {
    card();
    say(
        "window.live.event('order.sent', {order: %s, unit: %s}, null)"
            .formatted(
                Fixtures.order("o1", "u1", "消防1号车", "ordered"), Fixtures.unitIn("ordered", 2)));
    assertThat(screen.get("unit-card")).containsText("已派");
    assertThat(screen.get("unit-out")).hasCount(0);
    assertThat(screen.get("unit-in")).hasCount(0);
  }

  @Test
  void who_may_not_order_units_has_no_such_buttons() {
    screen.on("GET /api/v1/session", 200, Fixtures.SESSION.replace("dispatcher", "duty_officer"));
    card();
    assertThat(screen.get("unit-card")).isVisible();
    assertThat(screen.get("unit-out")).hasCount(0);
  }

  private void card() {
    screen.live();
    screen.get("unit-row").first().click();
    screen.get("unit-card").waitFor();
  }
}
