package org.wanglou.ops.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.ops.launch.LauncherProcess;

/** The county's one map as somebody on duty uses it: found, shown, looked up, counted. */
class OneMapTest {
  @TempDir static Path folder;
  private static LauncherProcess tower;
  private static URI address;
  private static Chromium browser;

  @BeforeAll
  static void open() throws Exception {
    tower = LauncherProcess.start(folder.resolve("data"), "--port", "0", "--no-simulator");
    address = tower.address();
    browser = new Chromium();
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
    tower.close();
  }

  @Test
  void longquan_is_found_by_its_initials_on_the_map_and_in_a_report() {
    try (var desk = browser.open(address, "admin", LauncherProcess.PASSWORD)) {
      desk.press("/");
      desk.type("lq");
      assertThat(desk.at("found").first()).containsText("龙泉");
      desk.press("Enter");
      assertThat(desk.at("found-mark")).containsText("龙泉");
      assertThat(desk.at("feature-card")).containsText("SYNTHETIC");
      desk.picture("found-longquan");
      desk.press("Escape");

      desk.press("n");
      desk.named("[name=title]").fill("民房起火");
      desk.named("[name=place]").pressSequentially("lq");
      desk.named("wl-place-field [data-testid=found]").first().click();
      assertThat(desk.named("[name=place]")).hasValue("龙泉镇");
      assertThat(desk.at("report-pin")).isVisible();
      assertThat(desk.complaints()).isEmpty();
    }
  }

  @Test
  void a_reservoir_shows_its_levels_table_and_responsible_people() {
    try (var desk = browser.open(address, "admin", LauncherProcess.PASSWORD)) {
      desk.press("l");
      desk.at("preset-flood").click();
      assertThat(desk.at("legend-layer", "data-layer", "reservoir")).isVisible();
      desk.at("search").fill("水库");
      desk.at("found").filter(withText("水库（合成）")).first().click();
      var card = desk.at("feature-card");
      assertThat(card).containsText("汛限水位");
      assertThat(card.getByTestId("table-chart").first()).isVisible();
      assertThat(card).containsText("行政责任人");
      assertThat(card).containsText("巡查责任人");
      desk.picture("reservoir");
      assertThat(desk.complaints()).isEmpty();
    }
  }

  @Test
  void who_lives_in_a_township_is_counted_with_source_and_age() {
    try (var desk = browser.open(address, "admin", LauncherProcess.PASSWORD)) {
      desk.press("s");
      desk.named("[name=area-kind][value=township]").check();
      desk.named("[name=township]").fill("龙泉镇");
      desk.at("area-ask").click();
      var villages = desk.at("exposed", "data-layer", "village");
      assertThat(villages).containsText("人口");
      assertThat(villages).containsText("合成 SYNTHETIC");
      desk.picture("township");

      desk.at("area-figures").click();
      desk.page().selectOption("[name=figures-layer]", "village");
      desk.page().selectOption("[name=figures-attribute]", "population");
      assertThat(desk.named("[data-testid=figures] tfoot tr")).containsText("91\u2009394");
      assertThat(desk.complaints()).isEmpty();
    }
  }

  private static com.microsoft.playwright.Locator.FilterOptions withText(String text) {
    return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
  }
}
