package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import org.junit.jupiter.api.Test;

/** What a dispatcher does at the screen, in a real Chromium before a server of prepared answers. */
class ScreenTest extends AtTheScreen {
  private static final String REPORT = "POST /api/v1/incidents";
  private static final String ORDER = "POST /api/v1/orders";

  @Test
  void the_first_sign_in_asks_for_a_new_password_and_then_opens_the_map() {
    screen
        .on("GET /api/v1/session", 401, Fixtures.problem(401, "请先登录", ""))
        .on(
            "POST /api/v1/session",
            200,
            Fixtures.SESSION.replace("\"roles\"", "\"must_change_password\":true,\"roles\""))
        .on("POST /api/v1/session/password", 204, "")
        .open();
    var page = screen.page();
    page.fill("[name=username]", "li");
    page.fill("[name=password]", "one-time");
    page.keyboard().press("Enter");
    page.fill("[name=new]", "kanshan dao hu");
    page.fill("[name=again]", "kanshan dao");
    page.keyboard().press("Enter");
    assertThat(screen.get("sign-in-problem")).hasText("两次输入不一致");
    page.fill("[name=again]", "kanshan dao hu");
    screen.on("GET /api/v1/session", 200, Fixtures.SESSION);
    page.keyboard().press("Enter");
    assertThat(screen.get("map")).isVisible();
    assertThat(screen.calls("POST /api/v1/session/password"))
        .singleElement()
        .satisfies(call -> assertThat(call.body()).contains("\"old_password\":\"one-time\""))
        .satisfies(call -> assertThat(call.headers()).containsEntry("x-csrf-token", "csrf-1"));
  }

