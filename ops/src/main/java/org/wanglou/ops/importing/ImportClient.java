package org.wanglou.ops.importing;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Talks to the server in the language of the terminal. The file is streamed from disk. */
final class ImportClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final Map<String, String> headers = new LinkedHashMap<>();

  ImportClient(URI server, String language) {
    this.server = server;
    headers.put("Accept-Language", language);
  }

  /** The server did not do it; the message is its own. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(JsonObject problem) {
      super(
          problem.getString("title", problem.encode())
              + (problem.getString("detail") == null ? "" : "\n" + problem.getString("detail")));
    }
  }

  void useToken(String token) {
    headers.put("Authorization", "Bearer " + token);
  }

  /** Whether the password is a one-time password, which opens nothing but its change. */
  boolean signIn(String user, String password) throws IOException, InterruptedException, Refused {
    var body = new JsonObject().put("username", user).put("password", password).encode();
    var request =
        request("/api/v1/session")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    var json = new JsonObject(answer.body());
    if (answer.statusCode() != 200) {
      throw new Refused(json);
    }
    headers.put(
        "Cookie", answer.headers().firstValue("set-cookie").orElseThrow().replaceFirst(";.*", ""));
    headers.put("X-CSRF-Token", json.getString("csrf_token"));
    return json.getJsonObject("user").getBoolean("must_change_password", false);
  }

  /** A layer as people may call it. */
  record Layer(String code, String zh, String en) {}

  List<Layer> layers() throws IOException, InterruptedException, Refused {
    var layers = new ArrayList<Layer>();
    for (var one : json(request("/api/v1/layers").GET().build()).getJsonArray("results")) {
      var layer = (JsonObject) one;
      layers.add(
          new Layer(
              layer.getString("id"), layer.getString("label_zh"), layer.getString("label_en")));
    }
    return layers;
  }

  JsonObject send(ImportOptions options) throws IOException, InterruptedException, Refused {
    var boundary = "wanglou-" + UUID.randomUUID();
    var head = new StringBuilder();
    options
        .fields()
        .forEach(
            (name, value) ->
                head.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, name, value)));
    var name = options.file().getFileName().toString().replace("\"", "_");
    head.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(boundary, name));
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofByteArray(head.toString().getBytes(StandardCharsets.UTF_8)),
            BodyPublishers.ofFile(options.file()),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    return json(
        request(options.isTerrain() ? "/api/v1/terrain" : "/api/v1/imports")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body)
            .build());
  }

  JsonObject report(String id) throws IOException, InterruptedException, Refused {
    return json(request("/api/v1/imports/" + id).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(server.resolve(path));
    headers.forEach(request::header);
    return request;
  }

  private JsonObject json(HttpRequest request) throws IOException, InterruptedException, Refused {
    var answer = http.send(request, BodyHandlers.ofString());
    var json = new JsonObject(answer.body());
    if (answer.statusCode() >= 300) {
      throw new Refused(json);
    }
    return json;
  }
}
