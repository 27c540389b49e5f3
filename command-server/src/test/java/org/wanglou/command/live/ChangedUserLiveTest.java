package org.wanglou.command.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestClient;
import org.wanglou.command.app.TestServer;

/** What becomes of somebody's open sockets when an administrator changes the account. */
class ChangedUserLiveTest {
  private static final Duration WITHIN = Duration.ofSeconds(1);
  private TestServer server;
  private TestClient admin;
  private TestClient li;

  @BeforeEach
  void start() {
    server = TestServer.start();
    admin = server.admin();
    li = server.user("li", "dispatcher");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void disabling_closes_the_sockets_of_session_and_token() throws Exception {
    var token =
        li.post("/api/v1/tokens", new JsonObject().put("label", "test"))
            .expect(201)
            .json()
            .getString("token");
    try (var screen = listen("Cookie", li.cookie());
        var program = listen("Authorization", "Bearer " + token);
        var other = listen("Cookie", admin.cookie())) {
      change(new JsonObject().put("disabled", true));
      assertThat(screen.closeCode(WITHIN)).isEqualTo(4401);
      assertThat(program.closeCode(WITHIN)).isEqualTo(4401);
      assertThat(other.next("event", WITHIN).getString("event")).isEqualTo("user.changed");
    }
  }

  @Test
  void a_one_time_password_closes_the_socket() throws Exception {
    try (var screen = listen("Cookie", li.cookie())) {
      change(new JsonObject().put("password", "one-time-pass"));
      assertThat(screen.closeCode(WITHIN)).isEqualTo(4401);
    }
  }

  @Test
  void other_roles_close_the_socket_and_the_session_comes_back_with_them() throws Exception {
    try (var screen = listen("Cookie", li.cookie())) {
      change(new JsonObject().put("roles", new JsonArray().add("observer")));
      assertThat(screen.closeCode(WITHIN)).isEqualTo(4403);
    }
    listen("Cookie", li.cookie()).close();
    assertThat(li.get("/api/v1/session").json().getJsonObject("user").getJsonArray("roles"))
        .containsExactly("observer");
  }

  @Test
  void another_name_disturbs_nobody() throws Exception {
    try (var screen = listen("Cookie", li.cookie())) {
      change(new JsonObject().put("display_name", "李班长"));
      screen.next("event", WITHIN);
      screen.next("heartbeat", Duration.ofSeconds(5));
    }
  }

  private void change(JsonObject wish) {
    var id = li.get("/api/v1/session").expect(200).json().getJsonObject("user").getString("id");
    admin.patch("/api/v1/users/" + id, wish).expect(200);
  }

  private LiveSocket listen(String header, String value) throws Exception {
    var socket = LiveSocket.open(server.port(), header, value, "");
    socket.send("{\"type\":\"hello\",\"protocol\":1,\"since\":null}");
    socket.next("snapshot", Duration.ofSeconds(5));
    return socket;
  }
}
