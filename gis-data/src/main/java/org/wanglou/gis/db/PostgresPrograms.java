package org.wanglou.gis.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The installed programs of one PostgreSQL version. PostgreSQL refuses to run as root, so a root
 * process runs them as the user {@code postgres}.
 */
final class PostgresPrograms {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final List<String> VERSIONS = List.of("15", "16", "17", "18", "14");
  private static final int PATIENCE_S = 180;

  /** Bit of CAP_DAC_READ_SEARCH, see capabilities(7). */
  private static final int MAY_WALK = 2;

  private final Path bin;

  private PostgresPrograms(Path bin) {
    this.bin = bin;
  }

  /** For a new cluster. */
  static PostgresPrograms preferred() {
    return VERSIONS.stream()
        .flatMap(PostgresPrograms::installed)
        .findFirst()
        .orElseThrow(() -> new ClusterFailure("cluster.no_binaries", INSTALLED + "", "", null));
  }

  /** For a cluster that this version made: no other version can read it. */
  static PostgresPrograms of(String version, Path cluster) {
    return installed(version)
        .findFirst()
        .orElseThrow(() -> new ClusterFailure("cluster.no_version", cluster + "", version, null));
  }

  private static Stream<PostgresPrograms> installed(String version) {
    return Stream.of(INSTALLED.resolve(version).resolve("bin"))
        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
        .map(PostgresPrograms::new);
  }

  /** The major version. */
  String version() {
    return bin.getParent().getFileName().toString();
  }

  void run(String program, List<String> arguments) throws IOException {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
      command.addAll(walkThroughParents(Files.readString(Path.of("/proc/self/status"))));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(arguments);
    run(program, command, PATIENCE_S);
  }

  /**
   * CAP_DAC_READ_SEARCH lets PostgreSQL walk through parents of the data folder that only root may
   * enter (a 0700 home); it gives no right to write. Containers often withhold it even from root.
   *
   * @param status of a process, as in /proc/self/status
   */
  static List<String> walkThroughParents(String status) {
    boolean may =
        status
            .lines()
            .filter(line -> line.startsWith("CapBnd:") || line.startsWith("CapEff:"))
            .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .allMatch(rights -> (rights >> MAY_WALK & 1) == 1);
    return may
        ? List.of("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search")
        : List.of();
  }

  /** Gives a folder to the user PostgreSQL runs as, with all that is in it. */
  static void giveToPostgres(Path folder) throws IOException {
    if (isRoot() && anyOfAnother(folder)) {
      run("chown", List.of("chown", "-R", "postgres:postgres", folder.toString()), PATIENCE_S);
    }
  }

  /** A look at the first level is enough: what lies deeper is made by PostgreSQL itself. */
  private static boolean anyOfAnother(Path folder) throws IOException {
    try (var files = Files.walk(folder, 1)) {
      for (var file : (Iterable<Path>) files::iterator) {
        if (!Files.getOwner(file).getName().equals("postgres")) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void run(String name, List<String> command, int patienceS) throws IOException {
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
      if (!process.waitFor(patienceS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("no answer within " + patienceS + " s: " + String.join(" ", command));
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            name + ": " + Files.readString(output, StandardCharsets.UTF_8).strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
