package org.wanglou.command.imagery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.imagery.Bounds;
import org.wanglou.gis.imagery.Datum;
import org.wanglou.gis.imagery.Imagery;
import org.wanglou.gis.imagery.ImageryConfig;
import org.wanglou.gis.imagery.Secret;

/**
 * {@code imagery.yaml} of the data folder; {@code ops/imagery.yaml.example} explains each key. Read
 * again when it has changed. A file with a mistake changes nothing: what was in force stays, and
 * the mistake is told with its place.
 */
public final class ImageryFile implements Supplier<ImageryConfig> {
  private static final Logger LOG = LoggerFactory.getLogger(ImageryFile.class);
  private static final int MOST_BYTES = 1 << 20;
  private static final int LOWEST_ZOOM = 0;
  private static final int HIGHEST_ZOOM = 22;
  private static final int STANDARD_ZOOM = 18;
  private static final int STANDARD_AGE_DAYS = 90;
  private static final int STANDARD_TIMEOUT_S = 10;
  private static final Set<String> TOP = Set.of("cache_mb", "files", "services");
  private static final Set<String> OF_FILES = Set.of("name", "attribution", "date", "datum");
  private static final Set<String> OF_SERVICES =
      Set.of(
          "name",
          "attribution",
          "date",
          "datum",
          "wmts",
          "xyz",
          "layer",
          "matrix_set",
          "style",
          "key",
          "hosts",
          "private_network",
          "min_zoom",
          "max_zoom",
          "bounds",
          "max_age_days",
          "timeout_s");

  private final Path file;
  private ImageryConfig inForce = ImageryConfig.NONE;
  private String stamp = "";
  private Optional<Fault> mistake = Optional.empty();

  public ImageryFile(Path file) {
    this.file = file;
  }

  /** What is wrong with the file as it stands now. */
  public synchronized Optional<Fault> mistake() {
    return mistake;
  }

  @Override
  public synchronized ImageryConfig get() {
    try {
      var now =
          Files.exists(file) ? Files.getLastModifiedTime(file) + " " + Files.size(file) : "none";
      if (!now.equals(stamp)) {
        stamp = now;
        inForce = now.equals("none") ? ImageryConfig.NONE : read(Files.readAllBytes(file));
        mistake = Optional.empty();
      }
    } catch (IOException e) {
      tell(Fault.invalid("", "imagery.file_unreadable", file.getFileName(), e.toString()));
    } catch (Fault fault) {
      tell(fault);
    }
    return inForce;
  }

  private void tell(Fault fault) {
    LOG.warn("{} is not used as it stands: {}", file, fault.getMessage());
    mistake = Optional.of(fault);
  }

