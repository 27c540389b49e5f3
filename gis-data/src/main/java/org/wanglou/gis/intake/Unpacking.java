package org.wanglou.gis.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.wanglou.gis.fault.Fault;

/**
 * Unpacks an archive of a stranger. Each entry becomes a plain file directly in the folder, made by
 * us: no entry can be a link, and a name that leads anywhere else is refused. Sizes are counted
 * while bytes come, because what an archive says of itself proves nothing.
 */
final class Unpacking {
  private static final int BUFFER = 1 << 16;
  private static final long ALWAYS_ALLOWED = 1 << 20;
  private static final int LONGEST_NAME = 200;

  private final IntakeLimits limits;
  private long bytes;
  private int entries;

  private Unpacking(IntakeLimits limits) {
    this.limits = limits;
  }

  /**
   * Unpacks it; folders of the archive are flattened into names.
   *
   * @throws Fault INVALID {@code import.archive_*}
   */
  static void into(Path archive, Path folder, IntakeLimits limits) {
    refuseLinks(archive);
    try (var zip = open(archive)) {
      new Unpacking(limits).all(zip, folder);
    } catch (ZipException e) {
      throw Fault.invalid("/file", "import.archive_unreadable", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Counts an archive that somebody else will read, for example a workbook, without keeping it.
   *
   * @throws Fault INVALID {@code import.archive_*}
   */
  static void check(Path archive, IntakeLimits limits) {
    try (var zip = open(archive)) {
      var counting = new Unpacking(limits);
      for (var all = zip.entries(); all.hasMoreElements(); ) {
        var entry = all.nextElement();
        counting.admit(entry);
        try (var in = zip.getInputStream(entry)) {
          counting.count(entry, in, null);
        }
      }
    } catch (ZipException e) {
      throw Fault.invalid("/file", "import.archive_unreadable", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuseLinks(Path archive) {
    var links = ArchiveLinks.in(archive);
    if (!links.isEmpty()) {
      throw Fault.invalid("/file", "import.archive_link", links.get(0));
    }
  }

  /** Windows in China writes names in GBK without saying so. */
  private static ZipFile open(Path archive) throws IOException {
    try {
      return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException | IllegalArgumentException e) {
      return new ZipFile(archive.toFile(), Charset.forName("GBK"));
    }
  }

  private void all(ZipFile zip, Path folder) throws IOException {
    var taken = new HashSet<String>();
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      var entry = all.nextElement();
      admit(entry);
      if (entry.isDirectory()) {
        continue;
      }
      var name = plainName(entry.getName());
      if (!taken.add(name.toLowerCase(Locale.ROOT))) {
        throw Fault.invalid("/file", "import.archive_same_name", entry.getName());
      }
      try (var in = zip.getInputStream(entry)) {
        count(entry, in, folder.resolve(name));
      }
    }
  }

  private void admit(ZipEntry entry) {
    var name = entry.getName();
    if (++entries > limits.archiveEntries()) {
      throw Fault.invalid("/file", "import.archive_entries", limits.archiveEntries());
    }
    boolean leadsOut =
        name.startsWith("/")
            || name.startsWith("\\")
            || name.matches("^[A-Za-z]:.*")
            || name.indexOf('\0') >= 0
            || java.util.Arrays.asList(name.split("[/\\\\]", -1)).contains("..");
    if (leadsOut) {
      throw Fault.invalid("/file", "import.archive_path", name);
    }
  }

  /** {@code 数据/道路.shp} becomes {@code 数据_道路.shp}. */
  private static String plainName(String name) {
    var plain = name.replaceAll("[/\\\\]+", "_").replaceAll("[\\p{Cntrl}]", "");
    if (plain.isBlank() || plain.length() > LONGEST_NAME || plain.startsWith(".")) {
      return "_" + plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
    }
    return plain;
  }

  private void count(ZipEntry entry, InputStream in, Path target) throws IOException {
    long packed = Math.max(1, entry.getCompressedSize());
    long most = Math.max(ALWAYS_ALLOWED, packed * limits.archiveRatio());
    var buffer = new byte[BUFFER];
    long unpacked = 0;
    try (var out =
        target == null ? java.io.OutputStream.nullOutputStream() : Files.newOutputStream(target)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        unpacked += n;
        bytes += n;
        if (bytes > limits.archiveBytes()) {
          throw Fault.invalid("/file", "import.archive_bytes", limits.archiveBytes() >> 20);
        }
        if (unpacked > most) {
          throw Fault.invalid("/file", "import.archive_bomb", entry.getName());
        }
        out.write(buffer, 0, n);
      }
    }
  }
}
