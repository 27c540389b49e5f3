package org.wanglou.gis.imagery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.gis.fault.Fault;

/**
 * All imagery of the county: what lies in its folder and the services of its configuration. Looks
 * again at both after a few seconds, so a file that is put there appears by itself. An address
 * names what is on the shelf, never a path.
 */
public final class Shelf implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
  private static final int ID_LENGTH = 12;

  /**
   * One background.
   *
   * @param problem why it cannot be shown, or not fully, now
   */
  public record Entry(Imagery about, Optional<Fault> problem) {}

  /**
   * A tile and how it was come by.
   *
   * @param outdated the service does not answer; this is what is kept of it
   */
  public record Tile(Picture picture, Imagery of, Duration age, boolean outdated) {}

  /** What stands under an id: a source, or why there is none. */
  private record Slot(String mark, Imagery about, TileSource source, Fault refused) {}

  private final Path folder;
  private final Path cacheFolder;
  private final Supplier<ImageryConfig> config;
  private final Clock clock;
  private volatile Map<String, Slot> slots = Map.of();
  private volatile Instant lookedAt = Instant.MIN;
  private ImageryConfig shown;
  private TileCache cache;

  /**
   * @param folder with MBTiles and folders of tiles; need not exist
   * @param cacheFolder for what services answer; belongs to this class alone
   * @param config the present one; asked often
   */
  public Shelf(Path folder, Path cacheFolder, Supplier<ImageryConfig> config, Clock clock) {
    this.folder = folder;
    this.cacheFolder = cacheFolder;
    this.config = config;
    this.clock = clock;
  }

  /** Files first, each kind by name. */
  public List<Entry> list() {
    return slots().values().stream()
        .map(
            slot ->
                slot.source() == null
                    ? new Entry(slot.about(), Optional.of(slot.refused()))
                    : new Entry(
                        slot.source().about(),
                        slot.source() instanceof TileService service
                            ? service.failure()
                            : Optional.empty()))
        .toList();
  }

  /**
   * One tile; empty where there is no picture.
   *
   * @throws Fault not found {@code imagery.unknown}; UNAVAILABLE when it cannot be had now
   */
  public Optional<Tile> tile(String id, TileAt at) {
    var slot = slots().get(id);
    if (slot == null) {
      throw Fault.notFound("imagery.unknown", id);
    }
    if (slot.source() == null) {
      throw new Fault(Fault.Kind.UNAVAILABLE, slot.refused().details());
    }
    var about = slot.source().about();
    if (at.z() < about.minZoom() || at.z() > about.maxZoom()) {
      return Optional.empty();
    }
    return slot.source()
        .tile(at)
        .map(tile -> new Tile(tile.picture(), about, tile.age(), tile.outdated()));
  }

  private Map<String, Slot> slots() {
    if (clock.instant().isBefore(lookedAt.plus(LOOK_AGAIN))) {
      return slots;
    }
    synchronized (this) {
      if (!clock.instant().isBefore(lookedAt.plus(LOOK_AGAIN))) {
        look();
        lookedAt = clock.instant();
      }
      return slots;
    }
  }

  private void look() {
    var now = config.get();
    var before = slots;
    var next = new LinkedHashMap<String, Slot>();
    for (var path : entries()) {
      var note = note(path, now);
      var known = before.get(note.id());
      var mark = note.toString();
      next.putIfAbsent(
          note.id(), known != null && known.mark().equals(mark) ? known : open(path, note, mark));
    }
    if (cache == null || !now.equals(shown)) {
      cache = new TileCache(cacheFolder, now.cacheBytes(), clock);
    }
    for (var service : now.services()) {
      var known = before.get(service.id());
      boolean same = now.equals(shown) && known != null;
      next.putIfAbsent(service.id(), same ? known : connect(service));
    }
    shown = now;
    slots = next;
    before.values().stream()
        .filter(slot -> slot.source() != null && !next.containsValue(slot))
        .forEach(slot -> slot.source().close());
  }

  private List<Path> entries() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.list(folder)) {
      return all.filter(
              it ->
                  it.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".mbtiles")
                      ? Files.isRegularFile(it)
                      : TileFolder.isOne(it))
          .sorted(Comparator.comparing(it -> it.getFileName().toString()))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("The folder of imagery {} cannot be read.", folder, e);
      return List.of();
    }
  }

  private static FileNote note(Path path, ImageryConfig config) {
    var file = path.getFileName().toString();
    var said = config.files().getOrDefault(file, ImageryConfig.Note.NOTHING);
    var plain = file.replaceFirst("(?i)\\.mbtiles$", "");
    var id = plain.matches("[A-Za-z0-9_-]{1,60}") ? plain : "file-" + hash(file);
    return new FileNote(
        id,
        plain,
        hash(file + stamp(path)),
        said.name(),
        said.attribution(),
        said.date(),
        said.datum());
  }

  private static String stamp(Path path) {
    try {
      return Files.getLastModifiedTime(path) + " " + Files.size(path);
    } catch (IOException e) {
      return "gone"; // opening it will say so
    }
  }

  private static Slot open(Path path, FileNote note, String mark) {
    try {
      TileSource source =
          Files.isDirectory(path) ? TileFolder.open(path, note) : MbTiles.open(path, note);
      var placed = note.datum().isShifted() ? new ShiftedFiles(source) : source;
      return new Slot(mark, source.about(), placed, null);
    } catch (Fault refused) {
      LOG.warn("Imagery {} cannot be shown: {}", path, refused.getMessage());
      var kind = Files.isDirectory(path) ? Imagery.Kind.FOLDER : Imagery.Kind.MBTILES;
      return new Slot(
          mark,
          nothing(note.id(), note.name().orElse(note.file()), kind, note.datum()),
          null,
          refused);
    }
  }

  private Slot connect(ImageryConfig.Service service) {
    try {
      KnownServices.check(service);
      var upstream = new Upstream(service);
      var fetched = new Fetched(service.id(), cache, service.maxAge(), clock);
      var revision =
          hash(
              service.address()
                  + service.layer()
                  + service.matrixSet()
                  + service.style()
                  + service.note().datum());
      var source =
          service.kind() == Imagery.Kind.WMTS
              ? new WmtsService(service, upstream, fetched, revision)
              : new XyzService(service, upstream, fetched, revision);
      return new Slot(revision, null, source, null);
    } catch (Fault refused) {
      LOG.warn("Imagery {} is not shown: {}", service.id(), refused.getMessage());
      var name = service.note().name().orElse(service.id());
      return new Slot(
          "", nothing(service.id(), name, service.kind(), service.note().datum()), null, refused);
    }
  }

  private static Imagery nothing(String id, String name, Imagery.Kind kind, Datum datum) {
    return new Imagery(id, name, kind, 0, 0, Optional.empty(), "", Optional.empty(), datum, "none");
  }

  static String hash(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void close() {
    new ArrayList<>(slots.values())
        .stream().filter(slot -> slot.source() != null).forEach(slot -> slot.source().close());
    slots = new HashMap<>();
    lookedAt = Instant.MIN;
  }
}
