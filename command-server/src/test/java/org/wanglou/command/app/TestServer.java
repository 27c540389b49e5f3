package org.wanglou.command.app;

import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wanglou.command.session.FirstAdministrator;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.TestDatabase;

/** A whole server on a fresh database, with the user {@code admin} who may do everything. */
public final class TestServer implements AutoCloseable {
  public static final String PASSWORD = "kanshan-dao-hu";
  private final TestDatabase db;
  private final ServerConfig config;
  private CommandServer server;
  private final Path folder;
  private boolean closed;

  private TestServer(TestDatabase db, ServerConfig config, CommandServer server, Path folder) {
    this.db = db;
    this.config = config;
    this.server = server;
    this.folder = folder;
  }

  /** What a test puts into the database before the server starts. */
  @FunctionalInterface
  public interface Filling {
    void fill(Database database);
  }

  public static TestServer start() {
    return start(database -> {});
  }

  /** With the screen's files from a folder. */
  public static TestServer serving(Path web) {
    return start(database -> {}, new VertxOptions(), Optional.of(web));
  }

  static TestServer start(VertxOptions options) {
    return start(database -> {}, options, Optional.empty());
  }

  public static TestServer start(Filling filling) {
    return start(filling, new VertxOptions(), Optional.empty());
  }

  /** With the simulator on, as far as the data allows it. */
  public static TestServer simulating(Filling filling) {
    return start(filling, new VertxOptions(), Optional.empty(), true);
  }

  private static TestServer start(Filling filling, VertxOptions options, Optional<Path> web) {
    return start(filling, options, web, false);
  }

  private static TestServer start(
      Filling filling, VertxOptions options, Optional<Path> web, boolean simulator) {
    var db = TestDatabase.fresh("gis", "command");
    try {
      var folder = Files.createTempDirectory("wanglou-test-server");
      new FirstAdministrator(db.database()).ensure(folder, Optional.of(PASSWORD));
      filling.fill(db.database());
      var config =
          new ServerConfig(
              db.owner().asApplication(),
              "127.0.0.1",
              0,
              false,
              Optional.empty(),
              folder,
              simulator,
              web);
      return new TestServer(db, config, CommandServer.start(config, options), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.port();
  }

  public Path dataFolder() {
    return folder;
  }

  public TestDatabase db() {
    return db;
  }

  public CommandServer server() {
    return server;
  }

  /** The server's own way to the database: what is written here is announced to its clients. */
  public Database database() {
    return server.database();
  }

  /** Stops the server and starts it again on the same database, at another port. */
  public void restart() {
    server.close();
    server = CommandServer.start(config);
  }

  /** The test has closed the server itself. */
  public void forgetServer() {
    closed = true;
  }

  /** Nobody is signed in. */
  public TestClient stranger() {
    return new TestClient(server);
  }

  /** Signed in as {@code admin}, administrator and dispatcher. */
  public TestClient admin() {
    return stranger().signIn("admin", PASSWORD);
  }

  /** A user of one role, made now and signed in with a password that need not be changed. */
  public TestClient user(String username, String role) {
    var user =
        new JsonObject()
            .put("username", username)
            .put("display_name", username)
            .put("roles", new JsonArray().add(role))
            .put("password", "first-password");
    admin().post("/api/v1/users", user).expect(201);
    var client = stranger().signIn(username, "first-password");
    var change =
        new JsonObject().put("old_password", "first-password").put("new_password", PASSWORD);
    client.post("/api/v1/session/password", change).expect(204);
    return client;
  }

  @Override
  public void close() {
    if (!closed) {
      server.close();
    }
    db.close();
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
