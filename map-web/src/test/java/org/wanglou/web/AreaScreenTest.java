package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who and what lies in an area, on the screen and on paper. */
class AreaScreenTest extends AtTheScreen {
  private static final String SOURCES =
      """
      [{"source":"样例","provenance":"SYNTHETIC","synthetic":true,"count":2,"age_days":30,
        "oldest":"2026-04-01T00:00:00Z","newest":"2026-04-01T00:00:00Z",
        "accuracy_best_m":50,"accuracy_worst_m":1000,"accuracy_unknown":0}]""";
  private static final String AREA =
      """
      {"area_ha":314.2,"geometry":{"type":"Polygon","coordinates":
        [[[110.88,36.68],[110.98,36.68],[110.98,36.72],[110.88,36.72],[110.88,36.68]]]}}""";
  private static final String EXPOSURE =
      """
      {"area":%s,"results":[
        {"layer":"village","label":"村庄","label_zh":"村庄","label_en":"Villages","count":2,
         "sums":{"population":{"label":"人口","unit":"person","sum":12345,"known":1,"unknown":1}},
         "uncertain":{"at_border":1,"accuracy_unknown":0},"rule":"按村庄点位","sources":%s,
         "features":[{"id":"v1","name":"上庄","provenance":"SYNTHETIC",
                      "location":{"type":"Point","coordinates":[110.9,36.7]}}]},
        {"layer":"mine","label":"矿山","label_zh":"矿山","label_en":"Mines","count":0,"sums":{},
         "uncertain":{"at_border":0,"accuracy_unknown":0},"rule":"点在范围内","sources":[],
         "features":[]}]}"""
          .formatted(AREA, SOURCES);
  private static final String SELECTION =
      """
      {"area":%s,"rule":"与范围相交的计入","results":[
        {"layer":"reservoir","label":"水库","count":1,"truncated":false,"sources":%s,
         "features":[%s]}]}"""
          .formatted(AREA, SOURCES, LayerFixtures.RESERVOIR_FEATURE);

  @BeforeEach
  void openTheTool() {
    LayerFixtures.on(screen)
        .on("POST /api/v1/exposure", 200, EXPOSURE)
        .on("POST /api/v1/selections", 200, SELECTION)
        .live();
    screen.page().keyboard().press("l");
    screen.page().locator("[data-testid=layer][data-layer=reservoir] input").check();
    screen.page().keyboard().press("l");
    screen.page().keyboard().press("s");
    screen.get("area-panel").waitFor();
  }

  @Test
  void a_circle_tells_who_is_in_it_with_source_age_and_what_is_not_certain() {
    ask();
    var village = exposed("village");
    assertThat(village).containsText("人口 12 345 人");
    assertThat(village).containsText("1 个无此数");
    assertThat(village).containsText("1 个可能在界外");
    assertThat(village).containsText("合成 SYNTHETIC · 2026-04-01 30 天前 · ±1000 m · 样例");
    assertThat(screen.get("area-answer")).containsText("范围内没有：矿山");
    assertThat(screen.get("area-answer")).containsText("面积 3.142 km²");
    assertThat(screen.calls("POST /api/v1/exposure"))
        .singleElement()
        .satisfies(call -> assertThat(call.body()).contains("\"radius_m\":3000"));
    assertThat(screen.calls("POST /api/v1/selections"))
        .singleElement()
        .satisfies(call -> assertThat(call.body()).contains("\"layers\":[\"reservoir\"]"));
  }

  @Test
  void a_feature_of_the_list_opens_its_card() {
    ask();
    var layer = screen.page().locator("[data-testid=selected-layer][data-layer=reservoir]");
    layer.locator("summary").click();
    layer.getByText("紫峪水库").click();
    assertThat(screen.get("feature-card")).containsText("小（1）型");
  }

  @Test
  void a_polygon_of_two_corners_asks_for_the_third_and_a_step_can_be_taken_back() {
    screen.page().locator("[name=area-kind][value=polygon]").check();
    clickOnTheMap(500, 300);
    clickOnTheMap(700, 300);
    screen.get("area-ask").click();
    assertThat(screen.get("area-problem")).hasText("多边形至少 3 个顶点");
    screen.get("area-back").click();
    assertThat(screen.get("area-hint")).containsText("已有 1 个");
    assertThat(screen.calls("POST /api/v1/exposure")).isEmpty();
  }

  @Test
  void a_changed_area_takes_its_answer_away() {
    ask();
    clickOnTheMap(520, 420);
    assertThat(screen.get("area-answer")).hasCount(0);
  }

  @Test
  void on_paper_stands_only_the_answer_with_county_time_and_the_synthetic_mark() {
    ask();
    screen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(screen.page().locator(".print-only")).isVisible();
    assertThat(screen.page().locator(".print-only")).containsText("半径 3000 米范围内");
    assertThat(screen.page().locator(".print-only")).containsText("隰县 · 实战");
    assertThat(screen.page().locator(".print-mark")).hasText("样例数据 SYNTHETIC");
    assertThat(exposed("village")).isVisible();
    assertThat(screen.get("map")).not().isVisible();
    assertThat(screen.get("area-form")).not().isVisible();
    assertThat(screen.get("area-print")).not().isVisible();
  }

  @Test
  void figures_by_township_have_a_total_and_say_how_they_were_counted() {
    screen.on(
        "GET /api/v1/layers/reservoir/statistics",
        200,
        """
        {"layer":"reservoir","attribute":"volume_m3","rule":"每个要素只计一次",
         "results":[{"id":"t1","name":"龙泉镇","code":"141031100","count":2,"sum":1840000,
                     "mean":920000,"known":2,"unknown":0}],
         "outside":{"count":0},"whole":{"count":2,"sum":1840000,"mean":920000},
         "sources":%s,"township_sources":[],"notes":[]}"""
            .formatted(SOURCES));
    screen.get("area-figures").click();
    screen.page().selectOption("[name=figures-layer]", "reservoir");
    screen.page().selectOption("[name=figures-attribute]", "volume_m3");
    var table = screen.get("figures");
    assertThat(table.locator("tbody tr")).hasText("龙泉镇21 840 000920000.0");
    assertThat(table.locator("tfoot tr")).containsText("合计2");
    assertThat(table).containsText("每个要素只计一次");
  }

  /** Three kilometres around a click. */
  private void ask() {
    clickOnTheMap(500, 400);
    screen.get("area-form").getByText("3.0 km").click();
    screen.get("area-ask").click();
    screen.get("area-answer").waitFor();
  }

  private void clickOnTheMap(int x, int y) {
    screen.get("map").click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(x, y));
  }

  private com.microsoft.playwright.Locator exposed(String layer) {
    return screen.page().locator("[data-testid=exposed][data-layer=" + layer + "]");
  }
}
