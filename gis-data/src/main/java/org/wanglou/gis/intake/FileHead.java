package org.wanglou.gis.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The first bytes of a file, which say what it is. */
final class FileHead {
  private static final int READ = 1 << 14;
  private static final long HGT_3_SECONDS = 1201L * 1201 * 2;
  private static final long HGT_1_SECOND = 3601L * 3601 * 2;

  private final byte[] bytes;
  private final long size;

  private FileHead(byte[] bytes, long size) {
    this.bytes = bytes;
    this.size = size;
  }

  static FileHead of(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new FileHead(in.readNBytes(READ), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isZip() {
    return starts("PK\3\4") || starts("PK\5\6");
  }

  /** A workbook's parts stand in its first kilobytes under their names. */
  boolean contains(String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
  }

  Optional<FileFormat> format(String name) {
    if (size == HGT_3_SECONDS || size == HGT_1_SECOND) {
      return Optional.of(FileFormat.TERRAIN);
    }
    if (starts("SQLite format 3\0")) {
      return Optional.of(FileFormat.GEOPACKAGE);
    }
    if (starts("\0\0'\n")) {
      return Optional.of(FileFormat.SHAPEFILE);
    }
    if (starts("II*\0") || starts("MM\0*") || starts("II+\0") || starts("MM\0+")) {
      return Optional.of(FileFormat.TERRAIN);
    }
    if (contains("OSMHeader") && bytes.length > 4 && bytes[0] == 0 && bytes[1] == 0) {
      return Optional.of(FileFormat.OSM_PBF);
    }
    if (refusal().isPresent()) {
      return Optional.empty();
    }
    if (starts("AutoCAD Binary DXF")) {
      return Optional.of(FileFormat.DXF);
    }
    return text(name);
  }

  private Optional<FileFormat> text(String name) {
    if (isUtf16()) {
      return Optional.of(FileFormat.CSV);
    }
    for (byte b : bytes) {
      if (b == 0) {
        return Optional.empty();
      }
    }
    var text =
        new String(bytes, StandardCharsets.ISO_8859_1)
            .replaceFirst("^\u00ef\u00bb\u00bf", "")
            .strip();
    if (text.startsWith("{") || text.startsWith("[") || text.startsWith("\u001e{")) {
      return Optional.of(FileFormat.GEOJSON);
    }
    if (text.startsWith("<")) {
      return text.contains("<kml") || name.toLowerCase(Locale.ROOT).endsWith(".kml")
          ? Optional.of(FileFormat.KML)
          : Optional.empty();
    }
    if (text.toLowerCase(Locale.ROOT).startsWith("ncols")) {
      return Optional.of(FileFormat.TERRAIN);
    }
    if (text.matches("(?s)^(999\\R.*?\\R\\s*)*0\\s*\\R\\s*SECTION.*")) {
      return Optional.of(FileFormat.DXF);
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(FileFormat.CSV);
  }

  private boolean isUtf16() {
    return bytes.length > 1
        && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1));
  }

  /** A format that is known and not read; there is something to say how to come out of it. */
  Optional<String> refusal() {
    if (size == 0) {
      return Optional.of("empty");
    }
    if (starts("\u00d0\u00cf\u0011\u00e0")) {
      return Optional.of("old_excel");
    }
    if (starts("AC10")) {
      return Optional.of("dwg");
    }
    if (starts("Rar!") || starts("7z\u00bc\u00af") || starts("\u001f\u008b")) {
      return Optional.of("archive_kind");
    }
    if (starts("%PDF")) {
      return Optional.of("pdf");
    }
    return Optional.empty();
  }

  private boolean starts(String magic) {
    var wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
