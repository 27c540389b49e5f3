package org.wanglou.ops.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.wanglou.gis.fault.Fault;

/**
 * The folder with everything that has to be backed up, in the hands of one launcher: a lock that
 * the operating system takes away from a killed process, so that it never has to be mended.
 */
final class DataFolder implements AutoCloseable {
  /** A new cluster takes 60 MB, a county some 50 MB, and PostgreSQL's journal up to 1 GB later. */
  private static final long LEAST_FREE_MB = 200;

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * @throws Fault INVALID {@code launch.folder_*}, {@code launch.disk_full}; CONFLICT {@code
   *     launch.folder_in_use}
   */
  static DataFolder take(Path path) {
    try {
      Files.createDirectories(path);
      // Not by the file store: that is not found in a chroot or in some containers.
      long freeMb = path.toFile().getUsableSpace() >> 20;
      if (freeMb < LEAST_FREE_MB) {
        throw Fault.invalid("", "launch.disk_full", path, freeMb, LEAST_FREE_MB);
      }
      return lock(path);
    } catch (IOException e) {
      throw refusal(path, e);
    }
  }

  /** In words: of most of these exceptions the message is a path and nothing else. */
  private static Fault refusal(Path path, IOException e) {
    if (e instanceof AccessDeniedException) {
      return Fault.invalid("", "launch.folder_no_right", path, System.getProperty("user.name"));
    }
    if (e instanceof FileAlreadyExistsException) {
      return Fault.invalid("", "launch.folder_is_a_file", path);
    }
    if (e instanceof NoSuchFileException) {
      return Fault.invalid("", "launch.folder_cannot_be_made", path);
    }
    var reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    if (reason != null && reason.contains("Read-only")) {
      return Fault.invalid("", "launch.folder_read_only", path);
    }
    if (reason != null && reason.contains("Not a directory")) {
      return Fault.invalid("", "launch.folder_is_a_file", path);
    }
    return Fault.invalid("", "launch.folder_not_writable", path, String.valueOf(reason));
  }

  private static DataFolder lock(Path path) throws IOException {
    var channel =
        FileChannel.open(
            path.resolve("launcher.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      var lock = channel.tryLock();
      if (lock != null) {
        channel.truncate(0);
        channel.write(bytes(String.valueOf(ProcessHandle.current().pid())));
        return new DataFolder(path, channel, lock);
      }
    } catch (OverlappingFileLockException e) {
      // this very process has it: the same answer as for another one
    }
    var holder = ByteBuffer.allocate(20);
    channel.read(holder, 0);
    channel.close();
    throw Fault.conflict(
        "", "launch.folder_in_use", path, StandardCharsets.UTF_8.decode(holder.flip()).toString());
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    // The file stays: were it deleted, two later launchers could hold two files of the same name.
    channel.truncate(0);
    lock.release();
    channel.close();
  }
}
