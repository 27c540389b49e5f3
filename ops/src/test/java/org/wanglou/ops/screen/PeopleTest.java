package org.wanglou.ops.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.ops.launch.LauncherProcess;

/**
 * A colleague's first and last day, all of it on the screen: added by the administrator, at work,
 * given other roles, shut out, and let in again with a one-time password.
 */
class PeopleTest {
  private static final String NEW_PASSWORD = "kanshan-dao-hu-2";
  @TempDir static Path folder;
  private static LauncherProcess tower;
  private static URI address;
  private static Chromium browser;

  @BeforeAll
  static void open() throws Exception {
    tower = LauncherProcess.start(folder.resolve("data"), "--port", "0", "--no-simulator");
    address = tower.address();
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
  void somebody_is_added_works_gets_other_roles_is_shut_out_and_let_in_again() {
    try (var desk = browser.open(address, "admin", LauncherProcess.PASSWORD)) {
      var oneTime = add(desk, "zhao", "赵敏");
      try (var zhao = browser.openFirstTime(address, "zhao", oneTime, NEW_PASSWORD)) {
        assertThat(person(desk, "赵敏").getByText("须换密码")).hasCount(0);
        var unit = takeOutOfService(zhao);
        assertThat(desk.at("unit-row", "data-unit", unit))
            .hasAttribute("data-status", "out_of_service");

        person(desk, "赵敏").click();
        desk.named("[name=roles][value=dispatcher]").uncheck();
        desk.named("[name=roles][value=observer]").check();
        desk.at("person-save").click();
        assertThat(zhao.at("unit-in")).hasCount(0);
        assertThat(zhao.at("link-state")).hasAttribute("data-state", "live");

        person(desk, "赵敏").click();
        desk.named("[name=disabled]").check();
        desk.at("person-save").click();
        assertThat(zhao.page().getByText("会话已结束"))
            .isVisible(new IsVisibleOptions().setTimeout(1_500));
        desk.picture("people");
        // A socket that was about to come back is refused, which the browser notes.
        assertThat(zhao.complaints()).allMatch(it -> it.contains("no valid credentials"));
      }
      var again = letInAgain(desk);
      browser.openFirstTime(address, "zhao", again, NEW_PASSWORD + "-a").close();
      assertThat(desk.complaints()).isEmpty();
    }
  }

  @Test
  void the_last_administrator_cannot_give_the_role_away() {
    try (var desk = browser.open(address, "admin", LauncherProcess.PASSWORD)) {
      people(desk);
      desk.at("person").filter(withText("admin")).click();
      desk.named("[name=roles][value=administrator]").uncheck();
      desk.at("person-save").click();
      assertThat(desk.at("problem-roles")).containsText("最后一名可登录的系统管理员");
      assertThat(desk.at("person-problem")).containsText("授予另一人");
    }
  }

  private static void people(Window desk) {
    desk.at("user-menu").click();
    desk.at("people").click();
    assertThat(desk.at("person").first()).isVisible();
  }

  /** Returns the password to be told. */
  private static String add(Window desk, String username, String name) {
    people(desk);
    desk.at("person-new").click();
    desk.named("[name=username]").fill(username);
    desk.named("[name=display_name]").fill(name);
    desk.named("[name=roles][value=dispatcher]").check();
    desk.at("person-save").click();
    return desk.at("one-time").textContent();
  }

  /** Returns the one-time password to be told. */
  private static String letInAgain(Window desk) {
    person(desk, "赵敏").click();
    desk.named("[name=disabled]").uncheck();
    desk.at("make-password").click();
    desk.at("person-save").click();
    return desk.at("one-time").textContent();
  }

  private static String takeOutOfService(Window window) {
    var row = window.at("unit-row", "data-status", "available").first();
    var unit = row.getAttribute("data-unit");
    row.click();
    window.at("unit-out").click();
    window.type("车辆检修");
    window.press("Enter");
    assertThat(window.at("unit-in")).isVisible();
    window.picture("unit-out-of-service");
    return unit;
  }

  private static com.microsoft.playwright.Locator person(Window desk, String name) {
    return desk.at("person").filter(withText(name));
  }

  private static com.microsoft.playwright.Locator.FilterOptions withText(String text) {
    return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
  }
}
