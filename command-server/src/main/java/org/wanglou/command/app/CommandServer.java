package org.wanglou.command.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wanglou.command.account.AccountRoutes;
import org.wanglou.command.event.EventCatalogue;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Contract;
import org.wanglou.command.http.Gate;
import org.wanglou.command.http.Messages;
import org.wanglou.command.http.SecurityHeaders;
import org.wanglou.command.session.Callers;
import org.wanglou.command.session.ChangePassword;
import org.wanglou.command.session.CreateToken;
import org.wanglou.command.session.CreateUser;
import org.wanglou.command.session.PasswordHash;
import org.wanglou.command.session.SessionPolicy;
import org.wanglou.command.session.SignIn;
import org.wanglou.command.session.SignOut;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.ids.Uuid7;

/** The running server. */
public final class CommandServer implements AutoCloseable {
  private static final int WORKERS = 8;
  // Beside the workers: two at the door, two drawing tiles, one reader of the log, one for health,
  // two for the clock.
  private static final int CONNECTIONS = WORKERS + 8;
  private static final long PATIENCE_S = 30;

  private final Vertx vertx;
  private final Database database;
  private final Domains domains;
  private final HttpServer http;
  private final Api api;

  private CommandServer(Vertx vertx, Database database, Domains domains, HttpServer http, Api api) {
    this.vertx = vertx;
    this.database = database;
    this.domains = domains;
    this.http = http;
    this.api = api;
  }

  /** Starts on a migrated database; blocks until it listens. */
  public static CommandServer start(ServerConfig config) {
    var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));
    var database = Database.open(config.database(), CONNECTIONS);
    try {
      return build(config, vertx, database);
    } catch (RuntimeException e) {
      vertx.close();
      database.close();
      throw e;
    }
  }

  private static CommandServer build(ServerConfig config, Vertx vertx, Database database) {
    var clock = Clock.systemUTC();
    var ids = Uuid7.system();
    var events = new EventLog(database, EventCatalogue.load());
    var callers = new Callers(database, clock, SessionPolicy.STANDARD);
    var gate = new Gate(callers, config.behindProxy(), config.secureCookies());
    var api = new Api(vertx, await(Contract.load(vertx)), gate, new Messages(), WORKERS);
    account(api, gate, database, events, callers, clock, ids);
    var domains = new Domains(new Parts(config, vertx, database, events, clock, ids, api, callers));
    var router = api.router(List.of(new SecurityHeaders("")));
    var http =
        await(
            vertx
                .createHttpServer(httpOptions(config))
                .requestHandler(router)
                .listen(config.port(), config.listen()));
    return new CommandServer(vertx, database, domains, http, api);
  }

  private static void account(
      Api api,
      Gate gate,
      Database database,
      EventLog events,
      Callers callers,
      Clock clock,
      Uuid7 ids) {
    var passwords = new PasswordHash();
    new AccountRoutes(
            gate,
            new SignIn(database, events, callers, passwords, clock),
            new SignOut(database, events, callers, clock),
            new ChangePassword(database, events, callers, passwords, clock),
            new CreateUser(database, events, passwords, clock, ids),
            new CreateToken(database, events, clock, ids))
        .register(api);
  }

  private static HttpServerOptions httpOptions(ServerConfig config) {
    var options =
        new HttpServerOptions()
            .setMaxHeaderSize(16_384)
            .setMaxInitialLineLength(8_192)
            .setIdleTimeout(120)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            // Deflating a shared frame again for each client costs a hundred times its sending.
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false)
            .setMaxWebSocketFrameSize(65_536)
            .setMaxWebSocketMessageSize(65_536);
    config
        .tls()
        .ifPresent(
            pem ->
                options
                    .setSsl(true)
                    .setKeyCertOptions(
                        new PemKeyCertOptions()
                            .setCertPath(pem.certificate().toString())
                            .setKeyPath(pem.key().toString())));
    return options;
  }

  /** The port it listens on. */
  public int port() {
    return http.actualPort();
  }

  /** For tests of the contract. */
  Api api() {
    return api;
  }

  /** Stops listening, then the domains, then the database. */
  @Override
  public void close() {
    await(http.close());
    for (int i = domains.toClose.size() - 1; i >= 0; i--) {
      try {
        domains.toClose.get(i).close();
      } catch (Exception e) {
        throw new IllegalStateException("a part did not stop", e);
      }
    }
    await(vertx.close());
    database.close();
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("not done in " + PATIENCE_S + " s", e);
    }
  }
}
