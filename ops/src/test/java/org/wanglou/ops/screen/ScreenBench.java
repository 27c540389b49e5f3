package org.wanglou.ops.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.ops.bench.Figures;
import org.wanglou.ops.launch.LauncherProcess;

/**
 * From Enter in one window until the report stands in the list of another, both in one Chromium on
 * the machine that also serves; clocks of both pages are the machine's. Run by {@code ops/bench};
 * no part of the tests.
 */
class ScreenBench {
  private static final int REPORTS = 60;
  private static final int WARM_UP = 10;

  /** Notes when Enter goes down, before anything reacts to it. */
  private static final String NOTE_ENTER =
      """
      () => addEventListener('keydown', (e) => { if (e.key === 'Enter') window.enteredAt = Date.now(); }, true)""";

  /** Notes when a title is first in the list and the frame that shows it has been drawn. */
  private static final String NOTE_ROWS =
      """
      () => {
        window.shownAt = {};
        new MutationObserver(() => requestAnimationFrame(() => {
          for (const row of document.querySelectorAll('[data-testid=incident-row] .title')) {
            window.shownAt[row.textContent] ??= Date.now();
          }
        })).observe(document.body, { childList: true, subtree: true, characterData: true });
      }""";

  @Test
  void report_to_second_screen(@TempDir Path folder) throws Exception {
    try (var tower =
            LauncherProcess.start(folder.resolve("data"), "--port", "0", "--no-simulator");
        var browser = new Chromium();
        var desk = browser.open(tower.address(), "admin", LauncherProcess.PASSWORD);
        var other = browser.open(tower.address(), "admin", LauncherProcess.PASSWORD)) {
      desk.page().evaluate(NOTE_ENTER);
      other.page().evaluate(NOTE_ROWS);
      var ms = new double[REPORTS];
      for (int i = -WARM_UP; i < REPORTS; i++) {
        double took = report(desk, other, "民房起火 " + i);
        if (i >= 0) {
          ms[i] = took;
        }
      }
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
          .printf(
              "| Enter in one window until shown in another, Chromium | %s |%n", Figures.of(ms));
    }
  }

  private static double report(Window desk, Window other, String line) {
    desk.press("n");
    assertThat(desk.at("report-form")).isVisible();
    desk.type(line);
    desk.named("[data-testid=report-form] input[name=coordinates]").fill("110.95, 36.7");
    desk.press("Enter");
    assertThat(other.at("incident-row").getByText(line, exactly())).isVisible();
    assertThat(desk.at("incident-panel")).isVisible();
    var shown = ((Map<?, ?>) other.page().evaluate("() => window.shownAt")).get(line);
    return number(shown) - number(desk.page().evaluate("() => window.enteredAt"));
  }

  private static com.microsoft.playwright.Locator.GetByTextOptions exactly() {
    return new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true);
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
