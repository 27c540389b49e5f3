package org.wanglou.command.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wanglou.command.http.Contract;

/**
 * Calls a server as a browser or a program does, and holds each answer of an operation of the
 * contract against the contract.
 */
public final class TestClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final CommandServer server;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private Optional<String> cookie = Optional.empty();

  TestClient(CommandServer server) {
    this.server = server;
    headers.put("Accept-Language", "zh-CN");
  }

  /** An answer, read. */
  public record Reply(int status, java.net.http.HttpHeaders headers, String text) {
    public JsonObject json() {
      return new JsonObject(text);
    }

    public Reply expect(int wanted) {
      assertThat(status).as(text).isEqualTo(wanted);
      return this;
    }

    public JsonArray errors() {
      return json().getJsonArray("errors", new JsonArray());
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  public TestClient signIn(String username, String password) {
    var reply =
        post(
                "/api/v1/session",
                new JsonObject().put("username", username).put("password", password))
            .expect(200);
    cookie = Optional.of(reply.header("set-cookie").replaceAll(";.*", ""));
    headers.put("Cookie", cookie.get());
    headers.put("X-CSRF-Token", reply.json().getString("csrf_token"));
    return this;
  }

  public TestClient with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public TestClient without(String header) {
    headers.remove(header);
    return this;
  }

  /** {@code wanglou_session=…}. */
  public String cookie() {
    return cookie.orElseThrow();
  }

  public Reply get(String path) {
    return send("GET", path, Optional.empty());
  }

  public Reply post(String path, JsonObject body) {
    return send("POST", path, Optional.of(body.encode()));
  }

  public Reply post(String path) {
    return send("POST", path, Optional.empty());
  }

  public Reply patch(String path, JsonObject body) {
    return send("PATCH", path, Optional.of(body.encode()));
  }

  public Reply delete(String path) {
    return send("DELETE", path, Optional.empty());
  }

  /** A form with a file, as a browser sends it; the file is left out when its name is empty. */
  public Reply form(String path, Map<String, String> fields, String fileName, byte[] file) {
    var body = new ByteArrayOutputStream();
    var boundary = "----wanglou-test-boundary";
    fields.forEach(
        (name, value) ->
            body.writeBytes(
                ("--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\""
                        + name
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
    if (!fileName.isEmpty()) {
      body.writeBytes(
          ("--"
                  + boundary
                  + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                  + fileName
                  + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(file);
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        "POST",
        path,
        Optional.of(BodyPublishers.ofByteArray(body.toByteArray())),
        "multipart/form-data; boundary=" + boundary);
  }

  public Reply send(String method, String path, Optional<String> body) {
    return send(method, path, body.map(BodyPublishers::ofString), "application/json");
  }

  private Reply send(
      String method, String path, Optional<HttpRequest.BodyPublisher> body, String contentType) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, body.orElse(BodyPublishers.noBody()));
    headers.forEach(request::header);
    if (body.isPresent() && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", contentType);
    }
    try {
      var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      var reply = new Reply(answer.statusCode(), answer.headers(), answer.body());
      holdAgainstTheContract(method, path, reply);
      return reply;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void holdAgainstTheContract(String method, String path, Reply reply) {
    var contract = server.api().contract();
    var operation =
        contract
            .document()
            .findOperation(
                path.replaceAll("\\?.*", ""), io.vertx.core.http.HttpMethod.valueOf(method));
    if (operation == null || reply.status() == 204) {
      return;
    }
    var type = reply.header("content-type").replaceAll(";.*", "");
    var validator = contract.response(operation.getOperationId(), reply.status());
    if (validator.isEmpty() && reply.status() < 300 && !type.equals("application/json")) {
      return; // a file: its content is the test's matter
    }
    if (validator.isEmpty()) {
      // Any call may answer with a problem that its list of answers does not name.
      assertThat(type).as(method + " " + path + " " + reply).isEqualTo("application/problem+json");
      validator = contract.response("signIn", 401);
    }
    var output = validator.orElseThrow().validate(Json.decodeValue(reply.text()));
    assertThat(output.getValid())
        .as(() -> operation.getOperationId() + " " + reply.text() + " " + output.toJson())
        .isTrue();
  }

  static Contract contractOf(TestServer server) {
    return server.server().api().contract();
  }
}
