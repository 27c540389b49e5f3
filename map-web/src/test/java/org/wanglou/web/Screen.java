package org.wanglou.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The screen in a browser, before a server whose answers the test writes. */
final class Screen implements AutoCloseable {
  /** Method and path, exactly. */
  record Answer(int status, String body) {}

  /** A call the screen made. */
  record Call(String name, String body, Map<String, String> headers) {}

  static final String INCIDENT = "0197-incident";

  private final BrowserContext context;
  private final Page page;
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();
  private final String address;
  private boolean away;

  Screen(RealBrowser real, ScreenServer server) {
    address = server.address();
    context =
        real.browser()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setLocale("zh-CN")
                    .setTimezoneId("Asia/Shanghai")
                    .setViewportSize(1920, 1080));
    page = context.newPage();
    page.setDefaultTimeout(10_000);
    page.addInitScript(read("src/test/web/fake-live.js"));
    page.addInitScript("window.live.snapshot = " + Fixtures.SNAPSHOT + ";");
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
            foreign.add(request.url());
          }
        });
    page.route("**/api/**", this::answer);
    page.route("**/tiles/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
    on("GET /api/v1/session", 200, Fixtures.SESSION);
    on("GET /api/v1/setup", 200, Fixtures.SETUP);
    on("GET /api/v1/layers", 200, "{\"results\":[]}");
    on("GET /api/v1/imagery", 200, "{\"results\":[],\"problems\":[]}");
    on("GET /api/v1/search", 200, "{\"results\":[]}");
    on("GET /api/v1/incidents/" + INCIDENT + "/timeline", 200, "{\"results\":[],\"next\":null}");
    on("GET /api/v1/incidents/" + INCIDENT + "/recommendations", 200, Fixtures.RECOMMENDATION);
  }

  Screen on(String call, int status, String body) {
    answers.put(call, new Answer(status, body));
    return this;
  }

  /** From now on nothing answers: neither calls nor the live socket. */
  void away(boolean now) {
    away = now;
    page.evaluate("now => { window.live.muted = now; }", now);
  }

  Screen open() {
    page.navigate(address + "/map");
    return this;
  }

  /** Opened, with the first snapshot on it. */
  Screen live() {
    open();
    page.locator("[data-testid=link-state][data-state=live]").waitFor();
    return this;
  }

  Page page() {
    return page;
  }

  Locator get(String testId) {
    return page.getByTestId(testId);
  }

  List<Call> calls(String name) {
    return calls.stream().filter(call -> call.name().equals(name)).toList();
  }

  List<String> complaints() {
    return complaints;
  }

  List<String> foreignRequests() {
    return foreign;
  }

  private void answer(Route route) {
    var request = route.request();
    var path = java.net.URI.create(request.url()).getPath();
    var name = request.method() + " " + path;
    calls.add(
        new Call(name, request.postData() == null ? "" : request.postData(), request.headers()));
    if (away) {
      route.abort();
      return;
    }
    var answer =
        answers.getOrDefault(name, new Answer(404, "{\"title\":\"no answer for " + name + "\"}"));
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(answer.status())
            .setContentType(answer.status() < 400 ? "application/json" : "application/problem+json")
            .setBody(answer.body()));
  }

  private static String read(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
