package org.wanglou.ops.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code ops/import} was told.
 *
 * @param isTerrain the file holds heights, which belong to no layer
 * @param fields of the form that is sent
 * @param token empty: sign in with user and password
 */
record ImportOptions(
    Path file,
    boolean isTerrain,
    URI address,
    Optional<String> token,
    String user,
    Optional<String> password,
    Map<String, String> fields) {
  private static final List<String> SENT =
      List.of(
          "layer",
          "crs",
          "mode",
          "try",
          "source",
          "source-layer",
          "encoding",
          "mapping",
          "provenance",
          "accuracy-m",
          "reason",
          "skip-rejected",
          "allow-elsewhere");
  private static final List<String> SWITCHES = List.of("--skip-rejected", "--allow-elsewhere");
  private static final List<String> SENT_WITH_HEIGHTS =
      List.of("crs", "mode", "source", "provenance", "accuracy-m", "data-date");
  private static final Pattern HEIGHTS = Pattern.compile("(?i).*\\.(tif|tiff|asc|hgt)(\\.zip)?");
  private static final String STANDARD_ADDRESS = "http://127.0.0.1:8080";

  /** It was called wrongly; the message says how. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  static ImportOptions of(List<String> arguments, Map<String, String> environment, Path home)
      throws Wrong {
    Path file = null;
    var given = new LinkedHashMap<String, String>();
    for (int i = 0; i < arguments.size(); i++) {
      var argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        if (file != null) {
          throw new Wrong(argument);
        }
        file = Path.of(argument);
      } else if (SWITCHES.contains(argument)) {
        given.put(argument.substring(2), "true");
      } else if (i + 1 < arguments.size()) {
        given.put(argument.substring(2), arguments.get(++i));
      } else {
        throw new Wrong(argument);
      }
    }
    if (file == null || !Files.isReadable(file)) {
      throw new Wrong(file == null ? "FILE" : file.toString());
    }
    boolean isTerrain = HEIGHTS.matcher(file.getFileName().toString()).matches();
    if (!isTerrain && !given.containsKey("layer")) {
      throw new Wrong("--layer");
    }
    var data =
        Path.of(
            given.getOrDefault(
                "data",
                environment.getOrDefault("WANGLOU_DATA", home.resolve(".wanglou").toString())));
    var address =
        Optional.ofNullable(given.remove("url"))
            .or(() -> line(data.resolve("address.txt")))
            .orElse(STANDARD_ADDRESS);
    var token =
        Optional.ofNullable(given.remove("token"))
            .or(() -> Optional.ofNullable(environment.get("WANGLOU_TOKEN")));
    var user = Optional.ofNullable(given.remove("user")).orElse("admin");
    var password =
        Optional.ofNullable(environment.get("WANGLOU_PASSWORD"))
            .or(() -> Optional.ofNullable(environment.get("WANGLOU_ADMIN_PASSWORD")))
            .or(() -> line(data.resolve("admin-password.txt")));
    given.remove("data");
    return new ImportOptions(
        file,
        isTerrain,
        URI.create(address),
        token,
        user,
        password,
        isTerrain
            ? form(given, Map.of("mode", "merge"), SENT_WITH_HEIGHTS)
            : form(given, Map.of("mode", "dry_run", "background", "true"), SENT));
  }

  private static Map<String, String> form(
      Map<String, String> given, Map<String, String> standard, List<String> known) throws Wrong {
    var fields = new LinkedHashMap<>(standard);
    for (var option : given.entrySet()) {
      if (!known.contains(option.getKey())) {
        throw new Wrong("--" + option.getKey());
      }
      fields.put(option.getKey().replace('-', '_'), option.getValue());
    }
    return fields;
  }

  private static Optional<String> line(Path file) {
    try {
      return Files.isReadable(file)
          ? Optional.of(Files.readString(file).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
