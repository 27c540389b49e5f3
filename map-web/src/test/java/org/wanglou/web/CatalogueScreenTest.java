package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which layers a county has, made by its administrators. */
class CatalogueScreenTest extends AtTheScreen {
  private static final String POST = "POST /api/v1/layers";
  private static final String PATCH = "PATCH /api/v1/layers/fire_break";

  @BeforeEach
  void layers() {
    EditFixtures.on(screen);
    screen.on("GET /api/v1/session", 200, Fixtures.ADMINISTRATOR);
  }

  @Test
  void a_new_type_is_made_with_an_enumeration_and_used_at_once() {
    openCatalogue();
    screen.get("type-new").click();
    screen.get("type-save").click();
    assertThat(screen.get("problem-type-id")).containsText("小写字母");
    fill("id", "lookout");
    fill("label_zh", "瞭望塔");
    fill("label_en", "Lookout");
    screen.get("add-attribute").click();
    fill("attributes/0/name", "staffing");
    fill("attributes/0/label_zh", "值守");
    fill("attributes/0/label_en", "Staffing");
    screen.get("add-value").click();
    fill("attributes/0/values/0/code", "day");
    fill("attributes/0/values/0/zh", "白天");
    fill("attributes/0/values/0/en", "Day");
    screen.on(
        POST,
        201,
        EditFixtures.type(
            "lookout",
            "point",
            "瞭望塔",
            EditFixtures.attribute(
                "staffing",
                "text",
                "值守",
                "\"values\":[{\"code\":\"day\",\"label\":\"白天\",\"label_zh\":\"白天\",\"label_en\":\"Day\"}]")));
    screen.get("type-save").click();
    assertThat(screen.get("catalogue-note")).containsText("瞭望塔");
    assertThat(screen.calls(POST))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call.body())
                    .contains(
                        "\"id\":\"lookout\"",
                        "\"geometry_type\":\"point\"",
                        "\"name\":\"staffing\"",
                        "\"code\":\"day\""));
    screen.get("catalogue-close").click();
    screen.get("editing-tool").click();
    screen.page().selectOption("[name=layer]", "lookout");
    screen.get("draw-point").click();
    screen.get("map").click();
    screen.page().selectOption("[name='attributes/staffing']", "day");
    assertThat(screen.get("vertex")).hasCount(1);
  }

  @Test
  void a_value_is_added_to_a_known_type_with_the_revision_that_was_seen() {
    openCatalogue();
    type("fire_break").click();
    attribute("condition").locator("summary").click();
    screen.get("add-value").click();
    fill("attributes/1/values/2/code", "burnt");
    fill("attributes/1/values/2/zh", "过火");
    fill("attributes/1/values/2/en", "Burnt");
    screen.on(PATCH, 200, EditFixtures.type("fire_break", "line", "防火隔离带", ""));
    screen.get("type-save").click();
    assertThat(screen.get("catalogue-note")).isVisible();
    assertThat(screen.calls(PATCH))
        .singleElement()
        .satisfies(call -> assertThat(call.headers()).containsEntry("if-match", "\"4\""))
        .satisfies(
            call ->
                assertThat(call.body())
                    .contains("\"burnt\"", "\"good\"", "\"width_m\"")
                    .doesNotContain("\"id\"", "\"group\""));
  }

  @Test
  void a_removal_that_is_refused_is_explained_and_can_be_taken_back() {
    openCatalogue();
    type("fire_break").click();
    attribute("width_m").getByTestId("remove-attribute").click();
    assertThat(attribute("width_m")).hasClass("attribute is-removed");
    screen.on(
        PATCH,
        409,
        Fixtures.problem(
            409,
            "有数据的属性不能去掉",
            "{\"pointer\":\"/attributes\",\"code\":\"x\",\"message\":\"属性“width_m”已有要素使用\"}"));
    screen.get("type-save").click();
    assertThat(screen.get("problem-at")).containsText("“width_m”已有要素使用");
    assertThat(screen.get("type-problem")).containsText("不能去掉");
    attribute("width_m").getByTestId("remove-attribute").click();
    assertThat(attribute("width_m")).hasClass("attribute ");
  }

  @Test
  void only_administrators_find_the_catalogue() {
    screen.on("GET /api/v1/session", 200, Fixtures.SESSION);
    screen.live();
    screen.get("user-menu").click();
    assertThat(screen.get("change-password")).isVisible();
    assertThat(screen.get("catalogue")).hasCount(0);
  }

  private void openCatalogue() {
    screen.live();
    screen.get("user-menu").click();
    screen.get("catalogue").click();
    screen.get("catalogue-sheet").waitFor();
  }

  private void fill(String name, String text) {
    screen.page().fill("[data-testid=type-form] [name='" + name + "']", text);
  }

  private com.microsoft.playwright.Locator type(String id) {
    return screen.page().locator("[data-testid=type][data-layer=" + id + "]");
  }

  private com.microsoft.playwright.Locator attribute(String name) {
    return screen.page().locator("[data-testid=attribute][data-name=" + name + "]");
  }
}
