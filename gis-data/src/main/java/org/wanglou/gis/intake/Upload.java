package org.wanglou.gis.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wanglou.gis.fault.Fault;

/**
 * A file that somebody sent: what it is, told by its content and not by its name, and where its
 * parts lie once an archive is unpacked.
 *
 * @param folder working folder; whoever made it deletes it
 * @param main the file to open
 * @param parts all files, of an archive the unpacked ones
 */
public record Upload(FileFormat format, Path folder, Path main, List<Path> parts) {
  public Upload {
    parts = List.copyOf(parts);
  }

  /**
   * Looks at a file and unpacks it when it is an archive.
   *
   * @param name as its sender calls it
   * @param folder empty working folder
   * @throws Fault INVALID {@code import.format_*}, {@code import.archive_*}
   */
  public static Upload of(Path file, String name, Path folder, IntakeLimits limits) {
    var head = FileHead.of(file);
    if (!head.isZip()) {
      var format = head.format(name).orElseThrow(() -> unknown(head, name));
      if (format == FileFormat.SHAPEFILE) { // without its table it has no names
        throw Fault.invalid("/file", "import.shp_alone", name);
      }
      return new Upload(format, folder, file, List.of(file));
    }
    if (head.contains("xl/workbook") || name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      Unpacking.check(file, limits);
      return new Upload(FileFormat.XLSX, folder, file, List.of(file));
    }
    Unpacking.into(file, folder, limits);
    return ofParts(folder, name);
  }

  private static Upload ofParts(Path folder, String name) {
    List<Path> parts;
    try (Stream<Path> files = Files.list(folder)) {
      parts = files.filter(file -> !isClutter(file)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (parts.stream().anyMatch(file -> has(file, "xl_workbook.xml"))) {
      throw Fault.invalid("/file", "import.format_workbook_name", name);
    }
    var shape = parts.stream().filter(file -> has(file, ".shp")).findFirst();
    if (shape.isPresent()) {
      parts.forEach(part -> requireTable(part, parts));
      return new Upload(FileFormat.SHAPEFILE, folder, shape.get(), parts);
    }
    for (var part : parts) {
      var partName = part.getFileName().toString();
      Optional<FileFormat> format = FileHead.of(part).format(partName);
      if (format.isPresent() && !(format.get() == FileFormat.CSV && !isTable(partName))) {
        return new Upload(format.get(), folder, part, parts);
      }
    }
    if (parts.stream().anyMatch(file -> has(file, ".dbf"))) {
      throw Fault.invalid("/file", "import.format_no_shp", name);
    }
    throw Fault.invalid("/file", "import.format_unknown", name);
  }

  /** A missing table is no table of nothing: the names and ids of all its shapes would be lost. */
  private static void requireTable(Path part, List<Path> parts) {
    var name = part.getFileName().toString();
    var table = name.replaceFirst("(?i)[.]shp$", ".dbf");
    if (!table.equals(name)
        && parts.stream().noneMatch(it -> it.getFileName().toString().equalsIgnoreCase(table))) {
      throw Fault.invalid("/file", "import.dbf_missing", name);
    }
  }

  private static boolean isTable(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)");
  }

  private static boolean isClutter(Path file) {
    var name = file.getFileName().toString();
    return name.startsWith("__MACOSX") || name.endsWith(".DS_Store");
  }

  private static boolean has(Path file, String ending) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  private static Fault unknown(FileHead head, String name) {
    return Fault.invalid(
        "/file",
        head.refusal().map(it -> "import.format_" + it).orElse("import.format_unknown"),
        name);
  }
}
