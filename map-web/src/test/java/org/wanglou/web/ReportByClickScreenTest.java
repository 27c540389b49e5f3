package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report whose place is clicked on the map: the keyboard still belongs to the report. */
class ReportByClickScreenTest extends AtTheScreen {
  private static final String REPORT = "POST /api/v1/incidents";

  @BeforeEach
  void writeTheLineAndClickThePlace() {
    screen.on(REPORT, 201, Fixtures.incident(""));
    screen.live();
    screen.page().keyboard().press("n");
    screen.get("report-form").waitFor();
    screen.page().keyboard().type("河东村山洪");
    screen.get("map").click();
    screen.get("report-pin").waitFor();
  }

  @Test
  void enter_right_after_the_click_files_it_once() {
    screen.page().keyboard().press("Enter");
    screen.get("incident-panel").waitFor();
    assertThat(screen.calls(REPORT)).hasSize(1);
  }

  @Test
  void after_the_click_one_writes_on_where_one_was() {
    screen.page().keyboard().type(" 3人被困");
    assertThat(screen.page().locator("[name=title]")).hasValue("河东村山洪 3人被困");
  }

  @Test
  void enter_files_it_from_the_map_itself_too() {
    screen.get("map").focus();
    screen.page().keyboard().press("Enter");
    screen.get("incident-panel").waitFor();
    assertThat(screen.calls(REPORT)).hasSize(1);
  }

  @Test
  void enter_on_a_button_presses_only_the_button() {
    screen.get("layers").focus();
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("layers-panel")).isVisible();
    assertThat(screen.calls(REPORT)).isEmpty();
  }
}
