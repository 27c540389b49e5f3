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

  /** Until the features of both layers lie on the map, where a click can find them. */
  void showLayers() {
    screen
        .page()
        .evaluate(
            """
            async layers => {
              const { app } = document.querySelector('wl-command-view');
              const until = Date.now() + 8000;
              const become = async (ready, what) => {
                while (!ready()) {
                  if (Date.now() > until) throw new Error(what);
                  await new Promise(resolve => setTimeout(resolve, 20));
                }
              };
              await become(() => app.store.layerTypes.length, 'no layer types');
              await app.layers.show(layers);
              await become(() => layers.every(id => app.store.loadedLayers.get(id)?.state === 'ready'), 'no features');
              await new Promise(requestAnimationFrame);
            }""",
            List.of("fire_break", "forest"));
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
