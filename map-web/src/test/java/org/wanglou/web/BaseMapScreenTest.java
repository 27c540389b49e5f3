package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.net.URI;
import java.util.Base64;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The base map below all else: asked for at the levels there are, and never missing. */
class BaseMapScreenTest extends AtTheScreen {
  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

  @Test
  void the_whole_county_lies_between_two_levels_and_still_has_its_map_by_day_and_by_night() {
    screen.page().setViewportSize(1366, 768);
    screen
        .page()
        .route(
            "**/tiles/**",
            route -> {
              asked.add(URI.create(route.request().url()).getPath());
              route.fulfill(
                  new Route.FulfillOptions().setContentType("image/png").setBodyBytes(PIXEL));
            });
    screen
        .on(
            "GET /api/v1/setup",
            200,
            Fixtures.SETUP.replace("[110.6,36.4,111.2,37.0]", "[110.7,36.5,111.1,36.9]"))
        .live();
    // Shrunk, for the view lies between two levels.
    assertThat(screen.page().locator(".leaflet-tile-container").first())
        .hasAttribute("style", Pattern.compile("scale\\(0\\.\\d+\\)"));
    // Added up where they share a pixel, they would be a bright line.
    assertThat(screen.page().locator("img.leaflet-tile").first())
        .hasCSS("mix-blend-mode", "normal");
    assertThat(screen.page().locator("img.leaflet-tile").first()).hasCSS("width", "257px");
    mapIsShownIn("day");
    screen.get("theme").click();
    mapIsShownIn("night");
    screen.get("theme").click();
    mapIsShownIn("day");
    assertThat(asked)
        .isNotEmpty()
        .allMatch(path -> path.matches("/tiles/base/(day|night)/\\d+/\\d+/\\d+(@2x)?\\.png"));
  }

  @Test
  void a_picture_lies_between_the_map_and_its_names_with_whose_it_is_and_its_warnings() {
    screen
        .page()
        .route(
            "**/tiles/**",
            route ->
                route.fulfill(
                    new Route.FulfillOptions().setContentType("image/png").setBodyBytes(PIXEL)));
    screen
        .on(
            "GET /api/v1/imagery",
            200,
            """
            {"problems":[],"results":[
              {"id":"ortho","name":"正射影像","kind":"mbtiles","min_zoom":8,"max_zoom":16,"bounds":[110,36,112,38],
               "attribution":"© 自然资源局","date":"2024-05","datum":"cgcs2000","state":"ready","problem":null,"revision":"r1"},
              {"id":"old","name":"旧影像","kind":"folder","min_zoom":8,"max_zoom":16,"bounds":null,
               "attribution":"","date":null,"datum":"undeclared","state":"ready","problem":null,"revision":"r2"},
              {"id":"amap","name":"高德","kind":"xyz","min_zoom":0,"max_zoom":0,"bounds":null,
               "attribution":"","date":null,"datum":"wgs84","state":"refused","problem":"带有 GCJ-02 偏移","revision":"none"}]}""")
        .live();
    screen.get("layers").click();
    assertThat(screen.get("background-amap")).isDisabled();
    screen.get("background-ortho").click();
    assertThat(pictures("/tiles/imagery/ortho/").first()).isVisible();
    assertThat(pictures("/tiles/base/imagery/").first()).isVisible();
    assertThat(screen.get("imagery-attribution")).hasText("© 自然资源局 · 2024-05");
    screen.get("background-opacity").fill("40");
    assertThat(screen.page().locator(".leaflet-layer.imagery")).hasCSS("opacity", "0.4");
    screen.get("background-old").click();
    assertThat(screen.get("background-undeclared")).containsText("500");
    assertThat(pictures("/tiles/imagery/ortho/")).hasCount(0);
    screen.get("background-map").click();
    assertThat(pictures("/tiles/imagery/")).hasCount(0);
    assertThat(screen.get("imagery-attribution")).hasCount(0);
  }

  private com.microsoft.playwright.Locator pictures(String address) {
    return screen.page().locator("img.leaflet-tile-loaded[src*='%s']".formatted(address));
  }

  private void mapIsShownIn(String theme) {
    var other = theme.equals("day") ? "night" : "day";
    assertThat(tiles(theme).first()).isVisible();
    assertThat(tiles(other)).hasCount(0);
  }

  private com.microsoft.playwright.Locator tiles(String theme) {
    return screen.page().locator("img.leaflet-tile-loaded[src*='/base/%s/']".formatted(theme));
  }
}
