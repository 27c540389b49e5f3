package org.wanglou.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;
import org.wanglou.gis.db.TestDatabase;

class SessionTest {
  private static final String SESSION = "/api/v1/session";
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void the_cookie_cannot_be_read_by_scripts_nor_sent_by_other_sites() {
    var reply =
        server
            .stranger()
            .post(
                SESSION,
                new JsonObject().put("username", "admin").put("password", TestServer.PASSWORD));
    assertThat(reply.header("set-cookie"))
        .startsWith("wanglou_session=")
        .contains("HTTPOnly")
        .contains("SameSite=Strict")
        .contains("Path=/");
  }

  @Test
  void who_signed_in_is_known_until_signing_out() {
    var admin = server.admin();
    assertThat(admin.get(SESSION).expect(200).json().getJsonObject("user").getString("username"))
        .isEqualTo("admin");
    admin.delete(SESSION).expect(204);
    admin.get(SESSION).expect(401);
  }

  @Test
  void without_a_session_or_with_a_made_up_one_nothing_is_told() {
    server.stranger().get("/api/v1/users").expect(401);
    server.stranger().with("Cookie", "wanglou_session=made-up").get("/api/v1/users").expect(401);
    server.stranger().with("Authorization", "Bearer made-up").get("/api/v1/users").expect(401);
  }

  @Test
  void an_unknown_name_and_a_wrong_password_get_the_same_answer() {
    var unknown = signIn("nobody-here", "wrong-password").expect(401);
    var known = signIn("admin", "wrong-password").expect(401);
    assertThat(unknown.text()).isEqualTo(known.text());
  }

  @Test
  void guessing_is_stopped_for_the_guessed_account_only() {
    make("guessed", "dispatcher");
    for (int i = 0; i < FailedAttempts.FREE; i++) {
      signIn("guessed", "wrong-password").expect(401);
    }
    var reply = signIn("guessed", "a-good-password").expect(429);
    assertThat(Integer.parseInt(reply.header("retry-after"))).isBetween(1, 6);
    server.admin().get(SESSION).expect(200);
  }

  @Test
  void a_changing_call_with_a_cookie_needs_the_csrf_token() {
    var reply = server.admin().without("X-CSRF-Token").post("/api/v1/tokens", label()).expect(403);
    assertThat(reply.errors().getJsonObject(0).getString("code")).isEqualTo("session.csrf");
    server.admin().with("X-CSRF-Token", "guessed").post("/api/v1/tokens", label()).expect(403);
  }

  @Test
  void a_bearer_token_needs_no_csrf_token() {
    var token =
        server.admin().post("/api/v1/tokens", label()).expect(201).json().getString("token");
    program(token).get("/api/v1/users").expect(200);
    program(token).post("/api/v1/tokens", label()).expect(201);
    program(token).delete(SESSION).expect(409);
  }

  @Test
  void a_token_cannot_end_before_it_begins() {
    var reply =
        server
            .admin()
            .post("/api/v1/tokens", label().put("expires_at", "2020-01-01T00:00:00Z"))
            .expect(422);
    assertThat(reply.errors().getJsonObject(0).getString("pointer")).isEqualTo("/expires_at");
  }

  @Test
  void a_new_user_has_to_change_the_password_before_anything_else() {
    make("newcomer", "administrator");
    var newcomer = server.stranger().signIn("newcomer", "a-good-password");
    assertThat(
            newcomer.get("/api/v1/users").expect(403).errors().getJsonObject(0).getString("code"))
        .isEqualTo("session.password_must_change");
    change(newcomer, "wrong", "another-password").expect(422);
    change(newcomer, "a-good-password", "short").expect(422);
    change(newcomer, "a-good-password", "Newcomer-2026").expect(422);
    change(newcomer, "a-good-password", "a-good-password").expect(422);
    change(newcomer, "a-good-password", "another-password").expect(204);
    newcomer.get("/api/v1/users").expect(200);
    server.stranger().signIn("newcomer", "another-password");
  }

  @Test
  void guessing_the_old_password_of_an_open_session_is_stopped_too() {
    make("away-from-desk", "dispatcher");
    var left = server.stranger().signIn("away-from-desk", "a-good-password");
    for (int i = 0; i < FailedAttempts.FREE; i++) {
      change(left, "wrong-password", "another-password").expect(422);
    }
    change(left, "a-good-password", "another-password").expect(429);
  }