  @Test
  void a_refused_sign_in_says_why() {
    screen
        .on("GET /api/v1/session", 401, Fixtures.problem(401, "请先登录", ""))
        .on("POST /api/v1/session", 401, Fixtures.problem(401, "用户名或密码不对", ""))
        .open();
    screen.page().fill("[name=username]", "li");
    screen.page().fill("[name=password]", "wrong");
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("sign-in-problem")).hasText("用户名或密码不对");
  }

  @Test
  void with_nothing_open_the_screen_says_so_and_marks_what_is_synthetic() {
    screen.live();
    assertThat(screen.get("no-incidents")).containsText("目前无警情");
    assertThat(screen.get("synthetic")).containsText("SYNTHETIC");
    assertThat(screen.get("unit-row")).hasCount(2);
  }

  @Test
  void an_incident_is_reported_by_keyboard_alone() {
    report();
    assertThat(screen.get("incident-panel")).isVisible();
    assertThat(screen.get("pick")).hasCount(2);
    assertThat(screen.get("gap")).containsText("缺 1 个医疗单元");
    assertThat(screen.calls(REPORT))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call.body())
                    .contains("\"kind\":\"flash_flood\"", "\"people\":3", "[110.93,36.69]")
                    .contains("\"caller_phone\":\"13900002210\"")
                    .contains("\"title\":\"河东村山洪 3人被困\""))
        .satisfies(call -> assertThat(call.headers().get("idempotency-key")).hasSize(36));
  }

  @Test
  void a_refused_field_shows_the_message_beside_it_and_nothing_typed_is_lost() {
    screen.on(
        REPORT,
        422,
        Fixtures.problem(
            422, "位置不在县域内", "{\"pointer\":\"/location\",\"code\":\"x\",\"message\":\"经纬度可能颠倒\"}"));
    screen.live();
    type();
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("problem-location")).hasText("经纬度可能颠倒");
    assertThat(screen.page().locator("[name=title]")).hasValue("河东村山洪 3人被困 13900002210");
  }

  @Test
  void a_draft_is_there_again_after_the_page_was_closed() {
    screen.live();
    type();
    screen.live();
    screen.page().keyboard().press("n");
    screen.get("report-form").waitFor();
    assertThat(screen.page().locator("[name=title]")).hasValue("河东村山洪 3人被困 13900002210");
    assertThat(screen.page().locator("[name=kind]:checked")).hasValue("flash_flood");
  }

  @Test
  void two_clicks_send_the_plan_and_a_conflict_leaves_the_other_order_untouched() {
    report();
    screen.on(ORDER, 409, Fixtures.problem(409, "消防1号车已有未完成的调派令", ""));
    screen.get("accept").click();
    screen.get("confirm").click();
    assertThat(screen.get("sheet-problem")).containsText("2 个未下达");
    assertThat(screen.get("sheet-unit").first()).containsText("消防1号车已有未完成的调派令");
    assertThat(screen.calls(ORDER)).hasSize(2);
    screen.on(ORDER, 201, Fixtures.order("o2", "u2", "水罐1号车", "ordered"));
    screen.get("confirm").click();
    assertThat(screen.get("sheet")).hasCount(0);
    assertThat(screen.get("order")).hasCount(1);
    var keys =
        screen.calls(ORDER).stream()
            .map(call -> call.body() + call.headers().get("idempotency-key"))
            .distinct();
    assertThat(keys).as("a repeat uses the same key").hasSize(2);
  }

  @Test
  void digits_choose_units_and_only_the_chosen_are_ordered() {
    report();
    screen.get("pick").first().waitFor();
    screen.page().keyboard().press("1");
    screen.on(ORDER, 201, Fixtures.order("o2", "u2", "水罐1号车", "ordered"));
    screen.page().keyboard().press("d");
    assertThat(screen.get("sheet-unit")).hasCount(1);
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("order")).hasCount(1);
    assertThat(screen.calls(ORDER))
        .singleElement()
        .satisfies(call -> assertThat(call.body()).contains("\"unit_id\":\"u2\""));
  }

  @Test
  void an_order_without_answer_for_a_minute_gets_a_badge_and_the_telephone() {
    report();
    say(
        "window.live.event('order.sent', {order: %s}, '%s')"
            .formatted(Fixtures.order("o1", "u1", "消防1号车", "ordered"), Screen.INCIDENT));
    assertThat(screen.get("unanswered")).containsText("未回执 01:1");
    assertThat(screen.get("order")).containsText("13800000001");
    assertThat(screen.get("count-unanswered")).containsText("1");
    assertThat(screen.get("timeline").locator("li")).hasCount(1);
    screen.on(
        "POST /api/v1/orders/o1/acknowledge",
        200,
        Fixtures.order("o1", "u1", "消防1号车", "acknowledged"));
    screen.get("step-acknowledge").click();
    assertThat(screen.get("step-depart")).isVisible();
  }

  @Test
  void a_countermand_needs_a_reason() {
    report();
    say(
        "window.live.event('order.sent', {order: %s}, '%s')"
            .formatted(Fixtures.order("o1", "u1", "消防1号车", "en_route"), Screen.INCIDENT));
    screen.get("countermand").click();
    assertThat(screen.get("countermand-confirm")).isDisabled();
    screen.page().keyboard().type("误报");
    screen.on(
        "POST /api/v1/orders/o1/countermand",
        200,
        Fixtures.order("o1", "u1", "消防1号车", "countermanded"));
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("ended-orders")).containsText("已结束 1");
    screen.get("ended-orders").locator("summary").click();
    assertThat(screen.page().locator("[data-testid=order][data-state=countermanded]")).isVisible();
    assertThat(screen.calls("POST /api/v1/orders/o1/countermand").get(0).body()).contains("误报");
  }

  @Test
  void a_lost_link_is_said_after_five_seconds_and_dispatch_goes_by_telephone() {
    report();
    screen.away(true);
    assertThat(screen.get("link-strip")).isVisible(new IsVisibleOptions().setTimeout(9000));
    assertThat(screen.get("link-strip")).containsText("数据停更 00:0");
    assertThat(screen.get("accept")).containsText("电话派出");
    screen.get("accept").click();
    assertThat(screen.get("sheet")).containsText("13800000001");
    screen.page().keyboard().press("Escape");
    screen.away(false);
    assertThat(screen.get("link-strip")).not().isVisible(new IsVisibleOptions().setTimeout(12_000));
    assertThat(screen.get("toasts"))
        .containsText("断线期间 0 条变化", new ContainsTextOptions().setTimeout(5000));
  }

  @Test
  void without_a_link_and_without_a_recommendation_the_nearest_free_units_are_called() {
    screen.on(
        "GET /api/v1/incidents/" + Screen.INCIDENT + "/recommendations",
        503,
        Fixtures.problem(503, "路网尚未就绪", ""));
    report();
    assertThat(screen.get("advice")).containsText("路网尚未就绪");
    screen.away(true);
    assertThat(screen.get("accept"))
        .containsText("电话派出", new ContainsTextOptions().setTimeout(9000));
    screen.page().keyboard().press("d");
    assertThat(screen.get("sheet-unit")).hasCount(2);
    assertThat(screen.get("sheet")).containsText("13800000002");
  }

  @Test
  void a_report_without_answer_waits_and_is_sent_with_the_same_key_when_the_link_is_back() {
    screen.on(REPORT, 201, Fixtures.incident(""));
    screen.live();
    type();
    screen.away(true);
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("outbox")).containsText("待发 1");
    assertThat(screen.get("link-strip")).isVisible(new IsVisibleOptions().setTimeout(9000));
    screen.away(false);
    assertThat(screen.get("incident-row")).isVisible(new IsVisibleOptions().setTimeout(12_000));
    assertThat(screen.get("outbox")).hasCount(0);
    assertThat(
            screen.calls(REPORT).stream()
                .map(call -> call.headers().get("idempotency-key"))
                .distinct())
        .hasSize(1);
  }

  @Test
  void a_road_is_closed_by_showing_it_first_and_the_orders_it_hits_are_named() {
    screen.on(
        "GET /api/v1/roads/nearest",
        200,
        """
        {"edge_id":7,"geometry":{"type":"LineString","coordinates":[[110.9,36.7],[110.91,36.7]]},
         "name":"河东路","ref":"X214","road_class":"secondary","snap_m":3,
         "snapped":{"type":"Point","coordinates":[110.905,36.7]}}""");
    screen.on(
        "POST /api/v1/closures",
        201,
        """
        {"closure":{"id":"c1","geometry":{"type":"Point","coordinates":[110.905,36.7]},
          "stretches":{"type":"MultiLineString","coordinates":[[[110.9,36.7],[110.91,36.7]]]},
          "roads":[{"name":"河东路","ref":"X214","road_class":"secondary"}],
          "reason":"塌方","reported_by":"li","from":"2026-05-01T06:00:00Z"},
         "orders_affected":[{"order_id":"o1","unit_id":"u1","unit_name":"消防1号车"}]}""");
    screen.live();
    screen.page().keyboard().press("c");
    screen.get("map").click();
    assertThat(screen.get("toasts")).containsText("已放大地图");
    assertThat(screen.calls("GET /api/v1/roads/nearest")).isEmpty();
    screen.page().waitForTimeout(600); // the map glides
    screen.get("map").click();
    assertThat(screen.get("stretch")).containsText("X214 河东路");
    screen.page().keyboard().type("塌方");
    screen.page().locator("[name=hours][value='3']").check();
    screen.page().locator("[name=reason]").focus();
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("toasts")).containsText("影响 1 个调派令：消防1号车");
    assertThat(screen.get("closure")).containsText("塌方");
    assertThat(screen.get("closure-roads")).containsText("X214 河东路");
    assertThat(screen.get("closure-sign")).isVisible();
    screen.get("locate").click();
    assertThat(screen.calls("POST /api/v1/closures").get(0).body())
        .contains("[110.905,36.7]", "\"until\":\"20");
  }

  @Test
  void an_ended_session_leads_to_sign_in_and_says_that_nothing_is_lost() {
    screen.live();
    screen.on("GET /api/v1/session", 401, Fixtures.problem(401, "请先登录", ""));
    say("window.live.socket.onclose({code: 4401})");
    assertThat(screen.page().getByText("会话已结束")).isVisible();
  }

  @Test
  void keys_are_letters_while_somebody_writes() {
    screen.live();
    screen.page().keyboard().press("n");
    screen.page().keyboard().type("c?nl");
    assertThat(screen.page().locator("[name=title]")).hasValue("c?nl");
    assertThat(screen.get("help")).hasCount(0);
    screen.page().keyboard().press("Escape");
    screen.page().keyboard().press("?");
    assertThat(screen.get("help")).isVisible();
  }

  @Test
  void language_and_colours_change_at_once_and_stay() {
    screen.live();
    screen.page().getByText("English").click();
    assertThat(screen.get("no-incidents")).containsText("No open incidents");
    screen.get("theme").click();
    screen.page().reload();
    assertThat(screen.get("no-incidents")).containsText("No open incidents");
    assertThat(screen.page().locator("html")).hasAttribute("data-theme", "night");
  }

  private void report() {
    screen.on(REPORT, 201, Fixtures.incident(""));
    screen.live();
    type();
    screen.page().keyboard().press("Enter");
    screen.get("incident-panel").waitFor();
  }

  /** One line, Tab to the coordinates; no mouse. */
  private void type() {
    var page = screen.page();
    page.keyboard().press("n");
    screen.get("report-form").waitFor();
    page.keyboard().type("河东村山洪 3人被困 13900002210");
    page.locator("[name=coordinates]").focus();
    page.keyboard().type("110.93, 36.69");
  }
}
