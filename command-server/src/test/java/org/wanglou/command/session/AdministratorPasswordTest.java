package org.wanglou.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.event.EventCatalogue;
import org.wanglou.command.event.EventLog;
import org.wanglou.gis.db.RealmId;

class AdministratorPasswordTest {
  private static final String SESSION = "/api/v1/session";
  private TestServer server;
  private Path file;

  @BeforeEach
  void start() {
    server = TestServer.start();
    file = server.dataFolder().resolve("admin-password.txt");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_one_time_password_is_told_until_it_is_changed_and_then_its_file_is_gone() {
    var oneTime = reset();
    assertThat(told()).contains(oneTime);
    var admin = server.stranger().signIn("admin", oneTime);
    assertThat(told()).contains(oneTime);
    change(admin, oneTime, "shou-wang-xiang-zhu");
    assertThat(file).doesNotExist();
    assertThat(told()).isEmpty();
  }

  @Test
  void a_one_time_password_that_another_administrator_replaced_is_told_no_more() {
    var other = server.user("second", "administrator");
    reset();
    other
        .patch(
            "/api/v1/users/" + adminId(other), new JsonObject().put("password", "by-hand-to-him"))
        .expect(200);
    assertThat(told()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void a_reset_lets_a_disabled_administrator_without_roles_in_again_and_ends_the_old_sessions() {
    var before = server.admin();
    var other = server.user("second", "administrator");
    var stripped =
        new JsonObject().put("disabled", true).put("roles", new JsonArray().add("observer"));
    other.patch("/api/v1/users/" + adminId(other), stripped).expect(200);
    var oneTime = reset();
    before.get(SESSION).expect(401);
    var after = server.stranger().signIn("admin", oneTime);
    change(after, oneTime, "shou-wang-xiang-zhu");
    after.get("/api/v1/users").expect(200);
    assertThat(byTheLauncher()).isEqualTo("user.password_changed user.changed");
  }

  @Test
  void a_reset_ends_sessions_and_is_in_the_log() {
    var before = server.admin();
    reset();
    before.get(SESSION).expect(401);
    assertThat(byTheLauncher()).isEqualTo("user.password_changed");
  }

  private String reset() {
    var log = new EventLog(server.database(), EventCatalogue.load());
    return new ResetAdministrator(server.database(), log, Clock.systemUTC())
        .reset(server.dataFolder());
  }

  private Optional<String> told() {
    return new FirstAdministrator(server.database()).oneTimePassword(server.dataFolder());
  }

  private String byTheLauncher() {
    return server
        .database()
        .read(
            RealmId.REAL,
            tx ->
                tx.createQuery(
                        "SELECT string_agg(type, ' ' ORDER BY seq) FROM event"
                            + " WHERE actor = 'system:launcher'")
                    .mapTo(String.class)
                    .one());
  }

  private static String adminId(TestClient client) {
    return client.get("/api/v1/users").expect(200).json().getJsonArray("results").stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getString("username").equals("admin"))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  private static void change(TestClient client, String old, String fresh) {
    client
        .post(
            SESSION + "/password",
            new JsonObject().put("old_password", old).put("new_password", fresh))
        .expect(204);
  }
}
