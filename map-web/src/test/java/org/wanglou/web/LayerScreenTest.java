package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which layers are shown, and what the screen says of one feature. */
class LayerScreenTest extends AtTheScreen {
  @BeforeEach
  void openThePanel() {
    LayerFixtures.on(screen).live();
    screen.page().keyboard().press("l");
    screen.get("layers-panel").waitFor();
  }

  @Test
  void each_layer_says_how_much_how_old_and_from_whom_and_an_empty_one_that_it_is_empty() {
    assertThat(layer("reservoir")).containsText("水库 1");
    assertThat(layer("reservoir")).containsText("合成 SYNTHETIC · 2026-05-01");
    assertThat(layer("mine")).containsText("无数据");
  }

  @Test
  void a_preset_shows_the_layers_of_a_role_and_the_legend_lists_only_them() {
    screen.get("preset-flood").click();
    assertThat(legend("reservoir")).hasCount(1);
    assertThat(legend("fire_break")).hasCount(0);
    screen.get("preset-forest").click();
    assertThat(legend("fire_break")).hasCount(1);
    assertThat(legend("reservoir")).hasCount(0);
  }

  @Test
  void ones_own_set_of_layers_is_there_again_after_a_reload() {
    box("fire_break").check();
    screen.get("preset-save").click();
    screen.page().fill("[name=preset]", "巡山");
    screen.page().keyboard().press("Enter");
    box("fire_break").uncheck();
    screen.live();
    screen.page().keyboard().press("l");
    screen.get("preset-巡山").click();
    assertThat(box("fire_break")).isChecked();
  }

  @Test
  void a_layer_is_found_in_the_panel_by_a_part_of_its_name() {
    screen.get("layers-find").fill("隔离");
    assertThat(screen.get("layer")).hasCount(1);
    screen.get("layers-find").fill("没有的");
    assertThat(screen.get("layers-panel")).containsText("没有这样的图层");
  }

  @Test
  void a_layer_of_which_only_a_part_is_shown_says_so_on_the_map() {
    box("village").check();
    assertThat(screen.get("map-partly")).containsText("显示 500 / 全层 23 411，放大可见其余");
    assertThat(screen.calls("GET /api/v1/layers/village/features")).isNotEmpty();
  }

  @Test
  void a_layer_that_does_not_come_says_why_and_comes_when_asked_again() {
    var breaks = "GET /api/v1/layers/fire_break/features";
    screen.on(breaks, 503, Fixtures.problem(503, "数据库忙", ""));
    box("fire_break").check();
    assertThat(layer("fire_break")).containsText("数据库忙");
    screen.on(breaks, 200, LayerFixtures.FIRE_BREAKS);
    screen.get("layer-again").click();
    assertThat(legend("fire_break")).hasCount(1);
  }

  @Test
  void a_click_on_a_symbol_opens_its_card_with_attributes_table_curve_and_provenance() {
    box("reservoir").check();
    legend("reservoir").waitFor();
    clickTheMiddleAfterGoingTo("紫峪水库");
    var card = screen.get("feature-card");
    assertThat(card).containsText("小（1）型");
    assertThat(card.locator("[data-attribute=volume_m3]")).hasText("1 840 000 m³");
    assertThat(card.locator("[data-attribute=people] td").first()).hasText("技术责任人");
    assertThat(card.locator("[data-attribute=people] .phone"))
        .hasAttribute("href", "tel:13900002222");
    assertThat(screen.get("table-chart")).isVisible();
    assertThat(screen.get("feature-provenance")).hasText("合成 SYNTHETIC");
    assertThat(card).containsText("2026-05-01 · wang");
    screen.page().keyboard().press("Escape");
    assertThat(card).hasCount(0);
  }

  @Test
  void what_somebody_else_changes_is_on_the_open_card_at_once() {
    box("reservoir").check();
    legend("reservoir").waitFor();
    clickTheMiddleAfterGoingTo("紫峪水库");
    say(
        "window.live.event('feature.changed', {layer: 'reservoir', id: '%s', feature: %s})"
            .formatted(
                LayerFixtures.RESERVOIR,
                LayerFixtures.RESERVOIR_FEATURE
                    .replace("紫峪水库", "紫峪水库（改）")
                    .replace("\"revision\":3", "\"revision\":4")));
    assertThat(screen.get("feature-card")).containsText("紫峪水库（改）");
    say(
        "window.live.event('feature.removed', {layer: 'reservoir', id: '%s'})"
            .formatted(LayerFixtures.RESERVOIR));
    assertThat(screen.get("feature-card")).containsText("此要素已被删除");
    assertThat(legend("reservoir")).hasCount(0);
  }

  /** The search moves the map there; the place is then in its middle. */
  private void clickTheMiddleAfterGoingTo(String name) {
    screen.get("search").fill(name);
    screen.get("found").filter(new Locator.FilterOptions().setHasText(name)).click();
    screen.get("feature-card").waitFor();
    screen.page().keyboard().press("Escape");
    assertThat(screen.get("feature-card")).hasCount(0);
    assertThat(screen.get("coordinates")).hasText("N 36°41.4′ E 110°55.8′");
    screen.get("map").click();
    screen.get("feature-card").waitFor();
  }

  private Locator layer(String id) {
    return screen.page().locator("[data-testid=layer][data-layer=" + id + "]");
  }

  private Locator box(String id) {
    return layer(id).locator("input");
  }

  private Locator legend(String id) {
    return screen.page().locator("[data-testid=legend-layer][data-layer=" + id + "]");
  }
}
