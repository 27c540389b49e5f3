package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.web.EditFixtures.BREAK;
import static org.wanglou.web.EditFixtures.BREAKS;
import static org.wanglou.web.EditFixtures.BREAK_LINE;
import static org.wanglou.web.EditFixtures.THEIR_LINE;
import static org.wanglou.web.EditFixtures.collection;
import static org.wanglou.web.EditFixtures.fireBreak;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drawing and changing features of the county's layers. */
class EditingScreenTest extends AtTheScreen {
  private static final String PATCH = "PATCH " + BREAK;
  private static final String POST = "POST " + BREAKS;
  private Drawn hand;

  @BeforeEach
  void layers() {
    hand = new Drawn(screen);
    EditFixtures.on(screen);
  }

  @Test
  void a_fire_break_is_reshaped_taken_back_done_again_and_sent_with_its_reason() {
    edit();
    assertThat(screen.get("vertex")).hasCount(3);
    hand.dragBy(screen.get("middle").first(), 30, -80);
    assertThat(screen.get("vertex")).hasCount(4);
    var longer = measure();
    screen.page().keyboard().press("Control+z");
    assertThat(screen.get("vertex")).hasCount(3);
    assertThat(screen.get("undo")).isDisabled();
    screen.page().keyboard().press("Control+Shift+z");
    assertThat(screen.get("vertex")).hasCount(4);
    assertThat(screen.get("measure")).hasText(longer);
    screen.page().fill("[name='attributes/width_m']", "25");
    screen.get("feature-send").click();
    assertThat(screen.get("problem-reason")).hasText("不能为空");
    screen.page().fill("[name=reason]", "重新测量");
    screen.on(PATCH, 200, fireBreak(BREAK_LINE, "25", 4, "li"));
    screen.get("feature-send").click();
    assertThat(screen.get("feature-form")).hasCount(0);
    assertThat(screen.calls(PATCH))
        .singleElement()
        .satisfies(call -> assertThat(call.headers()).containsEntry("if-match", "\"3\""))
        .satisfies(
            call ->
                assertThat(call.body())
                    .contains("\"reason\":\"重新测量\"", "\"width_m\":25", "\"LineString\"")
                    .doesNotContain("condition", "\"name\""));
    assertThat(coordinates(screen.calls(PATCH).get(0).body())).hasSize(4);
  }

  @Test
  void a_vertex_is_removed_with_the_right_button_and_moved_with_the_arrow_keys() {
    edit();
    screen.get("vertex").nth(1).focus();
    var before = measure();
    screen.page().keyboard().press("Shift+ArrowUp");
    assertThat(screen.get("measure")).not().hasText(before);
    screen
        .get("vertex")
        .nth(1)
        .click(
            new Locator.ClickOptions()
                .setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
    assertThat(screen.get("vertex")).hasCount(2);
    screen.get("undo").click();
    screen.get("undo").click();
    assertThat(screen.get("measure")).hasText(before);
  }

  @Test
  void a_new_line_is_drawn_by_clicks_joins_what_is_near_and_with_alt_stays_where_it_is() {
    begin("fire_break", "line");
    hand.clickBeside(110.70, 36.60, 6, 5);
    hand.click(110.66, 36.56);
    screen.page().keyboard().down("Alt");
    hand.clickBeside(110.80, 36.60, 6, 5);
    screen.page().keyboard().up("Alt");
    screen.get("finish-path").click();
    fill("南坡隔离带", "8");
    screen.on(POST, 201, fireBreak(BREAK_LINE, "8", 1, "li"));
    screen.get("feature-send").click();
    assertThat(screen.get("feature-form")).hasCount(0);
    var sent = screen.calls(POST).get(0);
    assertThat(sent.headers()).containsKey("idempotency-key");
    assertThat(sent.body()).contains("\"coordinates\":[[110.7,36.6],").doesNotContain("[110.8,");
    assertThat(sent.body()).contains("\"provenance\":\"REPORTED\"", "\"name\":\"南坡隔离带\"");
  }

  @Test
  void an_area_that_crosses_itself_is_shown_and_not_sent() {
    begin("forest", "polygon");
    hand.click(111.00, 36.80);
    hand.click(111.04, 36.80);
    hand.click(111.04, 36.83);
    hand.click(111.00, 36.83);
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("measure")).containsText("km²");
    hand.drag(screen.get("vertex").first(), 111.07, 36.82);
    assertThat(screen.get("crossing")).hasCount(1);
    fill("新林班", null);
    screen.get("feature-send").click();
    assertThat(screen.get("problem-geometry")).containsText("自相交");
    assertThat(screen.calls("POST /api/v1/layers/forest/features")).isEmpty();
    screen.get("undo").click();
    assertThat(screen.get("crossing")).hasCount(0);
  }

  @Test
  void what_is_drawn_and_typed_survives_a_reload_with_its_steps() {
    begin("fire_break", "line");
    hand.click(111.00, 36.80);
    hand.click(111.04, 36.83);
    screen.page().keyboard().press("Enter");
    screen.page().fill("[name=name]", "南坡");
    var drawn = measure();
    screen.page().reload();
    screen.page().locator("[data-testid=link-state][data-state=live]").waitFor();
    screen.get("editing-tool").click();
    assertThat(screen.get("feature-draft")).containsText("南坡");
    screen.get("draft-continue").click();
    assertThat(screen.get("measure")).hasText(drawn);
    assertThat(screen.page().locator("[name=name]")).hasValue("南坡");
    screen.get("undo").click();
    assertThat(screen.get("vertex")).hasCount(1);
    screen.get("feature-drop").click();
    screen.get("editing-tool").click();
    assertThat(screen.get("feature-draft")).hasCount(0);
  }

