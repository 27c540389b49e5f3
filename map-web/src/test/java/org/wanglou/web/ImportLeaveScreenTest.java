package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import on a small screen, and when the page is left in the middle of it. */
class ImportLeaveScreenTest extends AtTheScreen {
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void openTheWizard() {
    ImportFixtures.on(screen).live();
    screen.page().setViewportSize(1366, 768);
    screen
        .page()
        .onDialog(
            dialog -> {
              asked.add(dialog.type());
              dialog.accept();
            });
    screen.page().keyboard().press("l");
    screen.get("import").click();
    screen.get("import-panel").waitFor();
  }

  @Test
  void a_reload_with_a_chosen_file_is_asked_about_first() {
    chooseFile("隔离带.zip");
    assertThat(screen.get("import-panel")).containsText("隔离带.zip");
    screen.page().reload();
    assertThat(asked).containsExactly("beforeunload");
  }

  @Test
  void a_reload_without_a_file_is_not() {
    screen.page().reload();
    assertThat(asked).isEmpty();
  }

  @Test
  void the_button_that_stores_is_in_sight_without_scrolling() {
    screen.page().selectOption("[name=import-layer]", "fire_break");
    chooseFile("隔离带.zip");
    next();
    screen.on(ImportFixtures.INSPECT, 200, ImportFixtures.IN_GBK);
    screen.page().check("[name=import-encoding][value=GBK]");
    screen.page().selectOption("[name=import-crs]", "EPSG:4546");
    assertThat(screen.get("import-next")).isEnabled();
    next();
    screen.page().selectOption("[name=import-map][data-field=MC]", "name");
    next();
    screen.get("import-report").waitFor();
    next();
    assertThat(screen.get("import-confirm")).isInViewport(new IsInViewportOptions().setRatio(1));
  }

  private void next() {
    screen.get("import-next").click();
  }

  private void chooseFile(String name) {
    screen
        .page()
        .setInputFiles(
            "[name=import-file]",
            new FilePayload(name, "application/octet-stream", new byte[1000]));
  }
}
