package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sending whom the program did not propose, and what must be seen before sending. */
class DispatchScreenTest extends AtTheScreen {
  private static final String ORDER = "POST /api/v1/orders";
  private static final String ADVICE =
      "GET /api/v1/incidents/" + Screen.INCIDENT + "/recommendations";
  private static final String NOBODY =
      """
      {"incident_id":"%s","computed_at":"2026-05-01T06:00:00Z","elapsed_ms":40,
       "plans":[{"supplies":[],"units":[],
                 "gaps":[{"capability":"firefighting","units":2,"text":"灭火缺 2 支：道路不通 2 支"}]}],
       "alternatives":[],
       "passed_over":[
         {"unit_id":"u9","name":"消防9号车","reasons":[{"code":"x","text":"停用"}]},
         {"unit_id":"u1","name":"城关站 消防1号车","reasons":[{"code":"x","text":"道路被封闭隔断"}]},
         {"unit_id":"u2","name":"午城站 水罐1号车","reasons":[{"code":"x","text":"道路被封闭隔断"}]}]}"""
          .formatted(Screen.INCIDENT);

  @Test
  void a_unit_that_is_passed_over_can_be_sent_anyway_by_keyboard_and_the_reason_is_said() {
    screen.on(ADVICE, 200, NOBODY);
    select();
    assertThat(screen.get("accept")).isDisabled();
    assertThat(screen.get("send-anyway")).hasCount(2);
    screen.page().locator("[data-testid=send-anyway][data-unit=u1]").focus();
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("own-pick")).containsText("程序不推荐：道路被封闭隔断");
    assertThat(screen.get("send-anyway")).hasCount(1);
    assertThat(screen.get("accept")).isEnabled();
    assertThat(screen.get("accept")).isFocused();
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("against")).hasText("程序不推荐：道路被封闭隔断");
    assertThat(screen.get("sheet-gap")).containsText("灭火缺 1 支");
    screen.on(ORDER, 201, Fixtures.order("o1", "u1", "城关站 消防1号车", "ordered"));
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("order")).hasCount(1);
    assertThat(screen.get("own-pick")).hasCount(0);
    assertThat(screen.calls(ORDER))
        .singleElement()
        .satisfies(call -> assertThat(call.body()).contains("\"unit_id\":\"u1\""));
  }

  @Test
  void a_unit_is_sent_from_its_card_even_when_there_is_no_recommendation() {
    screen.on(ADVICE, 422, Fixtures.problem(422, "路网尚未就绪", ""));
    select();
    assertThat(screen.get("advice")).containsText("没有推荐也可派出");
    screen.page().locator("[data-testid=unit-row][data-unit=u2]").click();
    assertThat(screen.get("send-here")).hasText("派往 #12");
    screen.get("send-here").press("Enter");
    assertThat(screen.get("send-here")).hasAttribute("aria-pressed", "true");
    screen.get("accept").click();
    assertThat(screen.get("against")).hasText("程序不推荐：程序未作评估");
    screen.on(ORDER, 201, Fixtures.order("o2", "u2", "午城站 水罐1号车", "ordered"));
    screen.get("confirm").click();
    assertThat(screen.get("order")).hasCount(1);
    assertThat(screen.get("send-here")).hasCount(0);
  }

  @Test
  void the_card_of_a_proposed_unit_says_how_long_it_drives() {
    select();
    screen.page().locator("[data-testid=unit-row][data-unit=u1]").click();
    assertThat(screen.get("send-here")).hasText("已选派往 #12 车程 9 分");
    screen.get("send-here").click();
    assertThat(screen.page().locator("[data-testid=pick][data-unit=u1]"))
        .hasAttribute("aria-checked", "false");
  }

  @Test
  void what_is_missing_stands_above_the_list_and_is_said_again_before_sending() {
    select();
    screen.page().setViewportSize(1366, 768);
    var gap = screen.get("gap").boundingBox();
    var first = screen.get("pick").first().boundingBox();
    assertThat(gap.y + gap.height).isLessThanOrEqualTo(first.y).isLessThan(768);
    screen.page().keyboard().press("d");
    assertThat(screen.get("sheet-gap")).isInViewport();
    assertThat(screen.get("sheet-gap")).containsText("医疗缺 1 支");
  }

  @Test
  void the_sheet_says_which_incident_it_is() {
    select();
    screen.page().keyboard().press("d");
    assertThat(screen.get("sheet-to")).containsText("山洪");
    assertThat(screen.get("sheet-to")).containsText("#12");
    assertThat(screen.get("sheet-to")).containsText("未定级");
    assertThat(screen.get("sheet-to")).containsText("N 36°41.4′ E 110°55.8′");
  }

  private void select() {
    screen.live();
    say(
        "window.live.event('incident.reported', {incident: %s}, '%s')"
            .formatted(Fixtures.incident(""), Screen.INCIDENT));
    screen.get("incident-row").click();
    screen.get("incident-panel").waitFor();
    screen.page().locator("[data-testid=advice]:not([data-state=loading])").waitFor();
  }
}
