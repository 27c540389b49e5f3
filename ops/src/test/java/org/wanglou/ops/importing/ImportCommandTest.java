package org.wanglou.ops.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.command.app.CommandServer;
import org.wanglou.command.app.ServerConfig;
import org.wanglou.command.session.FirstAdministrator;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.Migrations;
import org.wanglou.gis.db.PrivateCluster;

class ImportCommandTest {
  private static final String PASSWORD = "kanshan-dao-hu";
  private static final String GOOD = "编号,名称,经度,纬度\nh1,县医院,110.94,36.69\n";

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void a_file_is_tried_stored_and_refused_with_its_exit_code() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (var cluster = PrivateCluster.start(folder, PrivateCluster.MayLose.EVERYTHING)) {
      new Migrations(cluster.owner()).run("gis", "command");
      var application = cluster.owner().asApplication();
      try (var database = Database.open(application, 2)) {
        new FirstAdministrator(database).ensure(folder, Optional.of(PASSWORD));
      }
      try (var server = CommandServer.start(ServerConfig.local(application, 0, folder))) {
        Files.writeString(
            folder.resolve("address.txt"), "http://127.0.0.1:" + server.port() + "/map\n");
        assertThat(run(GOOD)).isZero();
        assertThat(said()).contains("added 1").contains("not stored");
        assertThat(run(GOOD, "--mode", "replace")).isZero();
        assertThat(said()).contains("已存入 stored");
        assertThat(run(GOOD + "h2,坏,x,36.69\n", "--mode", "replace")).isEqualTo(1);
        assertThat(said()).contains("✗ 2 经度: 不是数字").contains("not stored");
        assertThat(run(GOOD, "--layer", "医院")).isZero();
        assertThat(run(GOOD, "--layer", "hospitall")).isEqualTo(1);
        assertThat(said()).contains("医院 (hospital)");
        said.reset();
        assertThat(run(List.of("--layers", "--data", folder.toString()))).isZero();
        assertThat(said()).contains("hospital  医院");
        assertThat(run(List.of("没有.csv", "--layer", "hospital"))).isEqualTo(2);
        assertThat(said()).contains("没有这个文件").doesNotContain("\r");
        assertThat(run(GOOD, "--colour", "red")).isEqualTo(2);
        assertThat(runHeights("--crs", "EPSG:4490")).isZero();
        assertThat(said()).contains("terrain stored: 3 × 2").contains("800–1300 m");
        assertThat(runHeights()).as("no coordinate system").isEqualTo(1);
        assertThat(runHeights("--crs", "EPSG:4490", "--layer", "hospital")).isEqualTo(2);
      }
    }
  }

  private int run(String csv, String... more) throws IOException, InterruptedException {
    said.reset();
    var file = Files.writeString(folder.resolve("医院.csv"), csv);
    var arguments =
        new ArrayList<>(
            List.of(
                file.toString(),
                "--layer",
                "hospital",
                "--crs",
                "EPSG:4490",
                "--data",
                folder.toString()));
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  private int run(List<String> arguments) throws IOException, InterruptedException {
    return Import.run(
        arguments,
        Map.of("WANGLOU_PASSWORD", PASSWORD),
        folder,
        new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private int runHeights(String... more) throws IOException, InterruptedException {
    said.reset();
    var file =
        Files.writeString(
            folder.resolve("高程.asc"),
            """
            ncols 3
            nrows 2
            xllcenter 110.9
            yllcenter 36.7
            cellsize 0.01
            800 900 1000
            1100 1200 1300
            """);
    var arguments = new ArrayList<>(List.of(file.toString(), "--data", folder.toString()));
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
