package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Correcting what was taken down. */
class CorrectScreenTest extends AtTheScreen {
  private static final String INCIDENT = "/api/v1/incidents/" + Screen.INCIDENT;
  private static final String PATCH = "PATCH " + INCIDENT;

  @Test
  void only_what_was_changed_is_sent_with_the_revision_it_was_changed_in() {
    begin();
    screen.page().fill("[name=title]", "河东村山洪");
    screen.page().fill("[name=people]", "4");
    screen.page().fill("[name=coordinates]", "N 36°42.0′ E 110°54.0′");
    screen.on(PATCH, 200, changed("河东村山洪", 2));
    screen.get("correct-save").click();
    assertThat(screen.get("incident-panel")).containsText("河东村山洪");
    assertThat(screen.get("correct-form")).hasCount(0);
    assertThat(screen.calls(PATCH))
        .singleElement()
        .satisfies(call -> assertThat(call.headers()).containsEntry("if-match", "\"1\""))
        .satisfies(
            call ->
                assertThat(call.body())
                    .contains("\"title\":\"河东村山洪\"", "\"people\":4", "[110.9,36.7]")
                    .doesNotContain("kind", "description"));
  }

  @Test
  void who_was_faster_is_named_both_values_stand_there_and_nothing_is_lost() {
    begin();
    screen.page().fill("[name=title]", "河东村山洪");
    screen.page().fill("[name=description]", "水已退");
    screen.on(PATCH, 409, Fixtures.problem(409, "王某 已于 06:01 修改了该突发事件", ""));
    screen.on("GET " + INCIDENT, 200, changed("河西村山洪", 2));
    screen.get("correct-save").click();
    assertThat(screen.get("correct-problem")).containsText("王某");
    assertThat(screen.get("theirs-title")).containsText("河西村山洪");
    assertThat(screen.page().locator("[name=title]")).hasValue("河东村山洪");
    assertThat(screen.page().locator("[name=description]")).hasValue("水已退");
    screen.on(PATCH, 200, changed("河东村山洪", 3));
    screen.get("correct-save").click();
    assertThat(screen.get("correct-form")).hasCount(0);
    assertThat(screen.calls(PATCH).get(1).headers()).containsEntry("if-match", "\"2\"");
  }

  @Test
  void escape_keeps_an_unfinished_correction_and_a_click_on_the_map_gives_the_place() {
    begin();
    screen.get("map").click();
    assertThat(screen.get("report-pin")).isVisible();
    screen.page().fill("[name=place]", "桥头");
    screen.page().keyboard().press("Escape");
    assertThat(screen.get("correct")).containsText("未保存");
    screen.get("correct").click();
    assertThat(screen.page().locator("[name=place]")).hasValue("桥头");
    screen.get("correct-drop").click();
    assertThat(screen.get("correct")).not().containsText("未保存");
  }

  @Test
  void the_timeline_says_what_a_correction_changed() {
    begin();
    screen.page().keyboard().press("Escape");
    event("incident.reported", Fixtures.incident(""));
    event("incident.corrected", changed("河东村山洪", 2).replace("\"level\":null", "\"level\":3"));
    assertThat(screen.page().locator("li[data-event='incident.corrected']"))
        .containsText("警情信息更正：级别 未定级 → Ⅲ；标题 山洪 → 河东村山洪");
  }

  private void event(String name, String incident) {
    say("window.live.event('%s', {incident: %s}, '%s')".formatted(name, incident, Screen.INCIDENT));
  }

  private void begin() {
    screen
        .page()
        .addInitScript("window.live.snapshot.incidents = [" + Fixtures.incident("") + "];");
    screen.live();
    screen.get("incident-row").click();
    screen.get("correct").click();
    screen.get("correct-form").waitFor();
  }

  private static String changed(String title, int revision) {
    return Fixtures.incident("")
        .replace("\"山洪\"", "\"" + title + "\"")
        .replace("\"revision\":1", "\"revision\":" + revision);
  }
}
