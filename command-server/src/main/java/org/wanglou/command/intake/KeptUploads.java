package org.wanglou.command.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.command.http.SentFile;
import org.wanglou.gis.fault.Fault;

/**
 * Files that were sent for an import, kept for two hours so that inspection, dry run and import
 * need them only once. Nothing survives a restart.
 */
final class KeptUploads {
  private static final Logger LOG = LoggerFactory.getLogger(KeptUploads.class);
  private static final Duration KEEP = Duration.ofHours(2);
  private static final int MOST = 20;
  private static final int LONGEST_NAME = 100;

  private final Path folder;
  private final Clock clock;
  private final Map<UUID, Kept> uploads = new ConcurrentHashMap<>();

  /**
   * A file on our disk.
   *
   * @param name as its sender calls it
   * @param by only its sender may use it
   */
  record Kept(UUID id, Path file, String name, String by, Instant at) {}

  /** Empties the folder. */
  KeptUploads(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    delete(folder);
    make(folder);
  }

  Kept keep(SentFile sent, String by) {
    forgetOld();
    var id = UUID.randomUUID();
    var own = make(folder.resolve(id.toString()));
    try {
      var file = Files.move(sent.path(), own.resolve(harmless(sent.name())));
      var kept = new Kept(id, file, sent.name(), by, clock.instant());
      uploads.put(id, kept);
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws Fault NOT_FOUND {@code import.upload_unknown}
   */
  Kept find(UUID id, String by) {
    var kept = uploads.get(id);
    if (kept == null || !kept.by().equals(by)) {
      throw Fault.notFound("import.upload_unknown", id);
    }
    return kept;
  }

  void forget(Kept kept) {
    uploads.remove(kept.id());
    delete(kept.file().getParent());
  }

  /** A folder to work in, for one look at the file. */
  Path workFolder() {
    try {
      return Files.createTempDirectory(folder, "work");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Moves a file that was made out of its work folder; who answers with it deletes it. */
  Path keepForAnswer(Path made) {
    try {
      return Files.move(made, folder.resolve("answer-" + UUID.randomUUID()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forgetOld() {
    var oldest =
        uploads.values().stream().sorted(Comparator.comparing(Kept::at).reversed()).skip(MOST - 1);
    var tooMany = oldest.toList();
    var limit = clock.instant().minus(KEEP);
    uploads.values().stream()
        .filter(it -> it.at().isBefore(limit) || tooMany.contains(it))
        .toList()
        .forEach(this::forget);
  }

  /** Letters, digits and the ending of the last part of the name; GDAL goes by endings. */
  private static String harmless(String name) {
    var last = name.replaceFirst("^.*[/\\\\]", "").replaceAll("[^\\p{L}\\p{N}._-]", "_");
    var plain = last.replaceFirst("^[.-]+", "");
    return plain.isEmpty() ? "file" : plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
  }

  private static Path make(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("{} stays: {}", folder, e.toString());
    }
  }
}
