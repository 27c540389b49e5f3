package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wanglou.web.EditFixtures.BREAK;
import static org.wanglou.web.EditFixtures.BREAK_LINE;
import static org.wanglou.web.EditFixtures.THEIR_LINE;
import static org.wanglou.web.EditFixtures.results;
import static org.wanglou.web.EditFixtures.version;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a feature was, bringing it back, deleting it. */
class HistoryScreenTest extends AtTheScreen {
  private static final String FIRST = version(BREAK_LINE, "12", 1, "li", "测绘", "created");
  private static final String SECOND = version(THEIR_LINE, "28", 2, "wang", "拓宽", "changed");
  private static final String DELETE = "DELETE " + BREAK;
  private static final String RESTORE = "POST " + BREAK + "/restore";

  @BeforeEach
  void layers() {
    EditFixtures.on(screen);
    screen.on("GET " + BREAK + "/history", 200, results(SECOND, FIRST));
    screen.live();
    var hand = new Drawn(screen);
    hand.showLayers();
    hand.click(110.72, 36.62);
  }

  @Test
  void each_state_says_who_when_why_and_what_changed_and_both_shapes_lie_on_the_map() {
    screen.get("feature-history").click();
    assertThat(screen.get("version")).hasCount(2);
    assertThat(state(2)).containsText("wang");
    assertThat(state(2)).containsText("拓宽");
    assertThat(state(2).locator("[data-field='attributes/width_m']")).hasText("12 m → 28 m");
    assertThat(state(2).locator("[data-field=geometry]")).containsText("km");
    assertThat(state(1).locator("dl")).hasCount(0);
    assertThat(screen.page().locator(".ghost.is-before")).hasCount(1);
    assertThat(screen.page().locator(".ghost.is-after")).hasCount(1);
    state(1).locator("button").first().click();
    assertThat(screen.page().locator(".ghost.is-before")).hasCount(0);
    screen.page().keyboard().press("Escape");
    assertThat(screen.get("history-panel")).hasCount(0);
    assertThat(screen.page().locator(".ghost")).hasCount(0);
  }

  @Test
  void an_older_state_is_brought_back_with_a_reason() {
    screen.get("feature-history").click();
    state(2).locator("button").first().click();
    assertThat(screen.get("restore")).hasCount(0);
    state(1).locator("button").first().click();
    assertThat(screen.get("restore")).isDisabled();
    screen.page().fill("[name=restore-reason]", "误改");
    var third = version(BREAK_LINE, "12", 3, "li", "误改", "restored");
    screen.on(RESTORE, 200, third);
    screen.on("GET " + BREAK + "/history", 200, results(third, SECOND, FIRST));
    screen.get("restore").click();
    assertThat(state(3)).hasAttribute("data-act", "restored");
    assertThat(screen.calls(RESTORE))
        .singleElement()
        .satisfies(call -> assertThat(call.body()).contains("\"revision\":1", "\"reason\":\"误改\""));
  }

  @Test
  void deleting_asks_why_and_leads_to_the_history_from_which_it_comes_back() {
    screen.get("feature-remove").click();
    assertThat(screen.get("remove-confirm")).isDisabled();
    screen.page().fill("[name=remove-reason]", "已还林");
    screen.on(DELETE, 204, "");
    var gone = version(THEIR_LINE, "28", 4, "li", "已还林", "removed");
    screen.on("GET " + BREAK + "/history", 200, results(gone, SECOND, FIRST));
    screen.get("remove-confirm").click();
    assertThat(state(4)).containsText("已还林");
    assertThat(screen.get("feature-card")).hasCount(0);
    assertThat(screen.calls(DELETE))
        .singleElement()
        .satisfies(call -> assertThat(call.headers()).containsEntry("if-match", "\"3\""))
        .satisfies(call -> assertThat(call.body()).contains("已还林"));
    state(2).locator("button").first().click();
    assertThat(screen.page().locator("[name=restore-reason]")).isVisible();
  }

  @Test
  void what_was_deleted_is_listed_at_its_layer_with_who_when_and_why_and_comes_back_from_there() {
    var gone = version(THEIR_LINE, "28", 4, "li", "已还林", "removed");
    var named = gone.replace("\"changed_by\":", "\"changed_by_name\":\"李强\",\"changed_by\":");
    screen.on("GET /api/v1/layers/fire_break/removed", 200, listed(named));
    screen.page().keyboard().press("Escape");
    openLayers();
    var row = screen.page().locator("[data-testid=layer][data-layer=fire_break]");
    row.hover();
    row.getByTestId("layer-removed").click();
    assertThat(row.getByTestId("removed")).hasCount(1);
    assertThat(row.getByTestId("removed")).containsText("北梁隔离带");
    assertThat(row.getByTestId("removed")).containsText("李强");
    assertThat(row.getByTestId("removed")).containsText("已还林");
    assertThat(row.getByTestId("removed").locator("time")).not().isEmpty();
    row.getByTestId("removed-choose").click();
    assertThat(row.getByTestId("removed-restore")).isDisabled();
    screen.page().fill("[name=removed-reason]", "误删");
    screen.on(RESTORE, 200, version(THEIR_LINE, "28", 5, "li", "误删", "restored"));
    row.getByTestId("removed-restore").click();
    assertThat(row.getByTestId("removed-none")).isVisible();
    assertThat(screen.calls(RESTORE))
        .singleElement()
        .satisfies(call -> assertThat(call.body()).contains("\"revision\":4", "\"reason\":\"误删\""));
  }

  private static String listed(String feature) {
    return "{\"results\":[" + feature + "],\"next\":null}";
  }

  private void openLayers() {
    screen.get("layers").click();
  }

  private Locator state(int revision) {
    return screen.page().locator("[data-testid=version][data-revision='" + revision + "']");
  }
}