  /**
   * @throws Fault INVALID {@code imagery.*} with the place in the file
   */
  static ImageryConfig read(byte[] yaml) {
    if (yaml.length > MOST_BYTES) {
      throw Fault.invalid("", "imagery.file_too_large", yaml.length);
    }
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(yaml);
    } catch (JsonProcessingException e) {
      // Without the parser's own words: they repeat the line, and a key may stand in it.
      var place = e.getLocation();
      throw Fault.invalid("", "imagery.file_no_yaml", place == null ? 0 : place.getLineNr());
    } catch (IOException e) {
      throw Fault.invalid("", "imagery.file_no_yaml", 0);
    }
    if (root == null || root instanceof MissingNode || root.isNull()) {
      return ImageryConfig.NONE;
    }
    var top = new Part("", root);
    top.allow(TOP);
    var files = new HashMap<String, ImageryConfig.Note>();
    top.parts("files")
        .forEach(
            (name, part) -> {
              part.allow(OF_FILES);
              files.put(name, part.note());
            });
    var services = new ArrayList<ImageryConfig.Service>();
    top.parts("services").forEach((id, part) -> services.add(service(id, part)));
    long cacheMb = top.number("cache_mb", ImageryConfig.STANDARD_CACHE_BYTES >> 20, 1, 1 << 20);
    return new ImageryConfig(cacheMb << 20, files, services);
  }

  private static ImageryConfig.Service service(String id, Part part) {
    part.allow(OF_SERVICES);
    if (!id.matches("[a-z0-9_-]{1,40}")) {
      throw part.wrong("imagery.bad_id", id);
    }
    var wmts = part.text("wmts");
    var xyz = part.text("xyz");
    if (wmts.isPresent() == xyz.isPresent()) {
      throw part.wrong("imagery.one_address");
    }
    var keys = new HashMap<String, Secret>();
    part.parts("key").forEach((name, value) -> keys.put(name, new Secret(value.scalar())));
    return new ImageryConfig.Service(
        id,
        wmts.isPresent() ? Imagery.Kind.WMTS : Imagery.Kind.XYZ,
        part.note(),
        wmts.or(() -> xyz).orElseThrow(),
        part.text("layer"),
        part.text("matrix_set"),
        part.text("style"),
        keys,
        new HashSet<>(part.texts("hosts")),
        part.flag("private_network"),
        (int) part.number("min_zoom", LOWEST_ZOOM, LOWEST_ZOOM, HIGHEST_ZOOM),
        (int) part.number("max_zoom", STANDARD_ZOOM, LOWEST_ZOOM, HIGHEST_ZOOM),
        part.bounds(),
        Duration.ofDays(part.number("max_age_days", STANDARD_AGE_DAYS, 1, 36_500)),
        Duration.ofSeconds(part.number("timeout_s", STANDARD_TIMEOUT_S, 1, 60)));
  }

  /** A mapping of the file and where it stands. */
  private record Part(String where, JsonNode node) {
    Fault wrong(String code, Object... args) {
      var all = new ArrayList<Object>(List.of(where.isEmpty() ? "/" : where));
      all.addAll(List.of(args));
      return Fault.invalid(where, code, all.toArray());
    }

    void allow(Set<String> keys) {
      if (!node.isObject()) {
        throw wrong("imagery.no_mapping");
      }
      node.fieldNames()
          .forEachRemaining(
              name -> {
                if (!keys.contains(name)) {
                  throw wrong("imagery.unknown_key", name);
                }
              });
    }

    Map<String, Part> parts(String name) {
      var found = new HashMap<String, Part>();
      var all = node.path(name);
      if (!all.isMissingNode() && !all.isNull()) {
        if (!all.isObject()) {
          throw new Part(where + "/" + name, all).wrong("imagery.no_mapping");
        }
        all.properties()
            .forEach(
                it ->
                    found.put(
                        it.getKey(),
                        new Part(where + "/" + name + "/" + it.getKey(), it.getValue())));
      }
      return found;
    }

    String scalar() {
      if (!node.isValueNode() || node.asText().isBlank()) {
        throw wrong("imagery.no_text");
      }
      return node.asText().strip();
    }

    Optional<String> text(String name) {
      var value = node.path(name);
      return value.isMissingNode() || value.isNull()
          ? Optional.empty()
          : Optional.of(new Part(where + "/" + name, value).scalar());
    }

    List<String> texts(String name) {
      var found = new ArrayList<String>();
      node.path(name).forEach(it -> found.add(new Part(where + "/" + name, it).scalar()));
      return found;
    }

    boolean flag(String name) {
      return switch (text(name).orElse("false")) {
        case "true", "on", "yes" -> true;
        case "false", "off", "no" -> false;
        default -> throw new Part(where + "/" + name, node).wrong("imagery.no_flag");
      };
    }

    long number(String name, long otherwise, long least, long most) {
      var value = node.path(name);
      if (value.isMissingNode() || value.isNull()) {
        return otherwise;
      }
      if (!value.isIntegralNumber() || value.longValue() < least || value.longValue() > most) {
        throw new Part(where + "/" + name, value).wrong("imagery.no_number", least, most);
      }
      return value.longValue();
    }

    Optional<Bounds> bounds() {
      try {
        return text("bounds").map(Bounds::of);
      } catch (IllegalArgumentException e) {
        throw new Part(where + "/bounds", node).wrong("imagery.no_bounds");
      }
    }

    ImageryConfig.Note note() {
      var datum =
          text("datum")
              .map(
                  code ->
                      Datum.declared(code)
                          .orElseThrow(
                              () ->
                                  new Part(where + "/datum", node).wrong("imagery.no_datum", code)))
              .orElse(Datum.UNDECLARED);
      return new ImageryConfig.Note(text("name"), text("attribution"), text("date"), datum);
    }

    Part {
      Objects.requireNonNull(node);
    }
  }
}
