package org.wanglou.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** An administrator manages people at the screen, and everybody their own password. */
class PeopleScreenTest extends AtTheScreen {
  private static final String USERS = "GET /api/v1/users";
  private static final String CREATE = "POST /api/v1/users";
  private static final String CHANGE = "PATCH /api/v1/users/2";
  private static final String OWN_PASSWORD = "POST /api/v1/session/password";

  @Test
  void only_an_administrator_finds_people_in_the_menu_and_everybody_the_own_password() {
    screen.live();
    screen.get("user-menu").click();
    assertThat(screen.get("change-password")).isVisible();
    assertThat(screen.get("people")).hasCount(0);
  }

  @Test
  void the_list_says_who_has_which_role_and_who_is_disabled_or_has_a_one_time_password() {
    people();
    assertThat(screen.get("person")).hasCount(4);
    assertThat(person("2")).containsText("王某");
    assertThat(person("2")).containsText("调度员、值班员");
    assertThat(person("3")).containsText("停用");
    assertThat(person("3")).containsText("须换密码");
    assertThat(person("4")).containsText("系统账号");
    assertThat(person("4")).isDisabled();
  }

  @Test
  void a_person_is_added_by_keyboard_alone_and_the_first_password_stays_to_be_told() {
    people();
    var keyboard = screen.page().keyboard();
    screen.on(CREATE, 201, Fixtures.user("5", "zhao", "赵某", "[\"observer\"]", ""));
    screen.get("person-new").focus();
    keyboard.press("Enter");
    screen.get("person-form").waitFor();
    keyboard.type("zhao");
    keyboard.press("Tab");
    keyboard.type("赵某");
    for (int i = 0; i < 4; i++) {
      keyboard.press("Tab");
    }
    keyboard.press("Space");
    var password = screen.page().locator("[name=password]").inputValue();
    assertThat(password).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
    keyboard.press("Enter");
    assertThat(screen.get("one-time")).hasText(password);
    assertThat(screen.get("person")).hasCount(5);
    assertThat(screen.calls(CREATE))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call.body())
                    .isEqualTo(
                        "{\"username\":\"zhao\",\"display_name\":\"赵某\",\"roles\":[\"observer\"],"
                            + "\"password\":\""
                            + password
                            + "\"}"));
  }

  @Test
  void what_is_missing_is_said_at_its_field_before_anything_is_sent() {
    people();
    screen.get("person-new").click();
    screen.page().keyboard().type("Zhao");
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("problem-username")).containsText("小写字母");
    assertThat(screen.get("problem-display_name")).hasText("请填写姓名");
    assertThat(screen.get("problem-roles")).hasText("请至少选择一个角色");
    assertThat(screen.page().locator("[name=username]")).isFocused();
    assertThat(screen.calls(CREATE)).isEmpty();
  }

  @Test
  void what_the_server_refuses_is_said_at_its_field_and_nothing_typed_is_lost() {
    people();
    screen.on(CREATE, 409, refused("用户名 wang 已被使用", "/username"));
    screen.get("person-new").click();
    screen.page().fill("[name=username]", "wang");
    screen.page().fill("[name=display_name]", "另一个王某");
    screen.page().locator("[name=roles][value=observer]").check();
    screen.get("person-save").click();
    assertThat(screen.get("problem-username")).hasText("用户名 wang 已被使用");
    assertThat(screen.page().locator("[name=username]")).isFocused();
    assertThat(screen.page().locator("[name=display_name]")).hasValue("另一个王某");
  }

  @Test
  void only_what_was_changed_is_sent() {
    people();
    screen.on(CHANGE, 200, Fixtures.user("2", "wang", "王某", "[\"observer\"]", ""));
    person("2").click();
    screen.page().locator("[name=roles][value=dispatcher]").uncheck();
    screen.page().locator("[name=roles][value=duty_officer]").uncheck();
    screen.page().locator("[name=roles][value=observer]").check();
    screen.get("person-save").click();
    assertThat(screen.get("people-note")).containsText("已保存：王某");
    assertThat(screen.get("one-time")).hasCount(0);
    assertThat(person("2")).containsText("观察员");
    assertThat(person("2")).isFocused();
    assertThat(screen.calls(CHANGE))
        .singleElement()
        .satisfies(call -> assertThat(call.body()).isEqualTo("{\"roles\":[\"observer\"]}"));
  }

  @Test
  void who_forgot_the_password_gets_a_one_time_one() {
    people();
    screen.on(
        CHANGE,
        200,
        Fixtures.user("2", "wang", "王某", "[\"dispatcher\"]", ",\"must_change_password\":true"));
    person("2").click();
    screen.get("make-password").click();
    var password = screen.page().locator("[name=password]").inputValue();
    screen.get("person-save").click();
    assertThat(screen.get("one-time")).hasText(password);
    assertThat(screen.calls(CHANGE).get(0).body()).isEqualTo("{\"password\":\"" + password + "\"}");
    person("3").click();
    assertThat(screen.get("one-time")).hasCount(0);
  }

  @Test
  void the_last_administrator_cannot_be_disabled_and_the_screen_says_why_and_what_to_do() {
    people();
    screen.on(
        "PATCH /api/v1/users/1",
        409,
        refused("李某是最后一名可登录的系统管理员", "/disabled")
            .replace("\"status\"", "\"detail\":\"请先授予另一人\",\"status\""));
    person("1").click();
    assertThat(screen.page().locator("[name=password]")).hasCount(0);
    screen.page().locator("[name=disabled]").check();
    screen.get("person-save").click();
    assertThat(screen.get("problem-disabled")).hasText("李某是最后一名可登录的系统管理员");
    assertThat(screen.get("person-problem")).hasText("请先授予另一人");
  }

  @Test
  void escape_leaves_the_form_then_the_list_and_nothing_of_the_map() {
    people();
    person("2").click();
    assertThat(screen.page().locator("[name=display_name]")).isFocused();
    screen.page().keyboard().press("Escape");
    assertThat(screen.get("person-form")).hasCount(0);
    assertThat(person("2")).isFocused();
    screen.page().keyboard().press("Escape");
    assertThat(screen.get("people-sheet")).hasCount(0);
    assertThat(screen.get("user-menu")).isFocused();
  }

  @Test
  void what_another_administrator_changes_comes_into_the_open_list_and_leaves_the_form_alone() {
    people();
    person("2").click();
    screen.page().fill("[name=display_name]", "王队长");
    screen.on(USERS, 200, Fixtures.users().replace("钱某", "钱科长"));
    say("window.live.event('user.changed', {username: 'qian'}, null)");
    assertThat(person("3")).containsText("钱科长");
    assertThat(screen.page().locator("[name=display_name]")).hasValue("王队长");
  }

  @Test
  void who_loses_the_role_while_the_list_is_open_is_shown_it_no_longer() {
    people();
    screen.on("GET /api/v1/session", 200, Fixtures.SESSION);
    say("window.live.socket.onclose({code: 4403})");
    assertThat(screen.get("people-sheet")).hasCount(0);
    screen.get("user-menu").click();
    assertThat(screen.get("people")).hasCount(0);
  }

  @Test
  void ones_own_password_is_changed_and_what_is_wrong_is_said_at_its_field() {
    screen.live();
    screen.on(OWN_PASSWORD, 422, refused("原密码不对", "/old_password"));
    screen.get("user-menu").focus();
    screen.page().keyboard().press("Enter");
    assertThat(screen.get("change-password")).isFocused();
    screen.page().keyboard().press("Enter");
    var keyboard = screen.page().keyboard();
    keyboard.type("guessed");
    keyboard.press("Tab");
    keyboard.type("kanshan dao hu");
    keyboard.press("Tab");
    keyboard.type("kanshan");
    keyboard.press("Enter");
    assertThat(screen.get("problem-again")).hasText("两次输入不一致");
    assertThat(screen.calls(OWN_PASSWORD)).isEmpty();
    screen.page().fill("[name=again]", "kanshan dao hu");
    keyboard.press("Enter");
    assertThat(screen.get("problem-old_password")).hasText("原密码不对");
    assertThat(screen.page().locator("[name=old_password]")).isFocused();
    screen.on(OWN_PASSWORD, 204, "");
    keyboard.press("Enter");
    assertThat(screen.get("toasts")).containsText("密码已修改");
    assertThat(screen.get("own-password")).hasCount(0);
    assertThat(screen.calls(OWN_PASSWORD).get(1).body())
        .isEqualTo("{\"old_password\":\"guessed\",\"new_password\":\"kanshan dao hu\"}");
  }

  @Test
  void the_menu_closes_with_escape_and_the_selected_unit_stays() {
    screen.live();
    screen.get("unit-row").first().click();
    screen.get("user-menu").click();
    screen.page().keyboard().press("Escape");
    assertThat(screen.get("change-password")).not().isVisible();
    assertThat(screen.get("unit-card")).isVisible();
  }

  @Test
  void the_list_speaks_english_too() {
    screen.on("GET /api/v1/session", 200, Fixtures.ADMINISTRATOR).on(USERS, 200, Fixtures.users());
    screen.live();
    screen.page().getByText("English").click();
    screen.get("user-menu").click();
    screen.get("people").click();
    assertThat(person("2")).containsText("Dispatcher, Duty officer");
    assertThat(
            screen
                .page()
                .getByRole(
                    AriaRole.DIALOG,
                    new com.microsoft.playwright.Page.GetByRoleOptions().setName("People")))
        .isVisible();
  }

  private void people() {
    screen.on("GET /api/v1/session", 200, Fixtures.ADMINISTRATOR).on(USERS, 200, Fixtures.users());
    screen.live();
    screen.get("user-menu").click();
    screen.get("people").click();
    screen.get("person").first().waitFor();
  }

  private com.microsoft.playwright.Locator person(String id) {
    return screen.page().locator("[data-testid=person][data-user='" + id + "']");
  }

  private static String refused(String message, String pointer) {
    return Fixtures.problem(
        409,
        message,
        "{\"pointer\":\"%s\",\"code\":\"x\",\"message\":\"%s\"}".formatted(pointer, message));
  }
}
