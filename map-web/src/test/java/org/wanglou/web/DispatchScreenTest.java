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

  private static final String ROUTED =
      Fixtures.order("o1", "u1", "城关站 消防1号车", "%s")
          .replace(
              "\"route\":null",
              "\"departed_at\":%s,\"route\":{\"type\":\"LineString\",\"coordinates\":"
                  + "[[110.9,36.7],[110.91,36.7],[110.92,36.7],[110.93,36.69]]}");
  private final String closure =
      """
      {"id":"c1","geometry":{"type":"Point","coordinates":[110.915,36.7]},"lifted_at":%%s,
       "stretches":{"type":"MultiLineString","coordinates":[[[110.91,36.7],[110.92,36.7]]]},
       "reason":"塌方","reported_by":"wang","from":"%s"}"""
          .formatted(java.time.Instant.now());

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
  void how_long_a_unit_put_in_by_hand_drives_is_asked_for_and_said() {
    screen.on(ADVICE, 200, NOBODY);
    select();
    screen.on("POST /api/v1/routes", 200, "{\"duration_s\":1500,\"distance_m\":19000}");
    screen.page().locator("[data-testid=send-anyway][data-unit=u1]").click();
    assertThat(screen.get("own-pick").locator(".eta")).hasText("25 分");
    assertThat(screen.calls("POST /api/v1/routes"))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call.body())
                    .contains("[110.9,36.7]", "[110.93,36.69]", "\"fire_engine\""));
    screen.get("accept").click();
    assertThat(screen.get("sheet-unit").locator(".eta")).hasText("25 分");
  }

  @Test
  void a_unit_that_finds_no_way_is_put_in_without_a_driving_time() {
    screen.on(ADVICE, 200, NOBODY);
    select();
    screen.on("POST /api/v1/routes", 422, Fixtures.problem(422, "道路被封闭隔断", ""));
    screen.page().locator("[data-testid=send-anyway][data-unit=u1]").click();
    assertThat(screen.get("own-pick").locator(".eta")).hasText("—");
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
    assertThat(screen.get("sheet-gap")).containsText("医疗救护缺 1 支");
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

  @Test
  void the_sheet_says_how_many_go() {
    select();
    screen.page().keyboard().press("d");
    assertThat(screen.get("sheet").locator("h2")).hasText("确认派出 2 支");
    assertThat(screen.get("confirm")).hasText("确认派出 2 支 Enter");
    screen.page().keyboard().press("Escape");
    screen.page().getByText("English").click();
    screen.get("pick").first().click();
    screen.page().keyboard().press("d");
    assertThat(screen.get("sheet").locator("h2")).hasText("Send 1 unit");
    assertThat(screen.get("confirm")).hasText("Send 1 unit Enter");
  }

  @Test
  void a_closure_on_the_way_of_a_unit_is_said_and_stays_until_it_is_lifted() {
    select();
    event("order.sent", "order", ROUTED.formatted("en_route", "null"));
    event("order.departed", "order", ROUTED.formatted("en_route", "\"2026-05-01T06:00:00Z\""));
    assertThat(screen.get("order")).containsText("预计 14:09 到");
    event("closure.set", "closure", closure.formatted("null"));
    assertThat(screen.get("toasts")).containsText("道路封闭（塌方）影响 1 个调派令：城关站 消防1号车");
    assertThat(screen.get("cut")).hasText("路线已封闭 · 预计待定");
    assertThat(screen.get("orders-cut")).hasText("1 支路线被封");
    assertThat(screen.get("incident-cut")).hasText("1 支路线被封");
    assertThat(screen.page().locator("[data-testid=unit-row][data-unit=u1]")).containsText("路线已封闭");
    assertThat(screen.page().locator(".route-underway.is-cut")).hasCount(1);
    event("closure.lifted", "closure", closure.formatted("\"" + java.time.Instant.now() + "\""));
    assertThat(screen.get("cut")).hasCount(0);
    assertThat(screen.get("order")).containsText("预计 14:09 到");
    assertThat(screen.page().locator(".route-underway.is-cut")).hasCount(0);
  }

  @Test
  void whoever_only_watches_gets_no_toast_but_sees_it() {
    screen.on(
        "GET /api/v1/session", 200, Fixtures.SESSION.replace("\"dispatcher\"", "\"observer\""));
    select();
    event("order.sent", "order", ROUTED.formatted("en_route", "null"));
    event("closure.set", "closure", closure.formatted("null"));
    assertThat(screen.get("cut")).isVisible();
    assertThat(screen.get("toasts").locator("p")).hasCount(0);
  }

  @Test
  void before_a_unit_has_left_the_driving_time_is_said_and_no_clock_time() {
    select();
    event("order.sent", "order", Fixtures.order("o1", "u1", "城关站 消防1号车", "acknowledged"));
    assertThat(screen.get("order")).containsText("车程 9 分");
    assertThat(screen.get("order")).not().containsText("预计");
  }

  @Test
  void incidents_to_which_nobody_was_sent_are_counted_in_the_header() {
    select();
    assertThat(screen.get("count-waiting")).hasText("待派1");
    event("order.sent", "order", Fixtures.order("o1", "u1", "城关站 消防1号车", "ordered"));
    assertThat(screen.get("count-waiting")).hasText("待派0");
  }

  @Test
  void a_long_name_pushes_nothing_out_of_the_header_on_a_small_screen() {
    screen.on(
        "GET /api/v1/session",
        200,
        Fixtures.SESSION.replace("李某", "隰县应急管理局指挥中心值班调度员李某某".repeat(3)));
    screen.page().setViewportSize(1366, 768);
    select();
    headerFits();
    screen.page().getByText("English").click();
    headerFits();
  }

  private void headerFits() {
    var header = screen.page().locator("header.top");
    var menu = screen.get("user-menu").boundingBox();
    assertThat(menu.x + menu.width).isLessThanOrEqualTo(1366);
    assertThat(header.boundingBox().height).isEqualTo(44);
    assertThat(header.evaluate("it => it.scrollWidth - it.clientWidth")).isEqualTo(0);
    assertThat(screen.get("clock")).isInViewport();
  }

  private void event(String name, String what, String json) {
    say("window.live.event('%s', {%s: %s}, '%s')".formatted(name, what, json, Screen.INCIDENT));
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
