package org.wanglou.gis.vectortile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tiles that were made: the newest used in memory, all in files of one folder, both up to a number
 * of bytes. When the files are too many, those written longest ago go. A disk that is full or
 * cannot be written costs speed only, and is said once.
 */
final class KeptTiles {
  private static final Logger LOG = LoggerFactory.getLogger(KeptTiles.class);

  /** The disk keeps at least this much for the database, whose need is greater. */
  private static final long KEEP_FREE_BYTES = 1L << 30;

  private static final double ROOM_MADE = 0.8;
  private static final int ENTRY_BYTES = 200;
  // When the disk is slower than that, a tile stays in memory only.
  private static final int MOST_WAITING = 64;

  private final Path folder;
  private final long memoryBytes;
  private final long diskBytes;
  private final AtomicBoolean diskFailed = new AtomicBoolean();
  private final Map<String, byte[]> memory = new LinkedHashMap<>(256, 0.75f, true);
  private final Object disk = new Object();
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), KeptTiles::thread);
  private long held;
  private long written;

  KeptTiles(Path folder, long memoryBytes, long diskBytes) {
    this.folder = folder;
    this.memoryBytes = memoryBytes;
    this.diskBytes = diskBytes;
    writer.allowCoreThreadTimeOut(true);
    this.written = files().stream().mapToLong(Kept::bytes).sum();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "vector-tile-writer");
    thread.setDaemon(true);
    return thread;
  }

  Optional<byte[]> find(String key) {
    synchronized (memory) {
      var tile = memory.get(key);
      if (tile != null) {
        return Optional.of(tile);
      }
    }
    try {
      var tile = Files.readAllBytes(folder.resolve(key));
      remember(key, tile);
      return Optional.of(tile);
    } catch (NoSuchFileException notMadeYet) {
      return Optional.empty();
    } catch (IOException e) {
      sayOnce(e);
      return Optional.empty();
    }
  }

  /** In memory at once; the file is written behind the answer's back. */
  void keep(String key, byte[] tile) {
    remember(key, tile);
    if (waiting.tryAcquire()) {
      writer.execute(
          () -> {
            try {
              write(key, tile);
            } finally {
              waiting.release();
            }
          });
    }
  }

  /** Waits until all files are written. */
  void settle() {
    waiting.acquireUninterruptibly(MOST_WAITING);
    waiting.release(MOST_WAITING);
  }

  private void write(String key, byte[] tile) {
    try {
      var file = folder.resolve(key);
      Files.createDirectories(file.getParent());
      if (Files.getFileStore(file.getParent()).getUsableSpace() > KEEP_FREE_BYTES) {
        // Written beside and moved, so that a power cut never leaves half a tile.
        var draft = Files.createTempFile(file.getParent(), "draft", ".mvt");
        Files.write(draft, tile);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        makeRoom(tile.length);
      }
    } catch (IOException e) {
      sayOnce(e);
    }
  }

  /** Bytes held in memory, and bytes in files. */
  long held() {
    synchronized (memory) {
      return held;
    }
  }

  long written() {
    synchronized (disk) {
      return written;
    }
  }

  private void makeRoom(long more) throws IOException {
    synchronized (disk) {
      written += more;
      if (written <= diskBytes) {
        return;
      }
      var oldest = files();
      oldest.sort(Comparator.comparingLong(Kept::writtenAt));
      written = oldest.stream().mapToLong(Kept::bytes).sum();
      for (var kept : oldest) {
        if (written <= diskBytes * ROOM_MADE) {
          return;
        }
        Files.deleteIfExists(kept.file());
        written -= kept.bytes();
      }
    }
  }

  private record Kept(Path file, long bytes, long writtenAt) {}

  private List<Kept> files() {
    var found = new ArrayList<Kept>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (var all = Files.walk(folder)) {
      for (var file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        found.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file).toMillis()));
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("How much the tiles in {} take is not known.", folder, e);
    }
    return found;
  }

  private void remember(String key, byte[] tile) {
    synchronized (memory) {
      var before = memory.put(key, tile);
      held += tile.length + (before == null ? ENTRY_BYTES : -before.length);
      var oldest = memory.entrySet().iterator();
      while (held > memoryBytes && oldest.hasNext()) {
        held -= oldest.next().getValue().length + ENTRY_BYTES;
        oldest.remove();
      }
    }
  }

  private void sayOnce(IOException e) {
    if (diskFailed.compareAndSet(false, true)) {
      LOG.warn("Vector tiles cannot be kept in {}; they are made anew each time.", folder, e);
    }
  }
}