  @Test
  void a_shape_is_typed_without_a_mouse_and_a_line_that_is_no_place_is_named() {
    begin("fire_break", "line");
    screen.get("coordinate-list").press("Enter");
    screen.page().fill("[name=vertices]", "110.80, 36.60\n这里");
    assertThat(screen.get("problem-vertices")).containsText("第 2 行");
    screen.page().fill("[name=vertices]", "110.80, 36.60\nN 36°37.2′ E 110°48.0′");
    screen.page().keyboard().press("Tab");
    assertThat(screen.get("measure")).hasText(Pattern.compile("2\\.2\\d\\d km.*"));
    assertThat(screen.get("vertex")).hasCount(2);
  }

  @Test
  void what_the_server_refuses_stands_at_its_field_and_nothing_is_lost() {
    edit();
    screen.page().fill("[name='attributes/width_m']", "9000");
    screen.page().fill("[name=reason]", "试");
    screen.on(
        PATCH,
        422,
        Fixtures.problem(
            422,
            "宽度过大",
            "{\"pointer\":\"/attributes/width_m\",\"code\":\"x\",\"message\":\"宽度过大\"}"));
    screen.get("feature-send").click();
    assertThat(screen.get("problem-attributes/width_m")).hasText("宽度过大");
    assertThat(screen.page().locator("[name='attributes/width_m']")).isFocused();
    assertThat(screen.page().locator("[name='attributes/width_m']")).hasValue("9000");
  }

  @Test
  void who_was_faster_is_named_both_versions_stand_side_by_side_and_each_field_is_chosen() {
    edit();
    hand.dragBy(screen.get("vertex").nth(1), 40, 60);
    screen.page().fill("[name='attributes/width_m']", "25");
    screen.page().fill("[name=reason]", "重新测量");
    var theirs = fireBreak(THEIR_LINE, "28", 4, "wang").replace("\"good\"", "\"poor\"");
    screen.on(
        PATCH,
        409,
        "{\"type\":\"urn:x\",\"title\":\"王某 已修改\",\"status\":409,\"errors\":[],\"current\":"
            + theirs
            + "}");
    screen.get("feature-send").click();
    assertThat(screen.get("clashes")).containsText("wang");
    assertThat(screen.get("clash")).hasCount(2);
    assertThat(clash("attributes/width_m")).containsText("25 m");
    assertThat(clash("attributes/width_m")).containsText("28 m");
    assertThat(screen.page().locator(".ghost.is-theirs")).hasCount(1);
    assertThat(screen.page().locator("[name='attributes/condition']")).hasValue("poor");
    screen.get("feature-send").click();
    assertThat(screen.page().locator(".clash.is-open")).hasCount(2);
    assertThat(screen.calls(PATCH)).hasSize(1);
    clash("geometry").getByTestId("take-theirs").check();
    clash("attributes/width_m").getByTestId("take-mine").check();
    screen.on(PATCH, 200, fireBreak(THEIR_LINE, "25", 5, "li"));
    screen.get("feature-send").click();
    assertThat(screen.get("feature-form")).hasCount(0);
    var second = screen.calls(PATCH).get(1);
    assertThat(second.headers()).containsEntry("if-match", "\"4\"");
    assertThat(second.body())
        .contains("\"width_m\":25")
        .doesNotContain("geometry", "condition", "28");
  }

  @Test
  void somebody_elses_change_is_told_while_the_form_is_open() {
    edit();
    screen.page().fill("[name='attributes/width_m']", "25");
    say(
        "window.live.event('feature.changed', {layer: 'fire_break', id: 'b1', feature: %s})"
            .formatted(fireBreak(BREAK_LINE, "28", 4, "wang")));
    assertThat(screen.get("clash")).hasCount(1);
    say("window.live.event('feature.removed', {layer: 'fire_break', id: 'b1'})");
    assertThat(screen.get("feature-gone")).isVisible();
    assertThat(screen.page().locator("[name='attributes/width_m']")).hasValue("25");
  }

  @Test
  void who_may_only_look_finds_the_history_but_nothing_to_edit() {
    screen.on("GET /api/v1/session", 200, Fixtures.SESSION.replace("dispatcher", "observer"));
    screen.live();
    hand.showLayers();
    assertThat(screen.get("editing-tool")).hasCount(0);
    hand.click(110.72, 36.62);
    assertThat(screen.get("feature-history")).isVisible();
    assertThat(screen.get("feature-edit")).hasCount(0);
  }

  private void edit() {
    screen.live();
    hand.showLayers();
    hand.click(110.72, 36.62);
    screen.get("feature-edit").click();
    screen.get("feature-form").waitFor();
    // The map moves to the feature first.
    screen.page().waitForTimeout(400);
  }

  private void begin(String layer, String kind) {
    screen.on("GET " + BREAKS, 200, collection(fireBreak(BREAK_LINE, "12", 3, "li")));
    screen.live();
    hand.showLayers();
    screen.get("editing-tool").click();
    screen.page().selectOption("[name=layer]", layer);
    screen.get("draw-" + kind).click();
    screen.get("feature-form").waitFor();
  }

  private void fill(String name, String width) {
    screen.page().fill("[name=name]", name);
    if (width != null) {
      screen.page().fill("[name='attributes/width_m']", width);
    }
    screen.get("about-data").click();
    screen.page().fill("[name=source]", "林业局");
    screen.page().fill("[name=reason]", "新测");
  }

  private Locator clash(String field) {
    return screen.page().locator("[data-testid=clash][data-field='" + field + "']");
  }

  private String measure() {
    return screen.get("measure").innerText();
  }

  private static java.util.List<String> coordinates(String body) {
    return Pattern.compile("\\[\\d[^\\[\\]]*]")
        .matcher(body)
        .results()
        .map(it -> it.group())
        .toList();
  }
}
