package org.wanglou.ops.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.wanglou.command.app.ServerConfig.Tls;
import org.wanglou.gis.fault.Fault;

/**
 * Finds each setting: on the command line, else in the environment, else in {@code
 * wanglou.properties} in the data folder, else its default. What is wrong is refused with the place
 * where it stands.
 */
final class SettingsReader {
  static final String FILE = "wanglou.properties";
  static final String XI_COUNTY = "xixian";
  private static final String DEFAULT_PORT = "8080";

  /** A value and the place it was found at, as the reader has to look for it. */
  private record Found(String text, String where) {}

  private final Map<String, String> environment;
  private final Path home;
  private final Map<Setting, Found> found = new EnumMap<>(Setting.class);

  /**
   * @param home folder of the program; the data folder lies in it unless told otherwise
   */
  SettingsReader(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  /**
   * @throws Fault INVALID {@code launch.*}
   */
  Settings read(List<String> arguments) {
    readFlags(arguments);
    readEnvironment();
    var data = text(Setting.DATA).map(Path::of).orElse(home.resolve(".wanglou")).toAbsolutePath();
    readFile(data.resolve(FILE));
    var settings =
        new Settings(
            data.normalize(),
            port(),
            text(Setting.LISTEN).orElse("127.0.0.1"),
            isOn(Setting.BEHIND_PROXY, false),
            tls(),
            text(Setting.SAMPLE),
            file(Setting.OSM),
            file(Setting.TERRAIN),
            text(Setting.TERRAIN_CRS),
            isOn(Setting.SIMULATOR, true),
            isOn(Setting.DEV, false)
                ? Optional.of(home.resolve("map-web/src/main/resources/web"))
                : Optional.empty(),
            text(Setting.DATABASE_URL),
            Optional.ofNullable(environment.get("WANGLOU_ADMIN_PASSWORD"))
                .filter(it -> !it.isBlank()));
    checkTogether(settings);
    return settings;
  }

  private void readFlags(List<String> arguments) {
    var rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      var flag = rest.remove();
      int equals = flag.indexOf('=');
      var name = equals < 0 ? flag : flag.substring(0, equals);
      boolean off = name.startsWith("--no-");
      var setting =
          name.startsWith("--")
              ? Setting.ofKey(name.substring(off ? 5 : 2)).filter(Setting::isFlag)
              : Optional.<Setting>empty();
      if (setting.isEmpty() || (off && !setting.get().isSwitch())) {
        throw Fault.invalid("", "launch.unknown_flag", flag);
      }
      String value;
      if (setting.get().isSwitch()) {
        if (equals >= 0) {
          throw Fault.invalid("", "launch.flag_takes_no_value", name);
        }
        value = off ? "off" : "on";
      } else if (equals >= 0) {
        value = flag.substring(equals + 1);
      } else {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
          throw Fault.invalid("", "launch.flag_needs_value", name);
        }
        value = rest.remove();
      }
      found.put(setting.get(), new Found(value, name));
    }
  }

  private void readEnvironment() {
    for (var setting : Setting.values()) {
      var value = environment.get(setting.environmentName());
      if (value != null && !value.isBlank()) {
        found.putIfAbsent(setting, new Found(value.strip(), setting.environmentName()));
      }
    }
  }

  private void readFile(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    var lines = new Properties();
    try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw Fault.invalid("", "launch.file_unreadable", file, e.getMessage());
    }
    for (var key : lines.stringPropertyNames()) {
      var setting =
          Setting.ofKey(key)
              .filter(Setting::isInFile)
              .orElseThrow(() -> Fault.invalid("", "launch.unknown_key", key, file));
      found.putIfAbsent(setting, new Found(lines.getProperty(key).strip(), file + ": " + key));
    }
  }

  private Optional<String> text(Setting setting) {
    return Optional.ofNullable(found.get(setting)).map(Found::text).filter(it -> !it.isEmpty());
  }

  private boolean isOn(Setting setting, boolean otherwise) {
    var value = found.get(setting);
    if (value == null || value.text().isEmpty()) {
      return otherwise;
    }
    return switch (value.text()) {
      case "on", "true", "yes", "1" -> true;
      case "off", "false", "no", "0" -> false;
      default -> throw Fault.invalid("", "launch.not_on_or_off", value.where(), value.text());
    };
  }

  private int port() {
    var value = found.getOrDefault(Setting.PORT, new Found(DEFAULT_PORT, ""));
    if (value.text().matches("\\d{1,5}")) {
      int port = Integer.parseInt(value.text());
      if (port <= 65_535) {
        return port;
      }
    }
    throw Fault.invalid("", "launch.not_a_port", value.where(), value.text());
  }

  private Optional<Path> file(Setting setting) {
    return text(setting)
        .map(
            name -> {
              var file = Path.of(name).toAbsolutePath().normalize();
              if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw Fault.invalid("", "launch.no_such_file", found.get(setting).where(), file);
              }
              return file;
            });
  }

  private Optional<Tls> tls() {
    var certificate = file(Setting.TLS_CERT);
    var key = file(Setting.TLS_KEY);
    if (certificate.isPresent() != key.isPresent()) {
      throw Fault.invalid("", "launch.half_tls");
    }
    var files = certificate.map(it -> new Tls(it, key.orElseThrow()));
    files.ifPresent(TlsFiles::check);
    return files;
  }

  private static void checkTogether(Settings settings) {
    if (settings.sample().isPresent() && settings.osm().isPresent()) {
      throw Fault.invalid("", "launch.two_counties");
    }
    if (settings.sample().filter(it -> !it.equals(XI_COUNTY)).isPresent()) {
      throw Fault.invalid("", "launch.no_such_sample", settings.sample().get(), XI_COUNTY);
    }
    boolean loopback;
    try {
      loopback = InetAddress.getByName(settings.listen()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw Fault.invalid("", "launch.no_such_address", settings.listen());
    }
    if (!loopback && settings.tls().isEmpty() && !settings.behindProxy()) {
      throw Fault.invalid("", "launch.open_without_tls", settings.listen());
    }
  }
}
