package org.wanglou.ops.seeding;

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

class SeedTilesTest {
  private static final String PASSWORD = "kanshan-dao-hu";

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void every_tile_of_the_box_is_kept_by_the_server_afterwards() throws Exception {
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
        assertThat(run("--to", "10", "--box", "110.7,36.5,111.1,36.9")).isZero();
        long tiles = counted(10) * 2;
        assertThat(said.toString(StandardCharsets.UTF_8))
            .contains(tiles + "/" + tiles + " (100%)")
            .contains("done");
        try (var files = Files.walk(folder.resolve("tiles"))) {
          assertThat(files.filter(it -> it.toString().endsWith(".png")).count()).isEqualTo(tiles);
        }
        assertThat(run("--to", "10", "--box", "110.7,36.5,111.1,36.9", "--styles", "dusk"))
            .isEqualTo(1);
      }
    }
  }

  @Test
  void a_wrong_call_is_told_with_how_to_call_it() throws Exception {
    assertThat(run("--to", "19")).isEqualTo(2);
    assertThat(run("--box", "1,2,3")).isEqualTo(2);
    assertThat(run("--colour", "red")).isEqualTo(2);
    assertThat(run("--help")).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("--box");
  }

  @Test
  void a_box_has_the_tiles_that_touch_it() {
    assertThat(TileRange.of(0, List.of(-180.0, -90.0, 180.0, 90.0)).addresses())
        .containsExactly("0/0/0");
    var county = TileRange.of(12, List.of(110.93, 36.69, 110.94, 36.70));
    assertThat(county.addresses()).containsExactly("12/3310/1598");
    assertThat(TileRange.of(1, List.of(-1.0, -1.0, 1.0, 1.0)).count()).isEqualTo(4);
  }

  private static long counted(int to) {
    long count = 0;
    for (int zoom = 8; zoom <= to; zoom++) {
      count += TileRange.of(zoom, List.of(110.7, 36.5, 111.1, 36.9)).count();
    }
    return count;
  }

  private int run(String... given) throws IOException, InterruptedException {
    said.reset();
    var arguments = new ArrayList<>(List.of("--data", folder.toString()));
    arguments.addAll(List.of(given));
    return SeedTiles.run(
        arguments,
        Map.of("WANGLOU_PASSWORD", PASSWORD),
        folder,
        new PrintStream(said, true, StandardCharsets.UTF_8));
  }
}