  /** What a form on another site could send without asking the browser's leave. */
  @Test
  void a_form_of_another_site_signs_nobody_in() {
    var credentials =
        new JsonObject().put("username", "admin").put("password", TestServer.PASSWORD);
    for (var type : List.of("text/plain", "application/x-www-form-urlencoded")) {
      var reply =
          server
              .stranger()
              .with("Content-Type", type)
              .send("POST", SESSION, Optional.of(credentials.encode()))
              .expect(400);
      assertThat(reply.header("set-cookie")).isEmpty();
    }
  }

  @Test
  void a_changed_password_ends_the_other_sessions() {
    make("mover", "observer");
    var here = server.stranger().signIn("mover", "a-good-password");
    var elsewhere = server.stranger().signIn("mover", "a-good-password");
    change(here, "a-good-password", "another-password").expect(204);
    here.get(SESSION).expect(200);
    elsewhere.get(SESSION).expect(401);
  }

  @Test
  void a_name_is_given_once() {
    make("twice", "observer");
    assertThat(
            server
                .admin()
                .post("/api/v1/users", user("twice", "observer"))
                .expect(409)
                .errors()
                .getJsonObject(0)
                .getString("pointer"))
        .isEqualTo("/username");
  }

  @Test
  void an_observer_manages_nobody() {
    make("looker", "observer");
    var observer = server.stranger().signIn("looker", "a-good-password");
    change(observer, "a-good-password", "another-password").expect(204);
    observer.get("/api/v1/users").expect(403);
    observer.post("/api/v1/users", user("friend", "administrator")).expect(403);
    observer.get("/api/v1/log/verification").expect(403);
  }

  @Test
  void coming_and_going_stands_in_the_log_and_the_log_is_whole() {
    server.admin().delete(SESSION);
    var log = server.admin().get("/api/v1/log/verification").expect(200).json();
    assertThat(log.getBoolean("whole")).isTrue();
    assertThat(log.getLong("last_seq")).isGreaterThanOrEqualTo(3);
  }

  @Test
  void neither_password_nor_cookie_nor_token_can_be_read_in_the_database() {
    var admin = server.admin();
    var token = admin.post("/api/v1/tokens", label()).json().getString("token");
    var stored =
        server
            .db()
            .superuser()
            .withHandle(
                h ->
                    h.createQuery(
                            "SELECT (SELECT string_agg(u::text, '') FROM app_user u)"
                                + " || (SELECT string_agg(s::text, '') FROM user_session s)"
                                + " || (SELECT string_agg(t::text, '') FROM api_token t)"
                                + " || (SELECT string_agg(e::text, '') FROM event e)")
                        .mapTo(String.class)
                        .one());
    assertThat(stored)
        .contains("$argon2id$v=19$m=19456,t=2,p=1$")
        .doesNotContain(TestServer.PASSWORD)
        .doesNotContain(token)
        .doesNotContain(admin.cookie().substring("wanglou_session=".length()));
  }

  @Test
  void the_first_administrator_gets_a_one_time_password_in_a_file_of_the_owner(@TempDir Path folder)
      throws Exception {
    try (var db = TestDatabase.fresh("gis", "command")) {
      var made = new FirstAdministrator(db.database()).ensure(folder, Optional.empty());
      var file = folder.resolve("admin-password.txt");
      assertThat(Files.readString(file).trim()).isEqualTo(made.orElseThrow());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(new FirstAdministrator(db.database()).ensure(folder, Optional.empty())).isEmpty();
    }
  }

  private static TestClient program(String token) {
    return server.stranger().with("Authorization", "Bearer " + token);
  }

  private static TestClient.Reply signIn(String username, String password) {
    return server
        .stranger()
        .post(SESSION, new JsonObject().put("username", username).put("password", password));
  }

  private static TestClient.Reply change(TestClient client, String old, String fresh) {
    return client.post(
        SESSION + "/password",
        new JsonObject().put("old_password", old).put("new_password", fresh));
  }

  private static void make(String username, String role) {
    server.admin().post("/api/v1/users", user(username, role)).expect(201);
  }

  private static JsonObject user(String username, String role) {
    return new JsonObject()
        .put("username", username)
        .put("display_name", "值班员")
        .put("roles", new JsonArray().add(role))
        .put("password", "a-good-password");
  }

  private static JsonObject label() {
    return new JsonObject().put("label", "test");
  }
}
