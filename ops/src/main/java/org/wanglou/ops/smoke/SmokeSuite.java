package org.wanglou.ops.smoke;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.unit.TestSuite;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The steps in the order of the job; each uses what the ones before it found. */
final class SmokeSuite {
  private final Vertx vertx;
  private final SmokeClient client;
  private final String user;
  private final String password;
  private final TestSuite suite = TestSuite.create("smoke");
  private LiveListener live;
  private JsonArray place;
  private String incident;
  private String failed;
  private JsonObject chosen;

  private SmokeSuite(Vertx vertx, URI address, String user, String password) {
    this.vertx = vertx;
    this.client = new SmokeClient(vertx, address);
    this.user = user;
    this.password = password;
  }

  static TestSuite of(Vertx vertx, URI address, String user, String password) {
    var smoke = new SmokeSuite(vertx, address, user, password);
    smoke.step("it is up and ready", smoke::healthy);
    smoke.step("it tells its figures", smoke::metrics);
    smoke.step("a wrong password is refused", smoke::wrongPassword);
    smoke.step("sign-in", () -> smoke.client.signIn(user, password));
    smoke.step("a county with units is loaded", smoke::county);
    smoke.step("the live socket begins with the whole state", smoke::snapshot);
    smoke.step("a report is heard on the live socket", smoke::report);
    smoke.step("the nearest hospital and unit by road", smoke::nearest);
    smoke.step("units are recommended with reasons", smoke::recommendation);
    smoke.step("a closed road names its stretches and is opened again", smoke::closure);
    smoke.step("an order goes through its states", smoke::order);
    smoke.step("a position is heard on the live socket", smoke::position);
    smoke.step("what cannot be understood is refused with the field", smoke::badInput);
    smoke.step("the incident is closed and its timeline tells all", smoke::close);
    smoke.step("the map's page comes with a strict content policy", smoke::page);
    return smoke.suite;
  }

  private void step(String name, Supplier<Future<?>> work) {
    suite.test(
        name,
        context -> {
          if (failed != null) {
            context.fail("not tried, because of: " + failed);
          }
          failed = name;
          work.get().onSuccess(done -> failed = null).onComplete(context.asyncAssertSuccess());
        });
  }

  private Future<?> healthy() {
    return client.get("/health/live").compose(alive -> client.get("/health/ready"));
  }

  private Future<?> metrics() {
    return client
        .send(HttpMethod.GET, "/metrics", null)
        .map(answer -> check(answer.bodyAsString().contains("# TYPE "), "no Prometheus text"));
  }

  private Future<?> wrongPassword() {
    var body = new JsonObject().put("username", user).put("password", password + "x");
    return client.post("/api/v1/session", body, 401);
  }

  private Future<?> page() {
    return client
        .send(HttpMethod.GET, "/map", null)
        .map(
            answer -> {
              var policy = String.valueOf(answer.getHeader("content-security-policy"));
              check(answer.statusCode() == 200, "/map: " + answer.statusCode());
              return check(!policy.contains("unsafe-inline"), "policy: " + policy);
            });
  }

  private Future<?> county() {
    return client
        .get("/api/v1/setup")
        .compose(setup -> client.get("/api/v1/units?limit=1000"))
        .map(
            units -> {
              var all = units.getJsonArray("results");
              check(!all.isEmpty(), "no unit: no county is loaded");
              place =
                  all.getJsonObject(0)
                      .getJsonObject("base")
                      .getJsonObject("location")
                      .getJsonArray("coordinates");
              return place;
            });
  }

  private Future<?> snapshot() {
    return client
        .live()
        .compose(
            socket -> {
              live = LiveListener.on(vertx, socket);
              return live.message("snapshot", it -> "snapshot".equals(it.getString("type")));
            })
        .map(it -> check(!it.getJsonArray("units").isEmpty(), "no unit in the snapshot"));
  }

  private Future<?> report() {
    var report =
        new JsonObject()
            .put("kind", "building_fire")
            .put("title", "系统自检 smoke check")
            .put("level", 4)
            .put("location", point(place));
    return client
        .post("/api/v1/incidents", report, 201)
        .compose(
            made -> {
              incident = made.getString("id");
              return live.message(
                  "incident.reported",
                  it ->
                      "incident.reported".equals(it.getString("event"))
                          && incident.equals(it.getString("subject_id")));
            });
  }

  private Future<?> nearest() {
    return Future.all(
        List.of("hospital", "unit").stream()
            .map(
                kind ->
                    client
                        .post(
                            "/api/v1/nearest",
                            new JsonObject()
                                .put("from", point(place))
                                .put("kind", kind)
                                .put("limit", 3)
                                .put("profile", "fire_engine"),
                            200)
                        .map(it -> check(!it.getJsonArray("results").isEmpty(), "no " + kind)))
            .toList());
  }

