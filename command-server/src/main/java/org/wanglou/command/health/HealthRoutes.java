package org.wanglou.command.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** {@code /health/live}, {@code /health/ready}, {@code /metrics}: for programs, without sign-in. */
public final class HealthRoutes {
  private final Readiness readiness;
  private final PrometheusMeterRegistry registry;
  private final WorkerExecutor worker;

  public HealthRoutes(Vertx vertx, Readiness readiness, PrometheusMeterRegistry registry) {
    this.readiness = readiness;
    this.registry = registry;
    this.worker = vertx.createSharedWorkerExecutor("wanglou-metrics", 1);
  }

  public void mount(Router router) {
    router.get("/health/live").handler(ctx -> send(ctx, 200, new JsonObject().put("status", "up")));
    router.get("/health/ready").handler(this::ready);
    router.get("/metrics").handler(this::metrics);
  }

  private void ready(RoutingContext ctx) {
    readiness
        .look()
        .onSuccess(states -> answer(ctx, states))
        .onFailure(
            e -> send(ctx, 503, new JsonObject().put("status", "down").put("reason", "no answer")));
  }

  private static void answer(RoutingContext ctx, Map<String, Boolean> states) {
    var parts = new JsonObject();
    states.forEach((name, works) -> parts.put(name, works ? "up" : "down"));
    boolean ready = !states.containsValue(false);
    send(
        ctx,
        ready ? 200 : 503,
        new JsonObject().put("status", ready ? "up" : "down").put("parts", parts));
  }

  private void metrics(RoutingContext ctx) {
    worker
        .executeBlocking(registry::scrape, false)
        .onSuccess(
            text ->
                ctx.response()
                    .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                    .end(text))
        .onFailure(ctx::fail);
  }

  private static void send(RoutingContext ctx, int status, JsonObject json) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(json.toBuffer());
  }
}
