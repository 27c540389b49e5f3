package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether units can be told apart by what is seen of their names. */
class UnitListScreenTest extends AtTheScreen {
  private static final List<String> NAMES =
      List.of("黄土镇森林消防1班", "黄土镇森林消防2班", "Feuerwehr Vaduz", "Feuerwehr Triesenberg 2", "隰县消防12号水罐车");

  @ParameterizedTest(name = "{0} px, {1}")
  @CsvSource({"1366,zh-CN", "1366,en", "1920,zh-CN", "1920,en"})
  void the_end_of_every_name_is_seen_whole_and_no_two_units_look_the_same(
      int width, String language) {
    screen.page().setViewportSize(width, 900);
    screen.page().addInitScript(units());
    screen.live();
    if (language.equals("en")) {
      screen.page().getByText("English").click();
    }
    assertThat(screen.get("unit-row")).hasCount(NAMES.size());
    var ends = screen.page().locator("[data-testid=unit-row] .unit-name .end");
    assertThat(ends.evaluateAll("all => all.every(it => it.scrollWidth <= it.clientWidth + 1)"))
        .isEqualTo(true);
    assertThat(ends.allTextContents()).doesNotHaveDuplicates();
    assertThat(screen.page().locator("[data-testid=unit-row] [title='Feuerwehr Vaduz']"))
        .isVisible();
  }

  @Test
  void the_whole_name_fits_at_1920() {
    screen.page().addInitScript(units());
    screen.live();
    var fronts = screen.page().locator("[data-testid=unit-row] .unit-name .front");
    assertThat(fronts.first()).isVisible();
    assertThat(fronts.evaluateAll("all => all.every(it => it.scrollWidth <= it.clientWidth + 1)"))
        .isEqualTo(true);
  }

  @Test
  void what_an_incident_still_wants_is_read_whole_in_the_narrow_english_list() {
    screen.page().setViewportSize(1366, 768);
    var orders =
        Fixtures.order("o1", "u1", "消防1号车", "ordered")
            + ","
            + Fixtures.order("o2", "u2", "水罐1号车", "ordered");
    screen
        .page()
        .addInitScript(
            "window.live.snapshot.incidents = [%s]; window.live.snapshot.orders = [%s];"
                .formatted(Fixtures.incident(""), orders));
    screen.live();
    screen.page().getByText("English").click();
    assertThat(screen.get("incident-row")).containsText("To be judged");
    assertThat(
            screen
                .page()
                .locator(".incident-row .facts")
                .evaluate("it => it.scrollWidth <= it.clientWidth"))
        .isEqualTo(true);
  }

  private static String units() {
    var units = new StringBuilder();
    for (int i = 0; i < NAMES.size(); i++) {
      units.append(units.isEmpty() ? "" : ",").append(Fixtures.unit("n" + i, NAMES.get(i), "1380"));
    }
    return "window.live.snapshot.units = [" + units + "];";
  }
}
