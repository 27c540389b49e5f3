package org.wanglou.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;

/** A hand at the map: places are given in degrees, as the features have them. */
final class Drawn {
  private final Screen screen;

  Drawn(Screen screen) {
    this.screen = screen;
  }

  /** Until the features of a layer lie on the map, where a click can find them. */
  void awaitLayer(String layer) {
    screen
        .page()
        .evaluate(
            """
            async layer => {
              const { store } = document.querySelector('wl-command-view').app;
              while (store.loadedLayers.get(layer)?.state !== 'ready') {
                await new Promise(resolve => setTimeout(resolve, 20));
              }
              await new Promise(requestAnimationFrame);
            }""",
            layer);
  }

  /** Where a place is on the page. */
  double[] pixel(double lon, double lat) {
    @SuppressWarnings("unchecked") // what the script returns is a list of two numbers
    var at =
        (List<Number>)
            screen
                .page()
                .evaluate(
                    """
                    at => {
                      const { stage } = document.querySelector('wl-command-view').app;
                      const { x, y } = stage.pixel(at);
                      const box = document.querySelector('.stage').getBoundingClientRect();
                      return [x + box.x, y + box.y];
                    }""",
                    List.of(lon, lat));
    return new double[] {at.get(0).doubleValue(), at.get(1).doubleValue()};
  }

  void click(double lon, double lat) {
    clickBeside(lon, lat, 0, 0);
  }

  /** Some pixels away from a place. */
  void clickBeside(double lon, double lat, double dx, double dy) {
    var at = pixel(lon, lat);
    screen.page().mouse().move(at[0] + dx, at[1] + dy);
    screen.page().mouse().click(at[0] + dx, at[1] + dy);
  }

  void drag(Locator handle, double lon, double lat) {
    var to = pixel(lon, lat);
    dragTo(handle, to[0], to[1]);
  }

  void dragBy(Locator handle, double dx, double dy) {
    var from = middle(handle);
    dragTo(handle, from[0] + dx, from[1] + dy);
  }

  private void dragTo(Locator handle, double x, double y) {
    var from = middle(handle);
    var mouse = screen.page().mouse();
    mouse.move(from[0], from[1]);
    mouse.down();
    mouse.move((from[0] + x) / 2, (from[1] + y) / 2);
    mouse.move(x, y);
    mouse.up();
  }

  private static double[] middle(Locator handle) {
    BoundingBox box = handle.boundingBox();
    return new double[] {box.x + box.width / 2, box.y + box.height / 2};
  }
}
