package org.wanglou.gis.imagery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What services have answered, in files of one folder up to a number of bytes; a file's time is the
 * time of the answer. When there are too many, those fetched longest ago go. A disk that is full or
 * cannot be written costs speed only, and is said once.
 */
final class TileCache {
  private static final Logger LOG = LoggerFactory.getLogger(TileCache.class);

  /** The disk keeps at least this much for the database, whose need is greater. */
  private static final long KEEP_FREE_BYTES = 1L << 30;

  private static final double ROOM_MADE = 0.8;
  private static final String DRAFT = "draft";

  private final Path folder;
  private final Clock clock;
  private final long mostBytes;
  private final AtomicBoolean diskFailed = new AtomicBoolean();
  private long held;

  /** An answer and when it was given. */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way to the network
  record Kept(byte[] bytes, Instant fetchedAt) {}

  private record OnDisk(Path path, long bytes, Instant fetchedAt) {}

  TileCache(Path folder, long mostBytes, Clock clock) {
    this.folder = folder;
    this.mostBytes = mostBytes;
    this.clock = clock;
    this.held = files().stream().mapToLong(OnDisk::bytes).sum();
  }

  /**
   * @param key folders and name, made by the program of checked parts
   */
  Optional<Kept> find(String key) {
    var file = folder.resolve(key);
    try {
      var at = Files.getLastModifiedTime(file).toInstant();
      return Optional.of(new Kept(Files.readAllBytes(file), at));
    } catch (NoSuchFileException notYet) {
      return Optional.empty();
    } catch (IOException e) {
      sayOnce(e);
      return Optional.empty();
    }
  }

  void keep(String key, byte[] bytes) {
    try {
      var file = folder.resolve(key);
      Files.createDirectories(file.getParent());
      if (Files.getFileStore(file.getParent()).getUsableSpace() <= KEEP_FREE_BYTES) {
        return;
      }
      // Written beside and moved, so that a power cut never leaves half a picture.
      var draft = Files.createTempFile(file.getParent(), DRAFT, "");
      Files.write(draft, bytes);
      Files.setLastModifiedTime(draft, java.nio.file.attribute.FileTime.from(clock.instant()));
      synchronized (this) {
        held += bytes.length - (Files.exists(file) ? Files.size(file) : 0);
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (held > mostBytes) {
          makeRoom();
        }
      }
    } catch (IOException | UncheckedIOException e) {
      sayOnce(e);
    }
  }

  /** Bytes in the folder. */
  synchronized long held() {
    return held;
  }

  private void makeRoom() throws IOException {
    var oldestFirst = files();
    oldestFirst.sort(Comparator.comparing(OnDisk::fetchedAt));
    held = oldestFirst.stream().mapToLong(OnDisk::bytes).sum();
    for (var old : oldestFirst) {
      if (held <= mostBytes * ROOM_MADE) {
        return;
      }
      Files.deleteIfExists(old.path());
      held -= old.bytes();
    }
  }

  private List<OnDisk> files() {
    var found = new ArrayList<OnDisk>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        found.add(new OnDisk(file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
      }
    } catch (IOException | UncheckedIOException e) {
      sayOnce(e);
    }
    return found;
  }

  private void sayOnce(Exception e) {
    if (diskFailed.compareAndSet(false, true)) {
      LOG.warn("Imagery cannot be kept in {}; it is fetched anew each time.", folder, e);
    }
  }
}
