package org.wanglou.gis.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * A PostgreSQL cluster of our own inside a folder, made from the installed binaries: loopback TCP
 * on a free port with SCRAM passwords, unix socket in a 0700 folder. Never touches the system's
 * clusters. Survives being killed at any moment, also while it is made, and a folder that is moved
 * or copied.
 */
public final class PrivateCluster implements AutoCloseable {
  private static final String OWNER = "wanglou_owner";
  private static final String SUPERUSER = "postgres";
  private static final String NAME = "wanglou";
  private static final int LOG_SHOWN = 2_000;

  /**
   * How much a crash may cost. {@link #NOTHING} is for data that matters; {@link #EVERYTHING} for
   * tests only.
   */
  public enum MayLose {
    NOTHING,
    EVERYTHING
  }

  private final Path folder;
  private final ClusterSecrets secrets;
  private final MayLose mayLose;
  private PostgresPrograms programs;
  private int port;

  private PrivateCluster(Path folder, MayLose mayLose) throws IOException {
    this.folder = folder;
    this.mayLose = mayLose;
    secrets = new ClusterSecrets(folder.resolve("secrets"));
    prepareFolders();
    Path version = dataFolder().resolve("PG_VERSION");
    if (Files.exists(version)) {
      programs = PostgresPrograms.of(Files.readString(version).strip(), dataFolder());
    } else {
      programs = PostgresPrograms.preferred();
      initialise();
    }
    startOrTakeOver();
  }

  /**
   * Makes the cluster when the folder has none, takes over a running one, starts it otherwise. One
   * caller at a time for a folder.
   *
   * @throws ClusterFailure with a sentence saying what to do
   */
  public static PrivateCluster start(Path folder, MayLose mayLose) {
    PrivateCluster cluster;
    try {
      cluster = new PrivateCluster(folder.toAbsolutePath().normalize(), mayLose);
    } catch (IOException e) {
      throw new ClusterFailure("cluster.io", folder.toString(), e.getMessage(), e);
    }
    try {
      cluster.makeDatabase();
    } catch (RuntimeException e) {
      cluster.close(); // who gets no cluster cannot stop it
      throw e;
    }
    return cluster;
  }

  /** The main database as its owner. */
  public DatabaseAddress owner() {
    return address(NAME, OWNER);
  }

  /** Any database of the cluster as the owner role; for tests that copy a template. */
  public DatabaseAddress owner(String database) {
    return address(database, OWNER);
  }

  /** The main database as superuser, for extensions and templates. */
  public DatabaseAddress superuser() {
    return address(NAME, SUPERUSER);
  }

  public int port() {
    return port;
  }

  /** Stops the server process; the data stay. */
  @Override
  public void close() {
    try {
      pgCtl("stop", "-m", "fast", "-w", "-t", "60");
    } catch (IOException e) {
      throw new ClusterFailure("cluster.stop", folder.toString(), e.getMessage(), e);
    }
  }

