package org.wanglou.gis.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * A PostgreSQL cluster of our own inside a folder, made from the installed binaries: loopback TCP
 * on a free port with SCRAM passwords, unix socket in a 0700 folder. Never touches the system's
 * clusters. PostgreSQL refuses to run as root, so a root process runs it as the user {@code
 * postgres}.
 */
public final class PrivateCluster implements AutoCloseable {
  private static final String OWNER = "wanglou_owner";
  private static final String SUPERUSER = "postgres";
  private static final String NAME = "wanglou";

  /**
   * How much a crash may cost. {@link #NOTHING} is for data that matters; {@link #EVERYTHING} for
   * tests only.
   */
  public enum MayLose {
    NOTHING,
    EVERYTHING
  }

  private final Path folder;
  private final Path bin;
  private final MayLose mayLose;
  private int port;

  private PrivateCluster(Path folder, Path bin, MayLose mayLose) {
    this.folder = folder;
    this.bin = bin;
    this.mayLose = mayLose;
  }

  /**
   * Makes the cluster when the folder has none, takes over a running one, starts it otherwise.
   *
   * @throws ClusterFailure with a sentence saying what to do
   */
  public static PrivateCluster start(Path folder, MayLose mayLose) {
    var cluster = new PrivateCluster(folder.toAbsolutePath().normalize(), binaries(), mayLose);
    try {
      cluster.prepareFolders();
      if (!Files.exists(cluster.dataFolder().resolve("PG_VERSION"))) {
        cluster.initialise();
      }
      cluster.startOrTakeOver();
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
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), user, secret(user));
  }

  private Path dataFolder() {
    return folder.resolve("pg").resolve("data");
  }

  private Path socketFolder() {
    return folder.resolve("pg").resolve("socket");
  }

  private void prepareFolders() throws IOException {
    Files.createDirectories(folder.resolve("secrets"));
    Files.setPosixFilePermissions(
        folder.resolve("secrets"), PosixFilePermissions.fromString("rwx------"));
    boolean fresh = !Files.exists(folder.resolve("pg"));
    Files.createDirectories(dataFolder());
    Files.createDirectories(socketFolder());
    for (var inner : List.of(dataFolder(), socketFolder())) {
      Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("rwx------"));
    }
    if (fresh && isRoot()) {
      run(List.of("chown", "-R", "postgres:postgres", folder.resolve("pg").toString()));
    }
  }

  private void initialise() throws IOException {
    // The password file must be readable by the user postgres for a moment; it lies in its own 0700
    // folder.
    Path passwordFile = socketFolder().resolve("pw");
    Files.writeString(passwordFile, secret(SUPERUSER));
    Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
    if (isRoot()) {
      run(List.of("chown", "postgres:postgres", passwordFile.toString()));
    }
    try {
      var command = asPostgres(bin.resolve("initdb").toString());
      command.addAll(
          List.of(
              "-D",
              dataFolder().toString(),
              "-U",
              SUPERUSER,
              "--locale=C.UTF-8",
              "--encoding=UTF8"));
      command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + passwordFile));
      if (mayLose == MayLose.EVERYTHING) {
        command.add("--no-sync");
      }
      run(command);
    } finally {
      Files.delete(passwordFile);
    }
  }

  private void startOrTakeOver() throws IOException {
    Path pidFile = dataFolder().resolve("postmaster.pid");
    if (Files.exists(pidFile) && pgCtlQuietly("status") == 0) {
      // Line 4 of postmaster.pid is the port (PostgreSQL's src/include/utils/pidfile.h).
      port = Integer.parseInt(Files.readAllLines(pidFile).get(3).trim());
      return;
    }
    IOException last = null;
    for (int attempt = 0; attempt < 3; attempt++) {
      port = freePort();
      var options = new ArrayList<String>();
      options.add("-p " + port);
      options.add("-c listen_addresses=127.0.0.1");
      options.add("-c unix_socket_directories=" + socketFolder());
      options.add("-c unix_socket_permissions=0700");
      options.add("-c password_encryption=scram-sha-256");
      options.add("-c max_connections=100 -c shared_buffers=128MB -c jit=off -c timezone=UTC");
      if (mayLose == MayLose.EVERYTHING) {
        options.add("-c fsync=off -c synchronous_commit=off -c full_page_writes=off");
      }
      try {
        pgCtl(
            "start",
            "-w",
            "-t",
            "60",
            "-l",
            dataFolder().resolve("server.log").toString(),
            "-o",
            String.join(" ", options));
        return;
      } catch (IOException e) {
        last = e; // the free port may have been taken in between: another one
      }
    }
    throw last;
  }

  private void makeDatabase() {
    var admin = Jdbi.create(address("postgres", SUPERUSER).jdbcUrl(), SUPERUSER, secret(SUPERUSER));
    admin.useHandle(
        handle -> {
          if (missing(handle, "SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'")) {
            var version = bin.getParent().getFileName().toString();
            throw new ClusterFailure("cluster.no_postgis", folder.toString(), version, null);
          }
          if (missing(handle, "SELECT 1 FROM pg_roles WHERE rolname = '" + OWNER + "'")) {
            handle.execute(
                "CREATE ROLE %s LOGIN CREATEROLE PASSWORD '%s'".formatted(OWNER, secret(OWNER)));
          }
          if (missing(handle, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
            handle.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER);
          }
        });
    Jdbi.create(superuser().jdbcUrl(), SUPERUSER, secret(SUPERUSER))
        .useHandle(handle -> handle.execute("CREATE EXTENSION IF NOT EXISTS postgis"));
  }

  private static boolean missing(org.jdbi.v3.core.Handle handle, String query) {
    return handle.createQuery(query).mapTo(Integer.class).findOne().isEmpty();
  }

  /** The role's password, made on first use, kept in a 0600 file. */
  private String secret(String role) {
    Path file = folder.resolve("secrets").resolve(role);
    try {
      if (!Files.exists(file)) {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      }
      return Files.readString(file).trim();
    } catch (IOException e) {
      throw new ClusterFailure("cluster.io", file.toString(), e.getMessage(), e);
    }
  }

  private void pgCtl(String... arguments) throws IOException {
    run(pgCtlCommand(arguments));
  }

  private int pgCtlQuietly(String... arguments) throws IOException {
    return execute(pgCtlCommand(arguments)).exit();
  }

  private List<String> pgCtlCommand(String... arguments) {
    var command = asPostgres(bin.resolve("pg_ctl").toString());
    command.addAll(List.of("-D", dataFolder().toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * The command as a user PostgreSQL accepts. CAP_DAC_READ_SEARCH lets it walk through parents of
   * the data folder that only root may enter (a 0700 home); it gives no right to write.
   */
  private static List<String> asPostgres(String program) {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
      command.addAll(List.of("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"));
    }
    command.add(program);
    return command;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static Path binaries() {
    var found =
        Stream.of("15", "16", "17", "18", "14")
            .map(version -> Path.of("/usr/lib/postgresql", version, "bin"))
            .filter(candidate -> Files.isExecutable(candidate.resolve("initdb")))
            .findFirst();
    return found.orElseThrow(
        () -> new ClusterFailure("cluster.no_binaries", "/usr/lib/postgresql", "", null));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.getLocalPort();
    }
  }

  private record Outcome(int exit, String output) {}

  private static void run(List<String> command) throws IOException {
    var outcome = execute(command);
    if (outcome.exit() != 0) {
      throw new IOException(
          command.get(command.size() > 5 && command.get(0).equals("setpriv") ? 6 : 0)
              + ": "
              + outcome.output());
    }
  }

  private static Outcome execute(List<String> command) throws IOException {
    // To a file, not a pipe: the started server would keep a pipe open and we would wait for its
    // end.
    Path output = Files.createTempFile("wanglou-pg", ".out");
    try {
      var process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("no answer within 120 s: " + String.join(" ", command));
      }
      return new Outcome(
          process.exitValue(), Files.readString(output, StandardCharsets.UTF_8).strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
