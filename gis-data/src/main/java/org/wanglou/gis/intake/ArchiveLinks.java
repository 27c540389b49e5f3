package org.wanglou.gis.intake;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries of a ZIP archive that its central directory calls symbolic links. Java hides that field.
 * We never make a link, so this is about honesty, not about safety: such an entry holds a path
 * where its sender saw a file.
 */
final class ArchiveLinks {
  private static final int DIRECTORY_ENTRY = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 65_535;
  private static final int LARGEST_DIRECTORY = 64 << 20;
  private static final int ENTRY_BYTES = 46;
  private static final int UNIX = 3;
  private static final int TYPE_MASK = 0xF000;
  private static final int LINK = 0xA000;

  private ArchiveLinks() {}

  static List<String> in(Path archive) {
    try (var file = new RandomAccessFile(archive.toFile(), "r")) {
      var directory = directory(file);
      var links = new ArrayList<String>();
      while (directory.remaining() >= ENTRY_BYTES
          && directory.getInt(directory.position()) == DIRECTORY_ENTRY) {
        int at = directory.position();
        int nameBytes = directory.getShort(at + 28) & 0xFFFF;
        int extraBytes = directory.getShort(at + 30) & 0xFFFF;
        int commentBytes = directory.getShort(at + 32) & 0xFFFF;
        int next = at + ENTRY_BYTES + nameBytes + extraBytes + commentBytes;
        if (next > directory.limit()) {
          break;
        }
        int madeBy = directory.get(at + 5);
        int mode = directory.getInt(at + 38) >>> 16;
        if (madeBy == UNIX && (mode & TYPE_MASK) == LINK) {
          var name = new byte[nameBytes];
          directory.position(at + ENTRY_BYTES);
          directory.get(name);
          links.add(new String(name, StandardCharsets.UTF_8));
        }
        directory.position(next);
      }
      return links;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty when there is none that can be read; opening the archive will tell. */
  private static ByteBuffer directory(RandomAccessFile file) throws IOException {
    int tail = (int) Math.min(file.length(), END_BYTES + LONGEST_COMMENT);
    var end = read(file, file.length() - tail, tail);
    for (int at = tail - END_BYTES; at >= 0; at--) {
      if (end.getInt(at) == END) {
        long bytes = end.getInt(at + 12) & 0xFFFFFFFFL;
        long offset = end.getInt(at + 16) & 0xFFFFFFFFL;
        if (offset + bytes <= file.length() && bytes <= LARGEST_DIRECTORY) {
          return read(file, offset, (int) bytes);
        }
      }
    }
    return ByteBuffer.allocate(0);
  }

  private static ByteBuffer read(RandomAccessFile file, long offset, int bytes) throws IOException {
    var content = new byte[bytes];
    file.seek(offset);
    file.readFully(content);
    return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }
}
