package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import org.junit.jupiter.api.Test;

/** What is typed and not yet sent: whose it is, how old it is, where it is. */
class DraftScreenTest extends AtTheScreen {
  private static final String REPORT = "POST /api/v1/incidents";
  private static final String TITLE = "河东村山洪 13900002210";
  private static final String WANG =
      Fixtures.SESSION.replace("\"1\"", "\"2\"").replace("\"li\"", "\"wang\"");

  @Test
  void a_draft_waits_behind_the_button_after_escape() {
    screen.live();
    assertThat(screen.get("report")).not().containsText("草稿");
    type();
    screen.page().keyboard().press("Escape");
    assertThat(screen.get("report")).containsText("接报 · 草稿");
    screen.get("report").click();
    assertThat(title()).hasValue(TITLE);
  }

  @Test
  void another_user_of_the_same_computer_sees_nothing_of_a_draft_and_its_writer_finds_it_again() {
    screen.live();
    type();
    screen.on("GET /api/v1/session", 200, WANG).live();
    assertThat(screen.get("report")).not().containsText("草稿");
    screen.page().keyboard().press("n");
    assertThat(title()).hasValue("");
    screen.on("GET /api/v1/session", 200, Fixtures.SESSION).live();
    screen.page().keyboard().press("n");
    assertThat(title()).hasValue(TITLE);
  }

  @Test
  void signing_out_and_in_as_another_needs_no_reload_to_hide_the_draft() {
    screen.live();
    type();
    screen.page().keyboard().press("Escape");
    screen.on("DELETE /api/v1/session", 204, "").on("POST /api/v1/session", 200, WANG);
    screen.page().evaluate("document.querySelector('[data-testid=sign-out]').click()");
    screen.page().fill("[name=username]", "wang");
    screen.page().fill("[name=password]", "kanshan dao hu");
    screen.page().keyboard().press("Enter");
    screen.get("map").waitFor();
    assertThat(screen.get("report")).not().containsText("草稿");
    screen.page().keyboard().press("n");
    assertThat(title()).hasValue("");
  }

  @Test
  void a_draft_of_one_county_is_not_filed_in_another() {
    screen.live();
    type();
    screen.on("GET /api/v1/setup", 200, Fixtures.SETUP.replace("隰县", "蒲县")).live();
    screen.page().keyboard().press("n");
    assertThat(title()).hasValue("");
  }

  @Test
  void a_report_that_waits_is_sent_only_for_who_wrote_it() {
    screen.on(REPORT, 201, Fixtures.incident("")).live();
    type();
    place("110.93, 36.69");
    screen.page().locator("[name=kind]").first().check();
    screen.away(true);
    screen.get("report-submit").click();
    assertThat(screen.get("outbox")).isVisible();
    screen.away(false);
    int tried = screen.calls(REPORT).size();
    screen.on("GET /api/v1/session", 200, WANG).live();
    assertThat(screen.get("outbox")).hasCount(0);
    assertThat(screen.calls(REPORT)).hasSize(tried);
    screen.on("GET /api/v1/session", 200, Fixtures.SESSION).live();
    assertThat(screen.get("incident-row")).isVisible(new IsVisibleOptions().setTimeout(12_000));
    assertThat(screen.calls(REPORT)).hasSize(tried + 1);
  }

  @Test
  void a_draft_of_yesterday_says_so_and_going_on_with_it_makes_now_the_time_of_report() {
    screen.live();
    type();
    ageTheDraft();
    screen.live();
    screen.page().keyboard().press("n");
    assertThat(screen.get("old-draft")).containsText("天前的草稿");
    screen.page().keyboard().type("！");
    assertThat(screen.get("old-draft")).hasCount(0);
    screen.live();
    screen.page().keyboard().press("n");
    screen.get("report-form").waitFor();
    assertThat(screen.get("old-draft")).hasCount(0);
    screen.get("draft-state").waitFor();
  }

  @Test
  void an_old_draft_can_be_thrown_away() {
    screen.live();
    type();
    ageTheDraft();
    screen.live();
    screen.page().keyboard().press("n");
    screen.get("discard-draft").click();
    assertThat(title()).hasValue("");
    assertThat(screen.get("old-draft")).hasCount(0);
  }

  @Test
  void a_place_is_typed_as_the_screen_itself_shows_it() {
    screen.live();
    type();
    place("N 36°41.4′ E 110°55.8′");
    assertThat(screen.get("report-pin")).isVisible();
    screen.page().keyboard().press("Tab");
    assertThat(coordinates()).hasValue("110.93000, 36.69000");
  }

  @Test
  void a_swapped_pair_is_offered_turned_round_and_taken_with_enter() {
    screen.live();
    type();
    place("36.68, 110.94");
    assertThat(screen.get("report-pin")).hasCount(0);
    assertThat(screen.get("turn-round")).containsText("110.94000, 36.68000");
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("report-pin")).isVisible();
    assertThat(coordinates()).hasValue("110.94000, 36.68000");
    assertThat(screen.calls(REPORT)).as("Enter took the offer, it did not send").isEmpty();
  }

  @Test
  void a_place_far_outside_says_so_in_the_language_of_the_moment() {
    screen.live();
    type();
    place("39.9, 116.4");
    screen.page().keyboard().press("Tab");
    assertThat(screen.get("problem-location")).containsText("不是本县的位置");
    screen.page().getByText("English").click();
    assertThat(screen.get("problem-location")).containsText("not a place in this county");
  }

  @Test
  void emptying_the_field_empties_the_place() {
    screen.live();
    type();
    place("110.93, 36.69");
    screen.page().keyboard().press("Tab");
    assertThat(screen.get("report-pin")).isVisible();
    place("");
    screen.page().keyboard().press("Tab");
    assertThat(screen.get("report-pin")).hasCount(0);
    assertThat(coordinates()).hasValue("");
    screen.get("map").click();
    assertThat(screen.get("report-pin")).isVisible();
    assertThat(coordinates()).not().hasValue("");
  }

  private void type() {
    screen.page().keyboard().press("n");
    screen.get("report-form").waitFor();
    screen.page().keyboard().type(TITLE);
  }

  private void ageTheDraft() {
    say(
        """
        const name = Object.keys(localStorage).find((key) => key.endsWith('.report'));
        const draft = { ...JSON.parse(localStorage.getItem(name)), startedAt: '2020-01-01T00:00:00Z' };
        localStorage.setItem(name, JSON.stringify(draft));""");
  }

  private void place(String text) {
    coordinates().fill(text);
  }

  private com.microsoft.playwright.Locator title() {
    return screen.page().locator("[name=title]");
  }

  private com.microsoft.playwright.Locator coordinates() {
    return screen.page().locator("[name=coordinates]");
  }
}
