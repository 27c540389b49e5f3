package org.wanglou.ops.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.ops.client.Seat;
import org.wanglou.ops.launch.LauncherProcess;

/**
 * The county's map is mended by those who use it: a fire break reshaped with a step back, the same
 * one by two people at once, deleted and brought back, and a layer type of the county's own.
 */
class MapEditingTest {
  private static final String COLLEAGUE = "zhou";
  private static final String PASSWORD = "kanshan-dao-hu-2";
  private static final String NEW_PASSWORD = "kanshan-dao-hu-3";
  private static final String BREAKS = "/api/v1/layers/fire_break/features";

  @TempDir static Path folder;
  private static LauncherProcess tower;
  private static URI address;
  private static Chromium browser;
  private static Seat field;

  @BeforeAll
  static void open() throws Exception {
    tower = LauncherProcess.start(folder.resolve("data"), "--port", "0", "--no-simulator");
    address = tower.address();
    field = new Seat(address, "admin", LauncherProcess.PASSWORD);
    field.post(
        "/api/v1/users",
        new JsonObject()
            .put("username", COLLEAGUE)
            .put("display_name", "周明")
            .put("roles", new JsonArray().add("duty_officer"))
            .put("password", PASSWORD));
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
  void a_fire_break_is_reshaped_by_two_people_deleted_and_brought_back() throws Exception {
    var id = newFireBreak();
    try (var desk = browser.open(address, "admin", LauncherProcess.PASSWORD);
        var other = browser.openFirstTime(address, COLLEAGUE, PASSWORD, NEW_PASSWORD)) {
      edit(desk, id);
      assertThat(desk.at("vertex")).hasCount(3);
      drag(desk, desk.at("middle").first(), 20, -50);
      assertThat(desk.at("vertex")).hasCount(4);
      desk.press("Control+z");
      assertThat(desk.at("vertex")).hasCount(3);
      desk.press("Control+Shift+z");
      assertThat(desk.at("vertex")).hasCount(4);
      desk.named("[name='attributes/width_m']").fill("25");
      desk.named("[name=reason]").fill("重新测量");
      desk.picture("editing-break");

      edit(other, id);
      other.named("[name='attributes/width_m']").fill("28");
      other.named("[name=name]").fill("南坡隔离带");
      other.named("[name=reason]").fill("拓宽");
      other.at("feature-send").click();
      assertThat(other.at("feature-form")).hasCount(0);

      // The other's change came over the live link, before anything was sent.
      assertThat(clash(desk, "attributes/width_m")).containsText("28 m");
      assertThat(desk.at("clash")).hasCount(1);
      assertThat(desk.named("[name=name]")).hasValue("南坡隔离带");
      clash(desk, "attributes/width_m").getByTestId("take-mine").check();
      desk.picture("editing-clash");
      desk.at("feature-send").click();
      assertThat(desk.at("feature-form")).hasCount(0);

      var stored = field.get(BREAKS + "/" + id);
      assertThat(stored.getJsonObject("properties").getInteger("revision")).isEqualTo(3);
      assertThat(stored.getJsonObject("properties").getDouble("width_m")).isEqualTo(25);
      assertThat(stored.getJsonObject("properties").getString("name")).isEqualTo("南坡隔离带");
      assertThat(stored.getJsonObject("geometry").getJsonArray("coordinates")).hasSize(4);

      bringBack(desk, id);
      assertThat(desk.complaints()).isEmpty();
      assertThat(other.complaints()).isEmpty();
    }
    var back = field.get(BREAKS + "/" + id);
    assertThat(back.getJsonObject("geometry").getJsonArray("coordinates")).hasSize(3);
    assertThat(back.getJsonObject("properties").getDouble("width_m")).isEqualTo(12);
    assertThat(field.get("/api/v1/log/verification").getBoolean("whole")).isTrue();
  }

  @Test
  void a_layer_type_of_the_countys_own_is_made_and_used() throws Exception {
    try (var desk = browser.open(address, "admin", LauncherProcess.PASSWORD)) {
      desk.at("user-menu").click();
      desk.at("catalogue").click();
      desk.at("type-new").click();
      fill(desk, "id", "hail_point");
      fill(desk, "label_zh", "防雹作业点");
      fill(desk, "label_en", "Hail post");
      desk.at("add-attribute").click();
      fill(desk, "attributes/0/name", "staffing");
      fill(desk, "attributes/0/label_zh", "值守");
      fill(desk, "attributes/0/label_en", "Staffing");
      desk.at("add-value").click();
      fill(desk, "attributes/0/values/0/code", "day");
      fill(desk, "attributes/0/values/0/zh", "白天");
      fill(desk, "attributes/0/values/0/en", "Day");
      desk.at("type-save").click();
      assertThat(desk.at("catalogue-note")).containsText("防雹作业点");
      desk.at("catalogue-close").click();

      desk.at("editing-tool").click();
      desk.named("[name=layer]").selectOption("hail_point");
      desk.at("draw-point").click();
      desk.at("map").click();
      desk.named("[data-testid=feature-form] [name=name]").fill("紫荆山作业点");
      desk.named("[name='attributes/staffing']").selectOption("day");
      desk.named("[name=reason]").fill("新建");
      desk.at("feature-send").click();
      assertThat(desk.at("feature-card")).containsText("紫荆山作业点");
      assertThat(desk.at("feature-card")).containsText("白天");
      desk.picture("own-layer");

      // What features use is not taken away, and the refusal says so.
      desk.at("user-menu").click();
      desk.at("catalogue").click();
      desk.at("type", "data-layer", "hail_point").click();
      desk.at("remove-attribute").click();
      desk.at("type-save").click();
      assertThat(desk.at("type-problem")).containsText("staffing");
      assertThat(desk.complaints()).allMatch(it -> it.contains("409"));
    }
    var features = field.get("/api/v1/layers/hail_point/features").getJsonArray("features");
    assertThat(features).hasSize(1);
    assertThat(features.getJsonObject(0).getJsonObject("properties").getString("staffing"))
        .isEqualTo("day");
  }

  /** Beside the middle of the county, where nothing else lies. */
  private static String newFireBreak() throws Exception {
    var bounds = field.get("/api/v1/setup").getJsonArray("bounds");
    double lon = (bounds.getDouble(0) + bounds.getDouble(2)) / 2;
    double lat = (bounds.getDouble(1) + bounds.getDouble(3)) / 2;
    var line = new JsonArray();
    line.add(new JsonArray().add(lon).add(lat));
    line.add(new JsonArray().add(lon + 0.01).add(lat + 0.01));
    line.add(new JsonArray().add(lon + 0.02).add(lat));
    var wish =
        new JsonObject()
            .put("name", "试验隔离带")
            .put("geometry", new JsonObject().put("type", "LineString").put("coordinates", line))
            .put("attributes", new JsonObject().put("width_m", 12))
            .put("reason", "测绘");
    return field.postOnce(BREAKS, "k-" + System.nanoTime(), wish).getString("id");
  }

  /** Opened by the list of what was found, as a click on the map opens it. */
  private static void edit(Window window, String id) {
    open(window, id);
    window.at("feature-edit").click();
    assertThat(window.at("feature-form")).hasAttribute("data-feature", id);
    assertThat(window.at("vertex").first()).isVisible();
    // The map moves to the feature first.
    window.page().waitForTimeout(600);
  }

  private static void open(Window window, String id) {
    window
        .page()
        .evaluate(
            "id => document.querySelector('wl-command-view').app.features.select('fire_break', id)",
            id);
    assertThat(window.at("feature-card")).isVisible();
  }

  private static void bringBack(Window desk, String id) {
    open(desk, id);
    desk.at("feature-remove").click();
    desk.named("[name=remove-reason]").fill("误划");
    desk.at("remove-confirm").click();
    assertThat(desk.at("version").first()).hasAttribute("data-act", "removed");
    assertThat(desk.at("version")).hasCount(4);
    var first = desk.at("version", "data-revision", "1");
    first.locator("button").first().click();
    desk.named("[name=restore-reason]").fill("仍需保留");
    desk.picture("history");
    desk.at("restore").click();
    assertThat(desk.at("version").first()).hasAttribute("data-act", "restored");
    assertThat(desk.at("version", "data-revision", "3").locator("[data-field=geometry]"))
        .hasText(Pattern.compile(".*3 个顶点.*4 个顶点.*", Pattern.DOTALL));
  }

  private static void drag(Window window, Locator handle, double dx, double dy) {
    var box = handle.boundingBox();
    double x = box.x + box.width / 2;
    double y = box.y + box.height / 2;
    var mouse = window.page().mouse();
    // Alt: the test is about this line, not about what it may snap to.
    window.page().keyboard().down("Alt");
    mouse.move(x, y);
    mouse.down();
    mouse.move(x + dx / 2, y + dy / 2);
    mouse.move(x + dx, y + dy);
    mouse.up();
    window.page().keyboard().up("Alt");
  }

  private static void fill(Window window, String name, String text) {
    window.named("[data-testid=type-form] [name='" + name + "']").fill(text);
  }

  private static Locator clash(Window window, String field) {
    return window.at("clash", "data-field", field);
  }
}
