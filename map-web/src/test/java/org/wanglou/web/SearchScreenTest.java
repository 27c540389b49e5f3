package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding a place by its initials, on the map and in the report. */
class SearchScreenTest extends AtTheScreen {
  @BeforeEach
  @Override
  void open() {
    super.open();
    LayerFixtures.on(screen).live();
  }

  @Test
  void a_place_is_found_by_initials_with_the_keyboard_alone() {
    screen.page().keyboard().press("/");
    screen.page().keyboard().type("lq");
    assertThat(screen.get("found").first()).containsText("龙泉镇");
    assertThat(screen.get("found").first()).containsText("141031100");
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("found-mark")).containsText("龙泉镇");
    assertThat(screen.get("coordinates")).hasText("N 36°41.4′ E 110°55.8′");
    assertThat(screen.get("feature-card")).hasCount(0);
  }

  @Test
  void arrow_keys_choose_and_a_feature_opens_its_card() {
    screen.page().keyboard().press("/");
    screen.page().keyboard().type("zy");
    screen.get("found").first().waitFor();
    screen.page().keyboard().press("ArrowDown");
    assertThat(screen.get("found").nth(1)).hasAttribute("aria-selected", "true");
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("feature-card")).containsText("紫峪水库");
  }

  @Test
  void nothing_found_says_so_and_escape_leaves() {
    screen.on("GET /api/v1/search", 200, "{\"results\":[]}");
    screen.page().keyboard().press("/");
    screen.page().keyboard().type("zzz");
    assertThat(screen.get("found-none")).hasText("没有找到");
    screen.page().keyboard().press("Escape");
    screen.page().keyboard().press("Escape");
    assertThat(screen.get("search")).hasValue("");
    assertThat(screen.get("search")).not().isFocused();
  }

  @Test
  void numbers_that_are_no_place_are_said_to_be_unreadable_as_coordinates() {
    screen.on("GET /api/v1/search", 200, "{\"results\":[]}");
    screen.get("search").fill("999, 999");
    var said = screen.page().locator(".search-box [role=status]");
    assertThat(said).hasText("没有找到，也读不成坐标");
    assertThat(said).hasAttribute("aria-live", "polite");
  }

  @Test
  void a_search_without_answer_says_so() {
    screen.on("GET /api/v1/search", 503, Fixtures.problem(503, "x", ""));
    screen.get("search").fill("lq");
    assertThat(screen.page().locator(".found-none")).hasText("搜索没有应答");
  }

  @Test
  void initials_in_the_reports_place_field_give_name_and_position() {
    screen.page().keyboard().press("n");
    screen.page().fill("[name=title]", "山洪");
    screen.page().locator("[name=place]").pressSequentially("lq");
    screen.get("found").first().waitFor();
    screen.page().keyboard().press("ArrowDown");
    screen.page().keyboard().press("Enter");
    assertThat(screen.page().locator("[name=place]")).hasValue("龙泉镇");
    assertThat(screen.page().locator("[name=coordinates]")).hasValue("110.93000, 36.69000");
    assertThat(screen.calls("POST /api/v1/incidents")).as("Enter chose, it did not send").isEmpty();
  }

  @Test
  void while_a_report_is_written_what_is_searched_on_the_map_becomes_its_place() {
    screen.page().keyboard().press("n");
    screen.page().fill("[name=title]", "山洪");
    screen.get("search").fill("lq");
    screen.get("found").first().click();
    assertThat(screen.page().locator("[name=place]")).hasValue("龙泉镇");
    assertThat(screen.get("report-pin")).isVisible();
  }

  @Test
  void plane_coordinates_typed_into_the_position_are_offered_with_their_system() {
    screen.on(
        "GET /api/v1/search",
        200,
        """
        {"results":[{"name":"110.930000, 36.690000","kind":"coordinate","crs":"EPSG:4546",
                     "detail":"按 CGCS2000 3度带 中央经线 111° 读取",
                     "location":{"type":"Point","coordinates":[110.93,36.69]}},
                    {"name":"某村","kind":"place",
                     "location":{"type":"Point","coordinates":[110.9,36.6]}}]}""");
    screen.page().keyboard().press("n");
    screen.page().locator("[name=coordinates]").fill("4062301.5, 493742.1");
    assertThat(screen.get("reading")).hasCount(1);
    assertThat(screen.page().locator(".readings")).containsText("CGCS2000 3度带");
    screen.get("reading").click();
    assertThat(screen.page().locator("[name=coordinates]")).hasValue("110.93000, 36.69000");
    assertThat(screen.get("report-pin")).isVisible();
  }

  @Test
  void a_unit_is_found_by_its_name_and_its_card_opens() {
    screen.on(
        "GET /api/v1/search",
        200,
        """
        {"results":[{"name":"城关站 消防1号车","kind":"unit","id":"u1","detail":"城关站",
                     "location":{"type":"Point","coordinates":[110.9,36.7]}}]}""");
    screen.get("search").fill("xf1");
    screen.get("found").click();
    assertThat(screen.get("unit-card")).containsText("消防1号车");
  }
}
