package org.wanglou.gis.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/**
 * A real PostGIS for tests: one throw-away cluster per JVM, one migrated template per set of
 * modules, one fresh copy (about 0.1 s) for whoever asks. No PostGIS on the machine is a failure,
 * never a skip.
 */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static PrivateCluster cluster;
  private static final java.util.Map<List<String>, String> TEMPLATES = new java.util.HashMap<>();

  private final DatabaseAddress owner;
  private final Database database;

  private TestDatabase(DatabaseAddress owner) {
    this.owner = owner;
    this.database = Database.open(owner.asApplication(), 4);
  }

  /** A fresh database migrated with {@code "gis"} or {@code "gis", "command"}. */
  public static synchronized TestDatabase fresh(String... modules) {
    var cluster = cluster();
    var template =
        TEMPLATES.computeIfAbsent(List.of(modules), key -> makeTemplate(cluster, modules));
    var name = "t" + COUNT.incrementAndGet();
    admin(cluster)
        .useHandle(
            h ->
                h.execute("CREATE DATABASE " + name + " OWNER wanglou_owner TEMPLATE " + template));
    return new TestDatabase(cluster.owner(name));
  }

  public Database database() {
    return database;
  }

  public DatabaseAddress owner() {
    return owner;
  }

  /** Superuser handle on this database, to look under row-level security. */
  public Jdbi superuser() {
    var su = cluster().superuser();
    return Jdbi.create(owner.jdbcUrl(), su.user(), su.password());
  }

  @Override
  public void close() {
    database.close();
  }

  private static String makeTemplate(PrivateCluster cluster, String... modules) {
    var name = "template_" + String.join("_", modules);
    admin(cluster)
        .useHandle(
            h -> h.execute("CREATE DATABASE " + name + " OWNER wanglou_owner TEMPLATE wanglou"));
    new Migrations(cluster.owner(name)).run(modules);
    return name;
  }

  private static Jdbi admin(PrivateCluster cluster) {
    var su = cluster.superuser();
    return Jdbi.create(su.jdbcUrl().replaceAll("/[^/]*$", "/postgres"), su.user(), su.password());
  }

  private static synchronized PrivateCluster cluster() {
    if (cluster == null) {
      try {
        var folder = Files.createTempDirectory("wanglou-test-pg");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        cluster = PrivateCluster.start(folder, PrivateCluster.MayLose.EVERYTHING);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return cluster;
  }

  private static void remove(Path folder) {
    cluster.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
