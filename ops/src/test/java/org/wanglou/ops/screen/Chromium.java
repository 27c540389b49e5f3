package org.wanglou.ops.screen;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The distribution's Chromium, without a window of its own. */
final class Chromium implements AutoCloseable {
  private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

  private final Playwright playwright = Playwright.create();
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(EXECUTABLE)
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-background-networking",
                          "--disable-component-update")));

  /** A window of somebody who is signed in. */
  Window open(URI address, String user, String password) {
    return Window.atTheDoor(browser, address, user, password).inside();
  }

  /** For somebody whose password was chosen by the administrator: a new one is asked for. */
  Window openFirstTime(URI address, String user, String password, String newPassword) {
    return Window.atTheDoor(browser, address, user, password).choosing(newPassword).inside();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
