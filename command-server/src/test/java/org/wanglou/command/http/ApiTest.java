package org.wanglou.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wanglou.command.app.TestClient.Reply;
import org.wanglou.command.app.TestServer;

/** What each request meets before it meets a domain; shown on the operations on users. */
class ApiTest {
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
  void malformed_json_is_answered_with_the_place() {
    var reply = raw("{\"username\": \"wang\",\n oops}").expect(400);
    assertProblem(reply, "contract.not_json", "");
    assertThat(reply.json().getString("title")).contains("JSON").contains("2:");
  }

  @Test
  void json_that_is_no_object_is_refused() {
    assertProblem(raw("[1,2]").expect(400), "contract.type", "");
    assertProblem(raw("").expect(400), "contract.no_body", "");
    assertProblem(raw("{} {}").expect(400), "contract.not_json", "");
  }

  @Test
  void an_unknown_field_is_named() {
    assertProblem(
        post(user().put("nickname", "x")).expect(400), "contract.unknown_field", "/nickname");
  }

  @Test
  void a_missing_field_is_named() {
    var body = user();
    body.remove("roles");
    assertProblem(post(body).expect(400), "contract.missing", "/roles");
  }

  @Test
  void a_wrong_type_is_named_with_what_it_should_be() {
    var reply = post(user().put("display_name", 7)).expect(400);
    assertProblem(reply, "contract.type", "/display_name");
    assertThat(reply.json().getString("title")).isEqualTo("类型应为 string");
  }

  @Test
  void each_bad_field_has_its_pointer_and_its_sentence() {
    var reply =
        post(user().put("username", "!").put("roles", new JsonArray().add("king"))).expect(400);
    assertThat(reply.errors())
        .extracting(it -> ((JsonObject) it).getString("pointer"))
        .containsExactlyInAnyOrder("/username", "/roles/0");
    assertThat(reply.json().getString("title")).isEqualTo("请求中有 2 处错误");
    assertThat(reply.errors().encode())
        .contains("只能是 [administrator,dispatcher,duty_officer,observer] 之一");
  }

  @Test
  void english_is_answered_to_those_who_read_it() {
    var reply =
        server
            .admin()
            .with("Accept-Language", "en-GB,en;q=0.8")
            .post("/api/v1/users", new JsonObject());
    assertThat(reply.errors().encode()).contains("username is missing");
    assertThat(reply.header("content-language")).isEqualTo("en");
  }

  @Test
  void an_unknown_address_and_a_wrong_method_are_problems_too() {
    assertThat(server.admin().get("/api/v1/nonsense").expect(404).header("content-type"))
        .isEqualTo("application/problem+json");
    assertThat(server.admin().delete("/api/v1/users").expect(405).json().getString("title"))
        .isEqualTo("这个地址不支持该方法");
    assertThat(
            server
                .admin()
                .with("Accept-Language", "en")
                .get("/nowhere")
                .expect(404)
                .json()
                .getString("title"))
        .isEqualTo("There is nothing at this address");
  }

  @Test
  void a_body_that_is_too_large_is_refused() {
    var reply = post(user().put("display_name", "x".repeat(300_000))).expect(413);
    assertThat(reply.json().getString("title")).isEqualTo("内容过大");
  }

  @Test
  void another_content_type_is_refused() {
    var reply =
        server
            .admin()
            .with("Content-Type", "text/plain")
            .send("POST", "/api/v1/users", Optional.of(user().encode()))
            .expect(400);
    assertProblem(reply, "contract.not_json_type", "");
  }

  @Test
  void an_unknown_or_bad_query_parameter_is_refused() {
    assertProblem(
        server.admin().get("/api/v1/incidents?lmit=3").expect(400),
        "contract.unknown_parameter",
        "/lmit");
    assertProblem(
        server.admin().get("/api/v1/incidents?limit=0").expect(400), "contract.minimum", "/limit");
    assertProblem(
        server.admin().get("/api/v1/incidents?limit=many").expect(400), "contract.type", "/limit");
  }

  /** They were counted as waiting and never done with, until nobody was let in any more. */
  @Test
  void a_thousand_unreadable_queries_leave_the_desk_open() throws Exception {
    var unreadable = "GET /api/v1/incidents?state=%zz HTTP/1.1\r\nHost: desk\r\n";
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var out = new BufferedOutputStream(socket.getOutputStream());
      for (int i = 1; i < 1_000; i++) {
        out.write((unreadable + "\r\n").getBytes(StandardCharsets.US_ASCII));
      }
      out.write((unreadable + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
      var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answers.split("HTTP/1.1 400", -1)).hasSize(1_001);
    }
    server.admin().get("/api/v1/incidents").expect(200);
  }

  @Test
  void an_id_that_is_none_names_nothing() {
    server.admin().get("/api/v1/incidents/seven").expect(404);
  }

  @Test
  void each_answer_carries_the_security_headers() {
    for (var path : new String[] {"/api/v1/session", "/api/openapi.json", "/nowhere"}) {
      var reply = server.stranger().get(path);
      assertThat(reply.header("content-security-policy")).contains("frame-ancestors 'none'");
      assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
    }
  }

  @Test
  void the_contract_is_served_for_programs_and_for_people() {
    assertThat(server.stranger().get("/api/openapi.json").expect(200).json().getString("openapi"))
        .isEqualTo("3.1.0");
    assertThat(server.stranger().get("/api/").expect(200).text())
        .contains("/api/v1/incidents/{id}/recommendations")
        .doesNotContain("http://")
        .doesNotContain("https://");
  }

  private static Reply raw(String body) {
    return server.admin().send("POST", "/api/v1/users", Optional.of(body));
  }

  private static Reply post(JsonObject body) {
    return server.admin().post("/api/v1/users", body);
  }

  private static JsonObject user() {
    return new JsonObject()
        .put("username", "wang")
        .put("display_name", "王")
        .put("roles", new JsonArray().add("observer"))
        .put("password", "yi-er-san-si");
  }

  private static void assertProblem(Reply reply, String code, String pointer) {
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(reply.errors())
        .extracting(
            it ->
                ((JsonObject) it).getString("code") + " " + ((JsonObject) it).getString("pointer"))
        .containsExactly(code + " " + pointer);
    assertThat(reply.errors().getJsonObject(0).getString("message")).isNotEqualTo(code);
  }
}
