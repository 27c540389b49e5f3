package org.wanglou.gis.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Painted tiles: the newest used in memory up to a number of bytes, all of them in files of one
 * folder. The folder's name is the picture's revision; folders of other revisions are removed. A
 * disk that is full or cannot be written costs speed only, and is said once.
 */
final class TileStore {
  private static final Logger LOG = LoggerFactory.getLogger(TileStore.class);

  /** The disk keeps at least this much for the database, whose need is greater. */
  private static final long KEEP_FREE_BYTES = 1L << 30;

  /** A map entry, its key and its strings beside the picture, roughly. */
  private static final int ENTRY_BYTES = 200;

  private final Path folder;
  private final long memoryBytes;
  private final AtomicBoolean diskFailed = new AtomicBoolean();
  private final Map<String, byte[]> memory = new LinkedHashMap<>(256, 0.75f, true);
  private long held;

  TileStore(Path tilesFolder, String revision, long memoryBytes) {
    this.folder = tilesFolder.resolve(revision);
    this.memoryBytes = memoryBytes;
    removeOthers(tilesFolder);
  }

  Optional<byte[]> find(String style, TileId tile) {
    var key = key(style, tile);
    synchronized (memory) {
      var png = memory.get(key);
      if (png != null) {
        return Optional.of(png);
      }
    }
    try {
      var png = Files.readAllBytes(folder.resolve(key));
      remember(key, png);
      return Optional.of(png);
    } catch (NoSuchFileException notPaintedYet) {
      return Optional.empty();
    } catch (IOException e) {
      sayOnce(e);
      return Optional.empty();
    }
  }

  void keep(String style, TileId tile, byte[] png) {
    var key = key(style, tile);
    remember(key, png);
    try {
      var file = folder.resolve(key);
      Files.createDirectories(file.getParent());
      if (Files.getFileStore(file.getParent()).getUsableSpace() > KEEP_FREE_BYTES) {
        // Written beside and moved, so that a power cut never leaves half a picture.
        var draft = Files.createTempFile(file.getParent(), "draft", ".png");
        Files.write(draft, png);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      sayOnce(e);
    }
  }

  /** Bytes held in memory. */
  long held() {
    synchronized (memory) {
      return held;
    }
  }

  private void remember(String key, byte[] png) {
    synchronized (memory) {
      var before = memory.put(key, png);
      held += png.length + (before == null ? ENTRY_BYTES : -before.length);
      var oldest = memory.entrySet().iterator();
      while (held > memoryBytes && oldest.hasNext()) {
        held -= oldest.next().getValue().length + ENTRY_BYTES;
        oldest.remove();
      }
    }
  }

  private static String key(String style, TileId tile) {
    return style
        + "/"
        + tile.z()
        + "/"
        + tile.x()
        + "/"
        + tile.y()
        + (tile.scale() == 2 ? "@2x.png" : ".png");
  }

  private void sayOnce(IOException e) {
    if (diskFailed.compareAndSet(false, true)) {
      LOG.warn("Map tiles cannot be kept in {}; they are painted anew each time.", folder, e);
    }
  }

  private void removeOthers(Path tilesFolder) {
    if (!Files.isDirectory(tilesFolder)) {
      return;
    }
    try (var revisions = Files.list(tilesFolder)) {
      revisions.filter(other -> !other.equals(folder)).forEach(TileStore::remove);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Tiles of an older map stay in {}.", tilesFolder, e);
    }
  }

  private static void remove(Path old) {
    try (var files = Files.walk(old)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
