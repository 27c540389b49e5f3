package org.wanglou.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.event.EventCatalogue;
import org.wanglou.command.event.EventLog;

/** An administrator changes other people's accounts. */
class ChangeUserTest {
  private static final String USERS = "/api/v1/users";
  private static final String SESSION = "/api/v1/session";
  private TestServer server;
  private TestClient admin;

  @BeforeEach
  void start() {
    server = TestServer.start();
    admin = server.admin();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void name_and_roles_are_changed_and_hold_for_the_next_call_of_a_running_session() {
    var li = server.user("li", "observer");
    li.get("/api/v1/log/verification").expect(403);
    var changed =
        change(
                "li",
                new JsonObject()
                    .put("display_name", "李班长")
                    .put("roles", new JsonArray().add("duty_officer").add("observer")))
            .expect(200)
            .json();
    assertThat(changed.getString("display_name")).isEqualTo("李班长");
    assertThat(changed.getJsonArray("roles")).containsExactly("duty_officer", "observer");
    li.get("/api/v1/log/verification").expect(200);
    assertThat(user("li")).isEqualTo(changed);
  }

  @Test
  void who_is_disabled_is_out_at_once_and_does_not_come_back_until_enabled() {
    var li = server.user("li", "dispatcher");
    var token = li.post("/api/v1/tokens", label()).expect(201).json().getString("token");
    change("li", new JsonObject().put("disabled", true)).expect(200);
    li.get(SESSION).expect(401);
    program(token).get("/api/v1/units").expect(401);
    signIn("li", TestServer.PASSWORD).expect(401);
    change("li", new JsonObject().put("disabled", false)).expect(200);
    li.get(SESSION).expect(401);
    program(token).get("/api/v1/units").expect(401);
    signIn("li", TestServer.PASSWORD).expect(200);
  }

  @Test
  void a_password_of_the_administrator_is_for_one_time_and_ends_the_sessions() {
    var li = server.user("li", "observer");
    change("li", new JsonObject().put("password", "one-time-pass")).expect(200);
    li.get(SESSION).expect(401);
    signIn("li", TestServer.PASSWORD).expect(401);
    var again = server.stranger().signIn("li", "one-time-pass");
    assertThat(code(again.get("/api/v1/units").expect(403)))
        .isEqualTo("session.password_must_change");
    again
        .post(
            SESSION + "/password",
            new JsonObject()
                .put("old_password", "one-time-pass")
                .put("new_password", "my-own-password"))
        .expect(204);
    again.get("/api/v1/units").expect(200);
  }

  @Test
  void who_tried_the_forgotten_password_too_often_signs_in_with_the_new_one_at_once() {
    server.user("li", "observer");
    for (int i = 0; i < FailedAttempts.FREE; i++) {
      signIn("li", "forgotten").expect(401);
    }
    signIn("li", TestServer.PASSWORD).expect(429);
    change("li", new JsonObject().put("password", "one-time-pass")).expect(200);
    signIn("li", "one-time-pass").expect(200);
  }

  @Test
  void the_last_administrator_keeps_the_role_and_stays_enabled() {
    server.user("li", "dispatcher");
    for (var wish :
        List.of(
            new JsonObject().put("disabled", true),
            new JsonObject().put("roles", new JsonArray().add("dispatcher")))) {
      var refused = change("admin", wish).expect(409);
      assertThat(code(refused)).isEqualTo("user.last_administrator");
      assertThat(refused.text()).contains("系统管理员是最后一名可登录的系统管理员");
    }
    admin.get(USERS).expect(200);
    change("li", roles("administrator")).expect(200);
    change("admin", roles("dispatcher")).expect(200);
    admin.get(USERS).expect(403);
  }

  @Test
  void a_disabled_administrator_does_not_count_as_one() {
    server.user("wang", "administrator");
    change("wang", new JsonObject().put("disabled", true)).expect(200);
    assertThat(code(change("admin", roles("observer")).expect(409)))
        .isEqualTo("user.last_administrator");
  }

  @Test
  void of_two_administrators_who_disable_each_other_at_once_one_remains() throws Exception {
    var wang = server.user("wang", "administrator");
    var first = id("admin");
    var second = id("wang");
    var off = new JsonObject().put("disabled", true);
    var threads = Executors.newFixedThreadPool(2);
    for (int round = 0; round < 5; round++) {
      Callable<TestClient.Reply> one = () -> admin.patch(USERS + "/" + second, off);
      Callable<TestClient.Reply> other = () -> wang.patch(USERS + "/" + first, off);
      var done = threads.invokeAll(List.of(one, other));
      assertThat(List.of(done.get(0).get().status(), done.get(1).get().status()))
          .as("one succeeds; the other would be the last, or is out already")
          .containsOnlyOnce(200)
          .containsAnyOf(409, 401);
      server.db().superuser().useHandle(h -> h.execute("UPDATE app_user SET disabled = false"));
      admin = server.admin();
      wang.signIn("wang", TestServer.PASSWORD);
    }
    threads.shutdown();
  }

  @Test
  void ones_own_password_needs_the_old_one() {
    var refused = change("admin", new JsonObject().put("password", "stolen-session")).expect(409);
    assertThat(code(refused)).isEqualTo("user.own_password");
    signIn("admin", TestServer.PASSWORD).expect(200);
  }

  @Test
  void what_is_wrong_is_named_at_its_field_and_nothing_is_changed() {
    server.user("li", "observer");
    assertThat(pointer(change("li", new JsonObject().put("password", "short")).expect(422)))
        .isEqualTo("/password");
    assertThat(pointer(change("li", new JsonObject().put("password", "li-2026-wanglou")), 422))
        .isEqualTo("/password");
    assertThat(pointer(change("li", new JsonObject().put("roles", new JsonArray())), 400))
        .isEqualTo("/roles");
    assertThat(pointer(change("li", roles("emperor")), 400)).isEqualTo("/roles/0");
    assertThat(pointer(change("li", new JsonObject().put("display_name", "")), 400))
        .isEqualTo("/display_name");
    change("li", new JsonObject()).expect(400);
    change("li", new JsonObject().put("username", "chen")).expect(400);
    admin.patch(USERS + "/" + UUID.randomUUID(), roles("observer")).expect(404);
    assertThat(user("li").getString("display_name")).isEqualTo("li");
    assertThat(events()).isEmpty();
  }

  @Test
  void only_an_administrator_changes_people() {
    var li = server.user("li", "dispatcher");
    li.patch(USERS + "/" + id("li"), roles("administrator")).expect(403);
    server.stranger().patch(USERS + "/" + id("li"), roles("administrator")).expect(401);
  }

  @Test
  void each_change_is_one_event_that_holds_no_secret_and_no_difference_is_none() {
    server.user("li", "observer");
    change("li", roles("dispatcher").put("password", "one-time-pass").put("display_name", "李"))
        .expect(200);
    change("li", roles("dispatcher").put("display_name", "李").put("disabled", false)).expect(200);
    assertThat(events())
        .singleElement()
        .isEqualTo(
            new JsonObject()
                .put("username", "li")
                .put("display_name", "李")
                .put("roles", new JsonArray().add("dispatcher"))
                .put("password_set", true));
    assertThat(admin.get("/api/v1/log/verification").json().getBoolean("whole")).isTrue();
  }

  @Test
  void an_account_of_the_system_itself_is_shown_as_such_and_stays_as_it_is() {
    new SystemAccount(
            server.database(),
            new EventLog(server.database(), EventCatalogue.load()),
            Clock.systemUTC())
        .simulatorToken();
    assertThat(user("simulator").getBoolean("program")).isTrue();
    assertThat(user("admin").getBoolean("program")).isFalse();
    assertThat(code(change("simulator", new JsonObject().put("password", "one-time-pass"))))
        .isEqualTo("user.is_program");
    assertThat(code(change("simulator", new JsonObject().put("disabled", true))))
        .isEqualTo("user.is_program");
  }

  private List<JsonObject> events() {
    return server
        .db()
        .superuser()
        .withHandle(
            h ->
                h.createQuery("SELECT payload::text FROM event WHERE type = 'user.changed'")
                    .mapTo(String.class)
                    .list())
        .stream()
        .map(JsonObject::new)
        .toList();
  }

  private TestClient.Reply change(String username, JsonObject wish) {
    return admin.patch(USERS + "/" + id(username), wish);
  }

  private String id(String username) {
    return user(username).getString("id");
  }

  private JsonObject user(String username) {
    return admin.get(USERS).expect(200).json().getJsonArray("results").stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getString("username").equals(username))
        .findFirst()
        .orElseThrow();
  }

  private TestClient program(String token) {
    return server.stranger().with("Authorization", "Bearer " + token);
  }

  private TestClient.Reply signIn(String username, String password) {
    return server
        .stranger()
        .post(SESSION, new JsonObject().put("username", username).put("password", password));
  }

  private static String code(TestClient.Reply reply) {
    return reply.errors().getJsonObject(0).getString("code");
  }

  private static String pointer(TestClient.Reply reply) {
    return reply.errors().getJsonObject(0).getString("pointer");
  }

  private static String pointer(TestClient.Reply reply, int status) {
    return pointer(reply.expect(status));
  }

  private static JsonObject roles(String role) {
    return new JsonObject().put("roles", new JsonArray().add(role));
  }

  private static JsonObject label() {
    return new JsonObject().put("label", "test");
  }
}
