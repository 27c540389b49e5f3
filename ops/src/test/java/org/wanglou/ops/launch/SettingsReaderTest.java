package org.wanglou.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wanglou.gis.fault.Fault;

class SettingsReaderTest {
  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void without_a_word_it_listens_on_this_machine_only_and_keeps_its_data_beside_the_program() {
    var settings = read();
    assertThat(settings.listen()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.data()).isEqualTo(home.resolve(".wanglou"));
    assertThat(settings.simulator()).isTrue();
  }

  @Test
  void the_command_line_comes_before_the_environment_and_that_before_the_file() throws Exception {
    Files.createDirectories(home.resolve(".wanglou"));
    Files.writeString(
        home.resolve(".wanglou/wanglou.properties"),
        "port = 1003\nlisten = localhost\nsimulator = off\n");
    environment.put("WANGLOU_PORT", "1002");
    environment.put("WANGLOU_LISTEN", "127.0.0.2");
    var settings = read("--port", "1001");
    assertThat(settings.port()).isEqualTo(1001);
    assertThat(settings.listen()).isEqualTo("127.0.0.2");
    assertThat(settings.simulator()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "--prot 80, launch.unknown_flag",
    "port, launch.unknown_flag",
    "--no-port, launch.unknown_flag",
    "--database-url=postgres://u:p@h/d, launch.unknown_flag",
    "--port, launch.flag_needs_value",
    "--port --dev, launch.flag_needs_value",
    "--dev=yes, launch.flag_takes_no_value",
    "--port eighty, launch.not_a_port",
    "--port 65536, launch.not_a_port",
    "--port -1, launch.not_a_port",
    "--osm nowhere.pbf, launch.no_such_file",
    "--sample atlantis, launch.no_such_sample",
    "--listen 0.0.0.0, launch.open_without_tls",
    "--listen 300.1.1.1, launch.no_such_address",
  })
  void what_is_wrong_is_refused(String arguments, String code) {
    assertThat(refusal(arguments.split(" "))).isEqualTo(code);
  }

  @Test
  void other_machines_are_let_in_behind_a_proxy() {
    assertThat(read("--listen", "0.0.0.0", "--behind-proxy").behindProxy()).isTrue();
  }

  @Test
  void a_certificate_without_its_key_is_refused() throws Exception {
    var file = Files.writeString(home.resolve("cert.pem"), "x").toString();
    assertThat(refusal("--tls-cert", file)).isEqualTo("launch.half_tls");
  }

  @Test
  void an_unknown_key_or_a_value_that_is_neither_on_nor_off_in_the_file_is_refused()
      throws Exception {
    Files.createDirectories(home.resolve(".wanglou"));
    var file = home.resolve(".wanglou/wanglou.properties");
    Files.writeString(file, "prot = 80\n");
    assertThat(refusal()).isEqualTo("launch.unknown_key");
    Files.writeString(file, "simulator = maybe\n");
    assertThat(refusal()).isEqualTo("launch.not_on_or_off");
  }

  @Test
  void the_example_file_names_every_key_and_changes_nothing() throws Exception {
    Files.createDirectories(home.resolve(".wanglou"));
    var example = Files.readString(Path.of("wanglou.properties.example"));
    Files.writeString(home.resolve(".wanglou/wanglou.properties"), example);
    assertThat(read().port()).isEqualTo(8080);
    for (var setting : Setting.values()) {
      if (setting.isInFile() && setting != Setting.DEV) {
        assertThat(example).containsPattern("(?m)^#?" + setting.key() + " *=");
      }
    }
  }

  private Settings read(String... arguments) {
    return new SettingsReader(environment, home).read(List.of(arguments));
  }

  private String refusal(String... arguments) {
    return catchThrowableOfType(Fault.class, () -> read(arguments)).details().get(0).code();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh_CN.UTF-8", "en_US.UTF-8"})
  void ops_run_explains_every_option_without_building(String locale) throws Exception {
    var help = help(locale);
    Arrays.stream(Setting.values())
        .filter(Setting::isFlag)
        .forEach(it -> assertThat(help).containsPattern("--(no-)?" + it.key()));
    assertThat(help).contains("--help").contains("--build-only").contains("--reset-admin");
  }

  @Test
  void without_a_language_the_help_is_in_both() throws Exception {
    assertThat(help("C")).isEqualTo(help("zh_CN.UTF-8") + help("en_US.UTF-8"));
  }

  /** On a path without Maven and Java. */
  private static String help(String locale) throws Exception {
    var builder = new ProcessBuilder("./run", "--port", "80", "--help");
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "LC_MESSAGES", locale));
    builder.environment().put("JAVA_HOME", "/nowhere");
    var process = builder.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
