package org.wanglou.command.app;

import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.command.event.EventCatalogue;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.health.HealthRoutes;
import org.wanglou.command.health.Readiness;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Contract;
import org.wanglou.command.http.Gate;
import org.wanglou.command.http.Idempotency;
import org.wanglou.command.http.Messages;
import org.wanglou.command.http.SecurityHeaders;
import org.wanglou.command.live.LiveEndpoint;
import org.wanglou.command.live.LiveHub;
import org.wanglou.command.session.Callers;
import org.wanglou.command.session.RecentCallers;
import org.wanglou.command.session.SessionPolicy;
import org.wanglou.command.web.WebRoutes;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.ids.Uuid7;

/**
 * The running server. HTTP and all sockets are served by one event loop; work is done on workers.
 */
public final class CommandServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommandServer.class);
  private static final int WORKERS = 8;
  // Beside the workers: two at the door, two drawing tiles, two with files and one with an
  // import in the background, two for live and two for its door, one each for health and
  // housekeeping.
  private static final int CONNECTIONS = WORKERS + 13;
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration FINISH_CALLS = Duration.ofSeconds(5);
  private static final Duration KEEP_REQUEST_KEYS = Duration.ofDays(7);

  private final Vertx vertx;
  private final Database database;
  private final Domains domains;
  private final LiveHub live;
  private final HttpServer http;
  private final Api api;

  private CommandServer(
      Vertx vertx, Database database, Domains domains, LiveHub live, HttpServer http, Api api) {
    this.vertx = vertx;
    this.database = database;
    this.domains = domains;
    this.live = live;
    this.http = http;
    this.api = api;
  }

  /** Starts on a migrated database; blocks until it listens. */
  public static CommandServer start(ServerConfig config) {
    return start(config, new VertxOptions());
  }

  /** With settings of the event loop of one's own, for tests. */
  static CommandServer start(ServerConfig config, VertxOptions options) {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    // Anybody can invent methods, and each would be a series of its own for ever.
    registry
        .config()
        .meterFilter(
            MeterFilter.replaceTagValues(
                "method", method -> METHODS.contains(method) ? method : "other"));
    options.setMetricsOptions(
        new MicrometerMetricsOptions()
            .setEnabled(true)
            .setLabels(
                EnumSet.of(
                    Label.HTTP_METHOD,
                    Label.HTTP_CODE,
                    Label.HTTP_ROUTE,
                    Label.POOL_TYPE,
                    Label.POOL_NAME)));
    var vertx =
        Vertx.builder().with(options).withMetrics(new MicrometerMetricsFactory(registry)).build();
    var database = Database.open(config.database(), CONNECTIONS);
    try {
      return build(config, vertx, database, registry);
    } catch (RuntimeException e) {
      vertx.close();
      database.close();
      throw e;
    }
  }

  private static CommandServer build(
      ServerConfig config, Vertx vertx, Database database, PrometheusMeterRegistry registry) {
    var clock = Clock.systemUTC();
    var events = new EventLog(database, EventCatalogue.load());
    var callers = new Callers(database, clock, SessionPolicy.STANDARD);
    var gate =
        new Gate(
            callers,
            new RecentCallers(database, clock),
            config.behindProxy(),
            config.secureCookies());
    var api =
        new Api(vertx, await(Contract.load(vertx)), gate, new Messages(), WORKERS, uploads(config));
    var parts =
        new Parts(config, vertx, database, events, clock, Uuid7.system(), api, callers, registry);
    new Account(parts, gate).register();
    var domains = new Domains(parts);
    var loop = vertx.getOrCreateContext();
    var live =
        new LiveHub(
            vertx,
            loop,
            database,
            events,
            callers,
            domains.snapshotParts,
            domains.positions,
            clock,
            registry);
    live.start();
    var web = new WebRoutes(vertx, config.webSource());
    var router = api.router(List.of(new SecurityHeaders(web::importMapHash)));
    new LiveEndpoint(vertx, live, gate, api, config.secureCookies()).mount(router);
    new HealthRoutes(vertx, readiness(vertx, database, domains, live), registry).mount(router);
    domains.routes.forEach(add -> add.accept(router));
    web.mount(router);
    housekeeping(vertx, database, clock);
    var http = await(listen(loop, vertx, config, router));
    domains.onceListening.forEach(work -> work.accept(http.actualPort()));
    return new CommandServer(vertx, database, domains, live, http, api);
  }

  private static Api.Uploads uploads(ServerConfig config) {
    return new Api.Uploads(config.dataFolder().resolve("incoming"), config.largestUploadBytes());
  }

  /** On the live hub's event loop: sockets then share it with the hub. */
  private static Future<HttpServer> listen(
      Context loop, Vertx vertx, ServerConfig config, Router router) {
    Promise<HttpServer> listening = Promise.promise();
    loop.runOnContext(
        nothing ->
            vertx
                .createHttpServer(HttpSettings.of(config))
                .requestHandler(router)
                .listen(config.port(), config.listen())
                .onComplete(listening));
    return listening.future();
  }

  private static Readiness readiness(
      Vertx vertx, Database database, Domains domains, LiveHub live) {
    var parts = new LinkedHashMap<String, Callable<Boolean>>();
    parts.put(
        "database",
        () -> database.reference(tx -> tx.createQuery("SELECT 1").mapTo(Integer.class).one()) == 1);
    parts.putAll(domains.readiness);
    parts.put("push", live::isCurrent);
    return new Readiness(vertx, parts);
  }

  private static void housekeeping(Vertx vertx, Database database, Clock clock) {
    var worker = vertx.createSharedWorkerExecutor("wanglou-housekeeping", 1);
    vertx.setPeriodic(
        Duration.ofHours(1).toMillis(),
        id ->
            worker
                .executeBlocking(
                    () ->
                        database.write(
                            RealmId.REAL,
                            tx -> Idempotency.forget(tx, clock.instant().minus(KEEP_REQUEST_KEYS))))
                .onFailure(e -> LOG.warn("old request keys stay: {}", e.toString())));
  }

  /** The port it listens on. */
  public int port() {
    return http.actualPort();
  }

  /** For tests of the contract. */
  Api api() {
    return api;
  }

  /** For tests that write as a use case does. */
  Database database() {
    return database;
  }

  /**
   * Says goodbye to the sockets, answers the calls that are under way, then stops the domains, then
   * the database. What fails to stop does not keep the rest from it.
   */
  @Override
  public void close() {
    stop("live", () -> await(live.close()));
    stop("http", () -> await(http.shutdown(FINISH_CALLS.toSeconds(), TimeUnit.SECONDS)));
    for (int i = domains.toClose.size() - 1; i >= 0; i--) {
      var domain = domains.toClose.get(i);
      stop(domain.getClass().getSimpleName(), domain);
    }
    stop("vertx", () -> await(vertx.close()));
    stop("database", database);
  }

  private static void stop(String part, AutoCloseable closing) {
    try {
      closing.close();
    } catch (Exception e) {
      LOG.error("{} did not stop", part, e);
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("not done in " + PATIENCE.toSeconds() + " s", e);
    }
  }
}
