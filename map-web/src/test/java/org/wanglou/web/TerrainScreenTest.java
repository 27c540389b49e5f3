package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Height, profile and view from a lookout, on the screen. */
class TerrainScreenTest extends AtTheScreen {
  private static final String ABOUT =
      """
      "synthetic":true,"sources":[{"name":"dem.tif","source":"测绘院","provenance":"SYNTHETIC",
        "data_date":"2024-05-01","accuracy_m":2.5}]""";

  @BeforeEach
  void openTheTool() {
    screen
        .on(
            "POST /api/v1/terrain/points",
            200,
            """
            {"results":[{"elevation_m":1234.5,"slope_deg":12.3,"aspect_deg":271.0,
                         "cover":"known"}],%s}"""
                .formatted(ABOUT))
        .on(
            "POST /api/v1/terrain/profile",
            200,
            """
            {"length_m":4000,"step_m":1000,"climb_m":130,"descent_m":20,"lowest_m":1000,
             "highest_m":1130,"gaps":[{"from_m":1000,"to_m":3000}],"samples":[
               {"distance_m":0,"coordinates":[110.9,36.7],"elevation_m":1000},
               {"distance_m":1000,"coordinates":[110.91,36.7],"elevation_m":1100},
               {"distance_m":2000,"coordinates":[110.92,36.7],"elevation_m":null},
               {"distance_m":3000,"coordinates":[110.93,36.7],"elevation_m":1130},
               {"distance_m":4000,"coordinates":[110.94,36.7],"elevation_m":1110}],%s}"""
                .formatted(ABOUT))
        .on(
            "POST /api/v1/terrain/viewshed",
            200,
            """
            {"visible":{"type":"MultiPolygon","coordinates":[[[[110.9,36.68],[110.96,36.68],
               [110.96,36.72],[110.9,36.68]]]]},
             "unknown":{"type":"MultiPolygon","coordinates":[[[[110.97,36.68],[110.98,36.68],
               [110.98,36.69],[110.97,36.68]]]]},
             "visible_share":0.254,"hidden_share":0.7,"unknown_share":0.046,
             "resolution_m":90.2,"eye_m":1249.5,"refraction":0.13,%s}"""
                .formatted(ABOUT))
        .live();
    screen.page().keyboard().press("g");
    screen.get("terrain-panel").waitFor();
  }

  @Test
  void the_readout_tells_the_height_under_the_pointer_and_a_new_terrain_renews_the_base_map() {
    screen.on(
        "GET /api/v1/setup", 200, Fixtures.SETUP.replace("\"r1\"", "\"r2\",\"terrain\":true"));
    screen.page().evaluate("window.live.event('terrain.imported', {terrain: {}})");
    assertThat(screen.page().locator("img.leaflet-tile[src$='v=r2']").first()).isAttached();
    screen.page().mouse().move(500, 400);
    assertThat(screen.get("elevation")).hasText("1235 m");
  }

  @Test
  void a_click_tells_height_slope_and_aspect_with_their_source() {
    clickOnTheMap(500, 400);
    assertThat(fact("elevation")).hasText("高程1234.5 m");
    assertThat(fact("slope")).hasText("坡度12.3°");
    assertThat(fact("aspect")).hasText("坡向西 271°");
    assertThat(screen.get("terrain-sources")).containsText("合成地形。 dem.tif · 2024-05-01 · ±2.5 m");
  }

  @Test
  void a_profile_has_its_climb_and_shows_the_gap_as_a_gap() {
    screen.get("terrain-profile").click();
    clickOnTheMap(450, 400);
    clickOnTheMap(650, 400);
    screen.get("terrain-ask").click();
    assertThat(fact("climb")).hasText("累计上升130 m");
    assertThat(fact("gaps")).containsText("1.0 km–3.0 km");
    assertThat(screen.get("profile-chart").locator(".curve")).hasCount(2);
  }

  @Test
  void a_lookout_shows_on_the_map_what_it_sees_and_what_is_not_known() {
    screen.get("terrain-viewshed").click();
    screen.get("terrain-ask").click();
    assertThat(screen.get("terrain-problem")).containsText("请先点击瞭望点的位置");
    clickOnTheMap(500, 400);
    screen.page().fill("[name=radiusKm]", "8");
    screen.get("terrain-ask").click();
    assertThat(fact("visible")).hasText("可见25.4 %");
    assertThat(fact("notKnown")).hasText("未知4.6 %");
    assertThat(screen.page().locator("path.terrain-visible")).hasCount(1);
    assertThat(screen.page().locator("path.terrain-unknown")).hasCount(1);
    assertThat(screen.calls("POST /api/v1/terrain/viewshed"))
        .singleElement()
        .satisfies(call -> assertThat(call.body()).contains("\"radius_m\":8000"));
    screen.page().keyboard().press("Escape");
    assertThat(screen.page().locator("path.terrain-visible")).hasCount(0);
  }

  @Test
  void in_a_void_the_height_is_not_known_and_the_screen_says_why() {
    screen.on(
        "POST /api/v1/terrain/points",
        200,
        """
        {"results":[{"elevation_m":null,"slope_deg":null,"aspect_deg":null,"cover":"void"}],%s}"""
            .formatted(ABOUT));
    clickOnTheMap(520, 380);
    assertThat(fact("elevation")).containsText(Pattern.compile("数据空洞"));
  }

  private Locator fact(String key) {
    return screen.page().locator("[data-fact=" + key + "]");
  }

  private void clickOnTheMap(int x, int y) {
    screen.get("map").click(new Locator.ClickOptions().setPosition(x, y));
  }
}
