package org.wanglou.ops.screen;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A person's own browser window at {@code /map}; remembers what a screen must never do. */
final class Window implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "screens");

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Window(BrowserContext context, URI address) {
    this.context = context;
    this.page = context.newPage();
    page.onRequest(
        request -> {
          var to = URI.create(request.url());
          if (to.getHost() != null && !to.getAuthority().equals(address.getAuthority())) {
            complaints.add("asked another host: " + request.url());
          }
        });
    page.onPageError(error -> complaints.add("error: " + error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !isTheFirstQuestion(message.text())) {
            complaints.add("console: " + message.text());
          }
        });
  }

  /** Who is not signed in yet is told so by a 401; the browser writes each into its console. */
  private static boolean isTheFirstQuestion(String text) {
    return text.contains("401");
  }

  /** Name and password typed in, whatever comes of it. */
  static Window atTheDoor(Browser browser, URI address, String user, String password) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(1920, 1080).setLocale("zh-CN"));
    var window = new Window(context, address);
    window.page.navigate(address.resolve("/map").toString());
    window.page.locator("input[name=username]").fill(user);
    window.page.locator("input[name=password]").fill(password);
    window.press("Enter");
    return window;
  }

  /** Answers the question for a new password. */
  Window choosing(String newPassword) {
    page.locator("input[name=new]").fill(newPassword);
    page.locator("input[name=again]").fill(newPassword);
    press("Enter");
    return this;
  }

  /** Waits until the command map is there. */
  Window inside() {
    try {
      at("incident-list").waitFor(attached());
      return this;
    } catch (TimeoutError e) {
      picture("not-inside");
      throw new AssertionError("not signed in, see the picture; " + complaints, e);
    }
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  }

  Locator at(String testId) {
    return page.getByTestId(testId);
  }

  /** The element with the test id and an attribute of that value. */
  Locator at(String testId, String attribute, String value) {
    return page.locator("[data-testid=%s][%s='%s']".formatted(testId, attribute, value));
  }

  Locator named(String css) {
    return page.locator(css);
  }

  void press(String key) {
    page.keyboard().press(key);
  }

  void type(String text) {
    page.keyboard().type(text);
  }

  Page page() {
    return page;
  }

  /** For people to look at. */
  void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
  }
}
