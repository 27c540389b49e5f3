package org.wanglou.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A fresh screen for each test; none may break the policy or ask another host. */
abstract class AtTheScreen {
  private static RealBrowser browser;
  private static ScreenServer server;
  Screen screen;

  @BeforeAll
  static void start() {
    browser = new RealBrowser();
    server = new ScreenServer();
  }

  @AfterAll
  static void stop() {
    server.close();
    browser.close();
  }

  @BeforeEach
  void open() {
    screen = new Screen(browser, server);
  }

  @AfterEach
  void close() {
    try (var closing = screen) {
      assertThat(closing.complaints()).as("page errors and policy violations").isEmpty();
      assertThat(closing.foreignRequests()).as("requests to other hosts").isEmpty();
    }
  }

  void say(String script) {
    screen.page().evaluate(script);
  }
}
