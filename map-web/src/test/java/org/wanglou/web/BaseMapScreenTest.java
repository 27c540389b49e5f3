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
    mapIsShownIn("day");
    screen.get("theme").click();
    mapIsShownIn("night");
    screen.get("theme").click();
    mapIsShownIn("day");
    assertThat(asked)
        .isNotEmpty()
        .allMatch(path -> path.matches("/tiles/base/(day|night)/\\d+/\\d+/\\d+(@2x)?\\.png"));
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
