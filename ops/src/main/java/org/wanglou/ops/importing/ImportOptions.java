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
 * @param file null when only the layers are asked for
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
  private static final List<String> SWITCHES =
      List.of("--skip-rejected", "--allow-elsewhere", "--layers");
  private static final List<String> SENT_WITH_HEIGHTS =
      List.of("crs", "mode", "source", "provenance", "accuracy-m", "data-date");
  private static final Pattern HEIGHTS = Pattern.compile("(?i).*\\.(tif|tiff|asc|hgt)(\\.zip)?");
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]*");
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
    boolean isListing = given.remove("layers") != null;
    if (!isListing) {
      requireReadable(file);
    }
    boolean isTerrain = !isListing && HEIGHTS.matcher(file.getFileName().toString()).matches();
    if (!isListing && !isTerrain && !given.containsKey("layer")) {
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

  private static void requireReadable(Path file) throws Wrong {
    if (file == null) {
      throw new Wrong("没有给出文件 no file was named");
    }
    if (!Files.exists(file)) {
      throw new Wrong("没有这个文件 there is no such file: " + file);
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new Wrong("文件无法读取 the file cannot be read: " + file);
    }
  }

  /** No file, but the question which layers there are. */
  boolean isListing() {
    return file == null;
  }

  /** With the code of the layer that was named by its label; a code goes on as it is. */
  ImportOptions withLayer(List<ImportClient.Layer> layers) throws Wrong {
    var named = fields.get("layer");
    var codes =
        layers.stream()
            .filter(it -> it.zh().equals(named) || it.en().equalsIgnoreCase(named))
            .map(ImportClient.Layer::code)
            .toList();
    if (codes.isEmpty() && named != null && !CODE.matcher(named).matches()) {
      throw new Wrong("没有图层 there is no layer: " + named + " (ops/import --layers)");
    }
    if (codes.size() != 1) {
      return this;
    }
    var mended = new LinkedHashMap<>(fields);
    mended.put("layer", codes.get(0));
    return new ImportOptions(file, isTerrain, address, token, user, password, mended);
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
