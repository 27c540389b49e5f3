package org.wanglou.command.simulation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.locationtech.jts.geom.LineString;
import org.wanglou.drills.unit.Act;
import org.wanglou.drills.unit.Place;

/** The calls of the public API that a unit makes. Failed ones end in {@link Refused}. */
final class Centre {
  // Few, so that the dispatcher's calls always find the server's workers free.
  private static final int CONNECTIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WebClient client;
  private final String token;

  Centre(Vertx vertx, CentreAddress address, String token) {
    var options =
        new WebClientOptions()
            .setDefaultHost(address.host())
            .setDefaultPort(address.port())
            .setVerifyHost(false)
            .setUserAgent("wanglou-simulator");
    this.client =
        WebClient.create(
            vertx, address.secure(options), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    this.token = token;
  }

  /** A route of the road network. */
  record Route(LineString line, double durationS) {}

  /** The order as it is then. */
  Future<JsonObject> say(Act act, UUID order) {
    return call(HttpMethod.POST, "/orders/" + order + "/" + act.name().toLowerCase(Locale.ROOT));
  }

  Future<JsonObject> order(UUID id) {
    return call(HttpMethod.GET, "/orders/" + id);
  }

  Future<JsonObject> unit(UUID id) {
    return call(HttpMethod.GET, "/units/" + id);
  }

  /** The unit as it is then. */
  Future<JsonObject> sayAvailable(UUID unit) {
    return call(
        HttpMethod.POST, "/units/" + unit + "/status", new JsonObject().put("status", "available"));
  }

  Future<JsonObject> report(UUID unit, Place place, Instant at) {
    var fix =
        new JsonObject()
            .put("location", Facts.point(place))
            .put("at", at.toString())
            .put("speed_kmh", Math.round(place.speedKmh() * 10) / 10.0);
    place.courseDeg().ifPresent(it -> fix.put("course_deg", Math.round(it * 10) / 10.0));
    return call(
        HttpMethod.POST,
        "/units/" + unit + "/positions",
        new JsonObject().put("positions", new JsonArray().add(fix)));
  }

  Future<Route> route(Place from, Place to, String profile) {
    var question =
        new JsonObject()
            .put("from", Facts.point(from))
            .put("to", Facts.point(to))
            .put("profile", profile);
    return call(HttpMethod.POST, "/routes", question)
        .map(
            it ->
                new Route(
                    Facts.line(it.getJsonObject("geometry").getJsonArray("coordinates")),
                    it.getDouble("duration_s")));
  }

  void close() {
    client.close();
  }

  private Future<JsonObject> call(HttpMethod method, String path) {
    return client
        .request(method, "/api/v1" + path)
        .bearerTokenAuthentication(token)
        .timeout(PATIENCE.toMillis())
        .send()
        .map(Centre::answer);
  }

  private Future<JsonObject> call(HttpMethod method, String path, JsonObject body) {
    return client
        .request(method, "/api/v1" + path)
        .bearerTokenAuthentication(token)
        .timeout(PATIENCE.toMillis())
        .sendJsonObject(body)
        .map(Centre::answer);
  }

  private static JsonObject answer(HttpResponse<Buffer> response) {
    if (response.statusCode() >= 300) {
      throw new Refused(response.statusCode(), response.bodyAsString());
    }
    return response.bodyAsJsonObject();
  }
}
