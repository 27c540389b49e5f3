package org.wanglou.ops.seeding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@code ops/seed-tiles} was told.
 *
 * @param box west, south, east, north; empty: the county
 * @param sharp also the tiles for sharp screens
 */
record SeedOptions(
    URI address,
    Optional<String> token,
    String user,
    Optional<String> password,
    int to,
    Optional<List<Double>> box,
    List<String> styles,
    boolean sharp) {
  static final int FROM = 8;
  private static final int STANDARD_TO = 15;
  private static final int MOST = 18;
  private static final Set<String> KNOWN =
      Set.of("to", "box", "styles", "url", "token", "user", "data");
  private static final String STANDARD_ADDRESS = "http://127.0.0.1:8080";

  /** It was called wrongly; the message says how. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  static SeedOptions of(List<String> arguments, Map<String, String> environment, Path home)
      throws Wrong {
    var given = new LinkedHashMap<String, String>();
    boolean sharp = false;
    for (int i = 0; i < arguments.size(); i++) {
      var argument = arguments.get(i);
      if (argument.equals("--sharp")) {
        sharp = true;
      } else if (argument.startsWith("--")
          && KNOWN.contains(argument.substring(2))
          && i + 1 < arguments.size()) {
        given.put(argument.substring(2), arguments.get(++i));
      } else {
        throw new Wrong(argument);
      }
    }
    var data =
        Path.of(
            given.getOrDefault(
                "data",
                environment.getOrDefault("WANGLOU_DATA", home.resolve(".wanglou").toString())));
    return new SeedOptions(
        URI.create(
            Optional.ofNullable(given.get("url"))
                .or(() -> line(data.resolve("address.txt")))
                .orElse(STANDARD_ADDRESS)),
        Optional.ofNullable(given.getOrDefault("token", environment.get("WANGLOU_TOKEN"))),
        given.getOrDefault("user", "admin"),
        Optional.ofNullable(environment.get("WANGLOU_PASSWORD"))
            .or(() -> Optional.ofNullable(environment.get("WANGLOU_ADMIN_PASSWORD"))),
        zoom(given.getOrDefault("to", String.valueOf(STANDARD_TO))),
        given.containsKey("box") ? Optional.of(box(given.get("box"))) : Optional.empty(),
        List.of(given.getOrDefault("styles", "day,night").split(",", -1)),
        sharp);
  }

  private static int zoom(String text) throws Wrong {
    if (!text.matches("\\d{1,2}")
        || Integer.parseInt(text) < FROM
        || Integer.parseInt(text) > MOST) {
      throw new Wrong("--to " + text);
    }
    return Integer.parseInt(text);
  }

  private static List<Double> box(String text) throws Wrong {
    try {
      var sides = Stream.of(text.split(",", -1)).map(String::strip).map(Double::valueOf).toList();
      if (sides.size() == 4 && sides.get(0) < sides.get(2) && sides.get(1) < sides.get(3)) {
        return sides;
      }
    } catch (NumberFormatException e) {
      // said below, as for any other text
    }
    throw new Wrong("--box " + text);
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
