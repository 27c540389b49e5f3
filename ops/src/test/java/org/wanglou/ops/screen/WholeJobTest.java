package org.wanglou.ops.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.ops.client.Seat;
import org.wanglou.ops.launch.LauncherProcess;

/**
 * The job this system exists for, in two windows of a real Chromium: one person reports a fire,
 * another sees it, the nearest engine is sent with two clicks and is watched until it is done. The
 * crew in the field is played by this test through the public API.
 */
class WholeJobTest {
  private static final String COLLEAGUE = "zhou";
  private static final String COLLEAGUE_PASSWORD = "kanshan-dao-hu-2";
  private static final String COLLEAGUE_NEW_PASSWORD = "kanshan-dao-hu-3";

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
            .put("roles", new JsonArray().add("dispatcher"))
            .put("password", COLLEAGUE_PASSWORD));
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
  void a_report_is_seen_elsewhere_an_engine_sent_watched_and_the_incident_closed()
      throws Exception {
    try (var desk = browser.open(address, "admin", LauncherProcess.PASSWORD);
        var other =
            browser.openFirstTime(address, COLLEAGUE, COLLEAGUE_PASSWORD, COLLEAGUE_NEW_PASSWORD)) {
      report(desk, "县医院旁民房起火 2人被困", nearAnEngine());
      var row = other.at("incident-row").filter(withText("民房起火"));
      assertThat(row).isVisible();
      other.picture("reported-other");

      var first = desk.at("pick").first();
      assertThat(first).isVisible();
      assertThat(first).hasAttribute("aria-checked", "true");
      first.hover();
      desk.picture("recommended");
      var unit = first.getAttribute("data-unit");
      assertThat(capabilities(unit)).contains("firefighting");
      onlyTheFirst(desk);
      desk.at("accept").click();
      desk.at("confirm").click();

      row.click();
      assertThat(other.at("order", "data-unit", unit)).hasAttribute("data-state", "ordered");
      var order = other.at("order", "data-unit", unit).getAttribute("data-order");
      drive(other, unit, order);
      desk.picture("on-scene");

      desk.at("order", "data-order", order).getByTestId("step-complete").click();
      assertThat(other.at("order", "data-order", order)).hasAttribute("data-state", "complete");
      desk.at("close-incident").click();
      desk.at("close-confirm").click();
      assertThat(other.at("incident-row")).hasCount(0);
      assertThat(other.named("[data-testid=timeline] li[data-event='incident.closed']"))
          .isVisible();
      assertThat(eventsShown(other))
          .containsExactly(
              "incident.closed",
              "order.completed",
              "order.arrived",
              "order.departed",
              "order.acknowledged",
              "order.sent",
              "incident.reported");
      other.picture("closed");
      assertThat(desk.complaints()).isEmpty();
      assertThat(other.complaints()).isEmpty();
    }
    assertThat(field.get("/api/v1/log/verification").getBoolean("whole")).isTrue();
  }

  /** By keyboard alone. */
  private static void report(Window window, String line, double[] at) {
    window.press("n");
    assertThat(window.at("report-form")).isVisible();
    window.type(line);
    window
        .named("[data-testid=report-form] input[name=coordinates]")
        .fill("%s, %s".formatted(at[0], at[1]));
    window.press("Enter");
    assertThat(window.at("incident-panel")).isVisible();
  }

  /** The plan may name more units; this job is about one. */
  private static void onlyTheFirst(Window window) {
    var picks = window.at("pick");
    for (int i = picks.count() - 1; i > 0; i--) {
      if ("true".equals(picks.nth(i).getAttribute("aria-checked"))) {
        picks.nth(i).click();
      }
    }
  }

  /** The crew answers, drives along the ordered route and arrives; the other window follows. */
  private static void drive(Window other, String unit, String order) throws Exception {
    var path = "/api/v1/orders/" + order;
    var shown = other.at("order", "data-order", order);
    field.post(path + "/acknowledge");
    assertThat(shown).hasAttribute("data-state", "acknowledged");
    field.post(path + "/depart");
    assertThat(shown).hasAttribute("data-state", "en_route");
    var route = field.get(path).getJsonObject("route").getJsonArray("coordinates");
    for (int i = 0; i < route.size(); i += Math.max(1, route.size() / 8)) {
      position(unit, route.getJsonArray(i));
    }
    var row = other.at("unit-row", "data-unit", unit);
    assertThat(row).hasAttribute("data-status", "en_route");
    assertThat(row.locator(".age")).hasText(java.util.regex.Pattern.compile("[0-4] 秒"));
    other.picture("en-route");
    field.post(path + "/arrive");
    assertThat(shown).hasAttribute("data-state", "on_scene");
  }

  private static void position(String unit, JsonArray at) throws Exception {
    var fix =
        new JsonObject()
            .put("location", new JsonObject().put("type", "Point").put("coordinates", at))
            .put("at", Instant.now().toString())
            .put("speed_kmh", 48);
    var answer =
        field.post(
            "/api/v1/units/" + unit + "/positions",
            new JsonObject().put("positions", new JsonArray().add(fix)));
    assertThat(answer.getInteger("accepted")).isEqualTo(1);
  }

  private static JsonArray capabilities(String unit) throws Exception {
    return field.get("/api/v1/units/" + unit).getJsonArray("capabilities");
  }

  /** Some hundred metres from the base of a fire engine. */
  private static double[] nearAnEngine() throws Exception {
    var units = field.get("/api/v1/units?limit=1000").getJsonArray("results");
    var base =
        units.stream()
            .map(JsonObject.class::cast)
            .filter(unit -> unit.getString("type").equals("fire_engine"))
            .map(unit -> unit.getJsonObject("base").getJsonObject("location"))
            .findFirst()
            .orElseThrow()
            .getJsonArray("coordinates");
    return new double[] {base.getDouble(0) + 0.02, base.getDouble(1) + 0.01};
  }

  private static com.microsoft.playwright.Locator.FilterOptions withText(String text) {
    return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
  }

  @SuppressWarnings("unchecked") // what the script returns is a list of strings
  private static List<String> eventsShown(Window window) {
    return (List<String>)
        window
            .named("[data-testid=timeline] li")
            .evaluateAll("rows => rows.map(row => row.dataset.event)");
  }
}
