package org.wanglou.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.wanglou.ops.smoke.Smoke;

/** The launcher as a process: one data folder through the days of its life. */
@TestMethodOrder(OrderAnnotation.class)
class LauncherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  @TempDir static Path parent;
  private static Path data;
  private static LauncherProcess running;
  private static URI address;

  @BeforeAll
  static void start() throws Exception {
    data = parent.resolve("data");
    running = LauncherProcess.start(data, "--port", "0", "--no-simulator");
    address = running.address();
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  @Test
  @Order(1)
  void a_fresh_system_passes_the_smoke_suite() throws Exception {
    assertThat(Smoke.isWhole(address, "admin", LauncherProcess.PASSWORD, parent.resolve("reports")))
        .isTrue();
  }

  @Test
  @Order(2)
  void a_second_launcher_on_the_same_folder_is_refused() throws Exception {
    try (var second = LauncherProcess.start(data, "--port", "0")) {
      assertThat(second.refusal()).contains("is used by another Wanglou").contains("--data");
      assertThat(second.exitCode()).isEqualTo(1);
    }
  }

  @Test
  @Order(3)
  void another_county_is_refused_once_there_is_an_incident() throws Exception {
    running.terminate().exitCode();
    try (var other = LauncherProcess.start(data, "--port", "0", "--osm", anyFile().toString())) {
      assertThat(other.refusal()).contains("incidents; it cannot be replaced");
    }
    restart();
  }

  @Test
  @Order(4)
  void a_killed_server_leaves_its_database_to_the_next_start() throws Exception {
    var postmaster = Files.readAllLines(data.resolve("pg/data/postmaster.pid")).get(0);
    running.kill();
    assertThat(LauncherProcess.processesOf(data)).contains(Long.parseLong(postmaster));
    restart();
    assertThat(Files.readAllLines(data.resolve("pg/data/postmaster.pid")).get(0))
        .isEqualTo(postmaster);
    assertThat(status("/health/ready")).isEqualTo(200);
  }

  @Test
  @Order(5)
  void after_a_signal_nothing_is_left() throws Exception {
    assertThat(LauncherProcess.processesOf(data)).isNotEmpty();
    running.terminate();
    assertThat(running.exitCode()).isEqualTo(128 + 15);
    assertThat(running.said()).contains("All is stopped.");
    assertThat(LauncherProcess.processesOf(data)).isEmpty();
    assertThat(LauncherProcess.tracesIn(data)).isEmpty();
  }

  @Test
  @Order(6)
  void a_lost_administrator_password_is_replaced_on_the_machine_itself() throws Exception {
    try (var reset = LauncherProcess.start(data, "--reset-admin")) {
      assertThat(reset.exitCode()).as(reset.said()).isZero();
      var oneTime = Files.readString(data.resolve("admin-password.txt")).strip();
      assertThat(reset.said()).contains("User admin, one-time password " + oneTime);
    }
    assertThat(LauncherProcess.processesOf(data)).isEmpty();
    assertThat(LauncherProcess.tracesIn(data)).isEmpty();
    try (var elsewhere = LauncherProcess.start(parent.resolve("empty"), "--reset-admin")) {
      assertThat(elsewhere.refusal()).contains("holds no database").contains("--data");
    }
    assertThat(parent.resolve("empty")).doesNotExist();
  }

  @Test
  @Order(7)
  void a_port_in_use_is_named_before_a_database_is_made() throws Exception {
    try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      var folder = parent.resolve("other");
      var port = String.valueOf(taken.getLocalPort());
      try (var refused = LauncherProcess.start(folder, "--port", port)) {
        assertThat(refused.refusal()).contains("Port " + port).contains("--port");
      }
      assertThat(folder.resolve("pg")).doesNotExist();
    }
  }

  @Test
  @Order(8)
  void a_file_that_is_no_osm_extract_is_refused_and_the_database_stopped() throws Exception {
    var folder = parent.resolve("osm");
    try (var refused =
        LauncherProcess.start(folder, "--port", "0", "--osm", anyFile().toString())) {
      assertThat(refused.refusal()).contains("county.osm.pbf");
      assertThat(refused.exitCode()).isEqualTo(1);
    }
    assertThat(LauncherProcess.processesOf(folder)).isEmpty();
    assertThat(LauncherProcess.tracesIn(folder)).isEmpty();
  }

  private static Path anyFile() throws Exception {
    return Files.writeString(parent.resolve("county.osm.pbf"), "<osm>no PBF</osm>");
  }

  private static void restart() throws Exception {
    running.close();
    running = LauncherProcess.start(data, "--port", "0", "--no-simulator");
    address = running.address();
  }

  private static int status(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