  private DatabaseAddress address(String database, String user) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), user, secrets.of(user));
  }

  private Path dataFolder() {
    return folder.resolve("pg").resolve("data");
  }

  private Path socketFolder() {
    return folder.resolve("pg").resolve("socket");
  }

  private void prepareFolders() throws IOException {
    Files.createDirectories(socketFolder());
    Files.setPosixFilePermissions(socketFolder(), PosixFilePermissions.fromString("rwx------"));
    PostgresPrograms.giveToPostgres(folder.resolve("pg"));
  }

  /** Beside its place and then moved there: a cluster is there whole or not at all. */
  private void initialise() throws IOException {
    Path unfinished = dataFolder().resolveSibling("data.new");
    removeWhole(unfinished);
    // The password file must be readable by the user postgres for a moment; it lies in its own 0700
    // folder.
    Path passwordFile = socketFolder().resolve("pw");
    Files.writeString(passwordFile, secrets.of(SUPERUSER));
    Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
    PostgresPrograms.giveToPostgres(socketFolder());
    try {
      var arguments = new ArrayList<>(List.of("-D", unfinished.toString(), "-U", SUPERUSER));
      arguments.addAll(List.of("--locale=C.UTF-8", "--encoding=UTF8"));
      arguments.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + passwordFile));
      if (mayLose == MayLose.EVERYTHING) {
        arguments.add("--no-sync");
      }
      programs.run("initdb", arguments);
    } finally {
      Files.delete(passwordFile);
    }
    Files.move(unfinished, dataFolder(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void removeWhole(Path unfinished) throws IOException {
    if (Files.exists(unfinished)) {
      try (var files = Files.walk(unfinished)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void startOrTakeOver() throws IOException {
    var running = Postmaster.of(dataFolder(), socketFolder(), SUPERUSER, secrets.of(SUPERUSER));
    if (running.isPresent()) {
      port = running.get().port();
      return;
    }
    IOException last = null;
    for (int attempt = 0; attempt < 3; attempt++) {
      port = freePort();
      try {
        startOnce();
        return;
      } catch (IOException e) {
        last = e; // the free port may have been taken in between: another one
      }
    }
    throw last;
  }

  private void startOnce() throws IOException {
    Path log = dataFolder().resolve("server.log");
    long before = Files.exists(log) ? Files.size(log) : 0;
    try {
      pgCtl("start", "-w", "-t", "120", "-l", log.toString(), "-o", String.join(" ", options()));
    } catch (IOException e) {
      throw new IOException(e.getMessage() + "\n" + writtenSince(log, before), e);
    }
  }

  private List<String> options() {
    var options = new ArrayList<String>();
    options.add("-p " + port);
    options.add("-c listen_addresses=127.0.0.1");
    // Seen from the data folder: the name of a socket may have no more than 107 bytes, and a shell
    // reads this line.
    options.add("-c unix_socket_directories=../" + socketFolder().getFileName());
    options.add("-c unix_socket_permissions=0700");
    options.add("-c password_encryption=scram-sha-256");
    options.add("-c max_connections=100 -c shared_buffers=128MB -c jit=off -c timezone=UTC");
    if (mayLose == MayLose.EVERYTHING) {
      options.add("-c fsync=off -c synchronous_commit=off -c full_page_writes=off");
    }
    return options;
  }

  /** What the server said before it gave up. */
  private static String writtenSince(Path log, long before) throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    var bytes = Files.readAllBytes(log);
    int from = (int) Math.max(before, bytes.length - LOG_SHOWN);
    return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8).strip();
  }

  private void makeDatabase() {
    var admin =
        Jdbi.create(address("postgres", SUPERUSER).jdbcUrl(), SUPERUSER, secrets.of(SUPERUSER));
    admin.useHandle(
        handle -> {
          if (missing(handle, "SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'")) {
            throw new ClusterFailure(
                "cluster.no_postgis", folder.toString(), programs.version(), null);
          }
          if (missing(handle, "SELECT 1 FROM pg_roles WHERE rolname = '" + OWNER + "'")) {
            handle.execute(
                "CREATE ROLE %s LOGIN CREATEROLE PASSWORD '%s'"
                    .formatted(OWNER, secrets.of(OWNER)));
          }
          if (missing(handle, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
            handle.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER);
          }
        });
    Jdbi.create(superuser().jdbcUrl(), SUPERUSER, secrets.of(SUPERUSER))
        .useHandle(handle -> handle.execute("CREATE EXTENSION IF NOT EXISTS postgis"));
  }

  private static boolean missing(org.jdbi.v3.core.Handle handle, String query) {
    return handle.createQuery(query).mapTo(Integer.class).findOne().isEmpty();
  }

  private void pgCtl(String... arguments) throws IOException {
    var all = new ArrayList<>(List.of("-D", dataFolder().toString()));
    all.addAll(List.of(arguments));
    programs.run("pg_ctl", all);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.getLocalPort();
    }
  }
}
