package org.wanglou.gis.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wanglou.gis.db.PrivateCluster.MayLose.EVERYTHING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can happen to a cluster of our own between one start and the next. */
class PrivateClusterTest {
  @TempDir Path parent;
  private Path folder;

  @BeforeEach
  void name() throws IOException {
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    folder = parent.resolve("data");
  }

  private static PrivateCluster start(Path folder) {
    return PrivateCluster.start(folder, EVERYTHING);
  }

  /** What the database remembers. */
  private static int notes(PrivateCluster cluster) {
    var owner = cluster.owner();
    return Jdbi.create(owner.jdbcUrl(), owner.user(), owner.password())
        .withHandle(
            tx -> {
              tx.execute("CREATE TABLE IF NOT EXISTS note (id int)");
              tx.execute("INSERT INTO note VALUES (1)");
              return tx.createQuery("SELECT count(*) FROM note").mapTo(Integer.class).one();
            });
  }

  private Path pidFile() {
    return folder.resolve("pg/data/postmaster.pid");
  }

  @Test
  void a_long_name_with_blanks_and_quotes_is_no_hindrance() throws Exception {
    folder = parent.resolve("县 应急局's data; ".repeat(5).strip());
    try (var cluster = start(folder)) {
      assertThat(notes(cluster)).isEqualTo(1);
      for (var secret : List.of("secrets", "pg/socket", "pg/data")) {
        assertThat(Files.getPosixFilePermissions(folder.resolve(secret)))
            .as(secret)
            .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      }
      assertThat(Files.getPosixFilePermissions(folder.resolve("secrets/postgres")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void what_was_killed_while_it_was_made_is_made_anew() throws Exception {
    Files.createDirectories(folder.resolve("pg/data.new/base"));
    Files.writeString(folder.resolve("pg/data.new/PG_VERSION"), "15\n");
    Files.createDirectories(folder.resolve("secrets"));
    Files.createFile(folder.resolve("secrets/postgres"));
    try (var cluster = start(folder)) {
      assertThat(notes(cluster)).isEqualTo(1);
    }
  }

  @Test
  void after_a_crash_of_the_machine_another_process_with_the_old_number_is_left_alone()
      throws Exception {
    start(folder).close();
    var other = sleepAsPostgres();
    try {
      Files.writeString(
          pidFile(), "%d\n%s\n1700000000\n1\n../socket\n".formatted(other.pid(), folder));
      try (var cluster = start(folder)) {
        assertThat(notes(cluster)).isEqualTo(1);
      }
      assertThat(other.isAlive()).isTrue();
      Files.createFile(pidFile()); // the crash left it empty
      try (var cluster = start(folder)) {
        assertThat(notes(cluster)).isEqualTo(2);
      }
    } finally {
      other.destroy();
    }
  }

  private static Process sleepAsPostgres() throws IOException {
    var command = new ArrayList<String>();
    if (PostgresPrograms.isRoot()) {
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    command.addAll(List.of("sleep", "600"));
    return new ProcessBuilder(command).start();
  }

  @Test
  void a_running_cluster_is_taken_over_also_where_its_folder_was_moved_to() throws Exception {
    var left = start(folder);
    assertThat(notes(left)).isEqualTo(1);
    try (var again = start(folder)) {
      assertThat(again.port()).isEqualTo(left.port());
      var there = parent.resolve("moved");
      Files.move(folder, there);
      var moved = start(there);
      assertThat(moved.port()).isEqualTo(left.port());
      assertThat(notes(moved)).isEqualTo(2);
      moved.close();
      Files.move(there, folder);
      assertThat(start(folder).port()).isNotEqualTo(left.port());
    }
  }

  @Test
  void a_copy_of_a_running_cluster_is_a_cluster_of_its_own() throws Exception {
    try (var original = start(folder)) {
      assertThat(notes(original)).isEqualTo(1);
      var copy = parent.resolve("copy");
      copyWhileItRuns(copy);
      try (var second = start(copy)) {
        assertThat(second.port()).isNotEqualTo(original.port());
      }
      assertThat(notes(original)).isEqualTo(2);
    }
  }

  /**
   * A running server makes and removes files of its log at any moment; a copy that met one is made
   * again.
   */
  private void copyWhileItRuns(Path copy) throws Exception {
    for (int tries = 0; tries < 10; tries++) {
      if (run("cp", "-r", folder.toString(), copy.toString()) == 0) {
        return;
      }
      assertThat(run("rm", "-r", copy.toString())).isZero();
    }
    throw new AssertionError("never found the folder at rest");
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  @Test
  void a_cluster_of_a_version_that_is_not_installed_names_it() throws Exception {
    Files.createDirectories(folder.resolve("pg/data"));
    Files.writeString(folder.resolve("pg/data/PG_VERSION"), "9\n");
    assertThatThrownBy(() -> start(folder))
        .isInstanceOfSatisfying(
            ClusterFailure.class,
            it -> {
              assertThat(it.code()).isEqualTo("cluster.no_version");
              assertThat(it.reason()).isEqualTo("9");
            });
  }

  @Test
  void what_the_server_said_before_it_gave_up_is_told() throws Exception {
    start(folder).close();
    Files.writeString(folder.resolve("pg/data/postgresql.auto.conf"), "no_such_setting = 1\n");
    assertThatThrownBy(() -> start(folder))
        .isInstanceOfSatisfying(
            ClusterFailure.class, it -> assertThat(it.reason()).contains("no_such_setting"));
  }

  @Test
  void the_right_to_walk_through_locked_parents_is_asked_for_only_where_root_has_it() {
    assertThat(
            PostgresPrograms.walkThroughParents(
                "CapEff:\t000001ffffffffff\nCapBnd:\t000001ffffffffff\n"))
        .hasSize(2);
    // Docker's default set
    assertThat(
            PostgresPrograms.walkThroughParents(
                "CapEff:\t00000000a80425fb\nCapBnd:\t00000000a80425fb\n"))
        .isEmpty();
  }
}