  private Future<?> recommendation() {
    return client
        .get("/api/v1/incidents/" + incident + "/recommendations")
        .map(
            it -> {
              var plan = it.getJsonArray("plans").getJsonObject(0).getJsonArray("units");
              check(!plan.isEmpty(), "nobody is recommended: " + it);
              // The farthest: its route is long enough to close a road on it.
              chosen = plan.getJsonObject(plan.size() - 1);
              return check(!chosen.getJsonArray("reasons").isEmpty(), "no reasons");
            });
  }

  private Future<?> closure() {
    var closing = new JsonObject().put("geometry", point(place)).put("reason", "系统自检 smoke check");
    return client
        .post("/api/v1/closures", closing, 201)
        .map(it -> it.getJsonObject("closure"))
        .compose(
            made -> {
              check(!made.getJsonArray("edge_ids").isEmpty(), "nothing is closed");
              return client.call(
                  HttpMethod.DELETE, "/api/v1/closures/" + made.getString("id"), null, 200);
            });
  }

  private Future<?> order() {
    var order =
        new JsonObject().put("incident_id", incident).put("unit_id", chosen.getString("unit_id"));
    return client
        .post("/api/v1/orders", order, 201)
        .compose(
            sent -> {
              check(sent.getValue("route") != null, "no route");
              var id = sent.getString("id");
              return client
                  .post("/api/v1/orders", order, 409)
                  .compose(second -> advance(id, "acknowledge", "acknowledged"))
                  .compose(done -> advance(id, "depart", "en_route"))
                  .compose(done -> advance(id, "arrive", "on_scene"))
                  .compose(done -> advance(id, "complete", "complete"));
            });
  }

  /** A simulated unit may have been quicker: then the order has to be that far already. */
  private Future<?> advance(String id, String act, String state) {
    var later = List.of("acknowledged", "en_route", "on_scene", "complete");
    var fine = Set.copyOf(later.subList(later.indexOf(state), later.size()));
    return client
        .send(HttpMethod.POST, "/api/v1/orders/" + id + "/" + act, null)
        .compose(
            answer ->
                answer.statusCode() == 200
                    ? Future.succeededFuture(answer.bodyAsJsonObject())
                    : client.get("/api/v1/orders/" + id))
        .map(it -> check(fine.contains(it.getString("state")), act + ": " + it));
  }

  private Future<?> position() {
    var fix = new JsonObject().put("location", point(place)).put("at", Instant.now().toString());
    var unit = chosen.getString("unit_id");
    return client
        .post(
            "/api/v1/units/" + unit + "/positions",
            new JsonObject().put("positions", new JsonArray().add(fix)),
            200)
        .compose(
            receipt -> {
              check(receipt.getInteger("accepted") == 1, "not accepted: " + receipt);
              return live.message(
                  "position",
                  it ->
                      "positions".equals(it.getString("type"))
                          && it.getJsonArray("fixes").encode().contains(unit));
            });
  }

  private Future<?> badInput() {
    var good =
        new JsonObject().put("kind", "flood").put("title", "x").put("location", point(place));
    var swapped = new JsonArray().add(place.getValue(1)).add(place.getValue(0));
    return refused(Buffer.buffer("{\"kind\": "), 400)
        .compose(it -> refused(good.copy().put("no_such_field", 1).toBuffer(), 400))
        .compose(it -> refused(good.copy().put("location", point(swapped)).toBuffer(), 422))
        .compose(
            it ->
                client.post(
                    "/api/v1/nearest",
                    new JsonObject()
                        .put("from", point(new JsonArray().add(-30.5).add(45.5)))
                        .put("kind", "unit"),
                    422));
  }

  private Future<?> refused(Buffer body, int status) {
    return client
        .send(HttpMethod.POST, "/api/v1/incidents", body)
        .map(
            answer -> {
              check(
                  answer.statusCode() == status, answer.statusCode() + " " + answer.bodyAsString());
              var type = String.valueOf(answer.getHeader("content-type"));
              return check(type.startsWith("application/problem+json"), type);
            });
  }

  private Future<?> close() {
    return client
        .post("/api/v1/incidents/" + incident + "/close", null, 200)
        .compose(closed -> client.get("/api/v1/incidents/" + incident + "/timeline"))
        .map(
            timeline -> {
              var told = timeline.encode();
              for (var event : List.of("incident.reported", "order.", "incident.closed")) {
                check(told.contains(event), event + " is not in the timeline: " + told);
              }
              return timeline;
            });
  }

  private static JsonObject point(JsonArray coordinates) {
    return new JsonObject().put("type", "Point").put("coordinates", coordinates);
  }

  private static boolean check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
    return true;
  }
}
