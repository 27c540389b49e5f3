package org.wanglou.gis.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wanglou.gis.fault.Fault;

/**
 * Full names of a shapefile's columns, and which columns are one text in pieces: the table that our
 * own exports have with them.
 *
 * @param pieces short names by full name, in order
 */
public record ShapefileFields(Map<String, List<String>> pieces) {
  /** The table's name in the archive. */
  public static final String FILE = "wanglou-fields.csv";

  static Optional<ShapefileFields> of(List<Path> parts) {
    return parts.stream()
        .filter(part -> part.getFileName().toString().equals(FILE))
        .findFirst()
        .map(ShapefileFields::read);
  }

  private static ShapefileFields read(Path file) {
    var pieces = new LinkedHashMap<String, List<String>>();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      var lines = new CsvText(in, ',');
      lines.next();
      for (var line = lines.next(); line != null; line = lines.next()) {
        if (line.size() < 3) {
          throw Fault.invalid("/file", "import.fields_table");
        }
        pieces.computeIfAbsent(line.get(1), name -> new ArrayList<>()).add(line.get(0));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ShapefileFields(pieces);
  }

  List<SourceField> named(List<SourceField> fields) {
    var named = new ArrayList<SourceField>();
    pieces.forEach(
        (name, some) ->
            fields.stream()
                .filter(field -> field.name().equals(some.get(0)))
                .findFirst()
                .ifPresent(field -> named.add(new SourceField(name, field.type()))));
    return named;
  }

  RawRow named(RawRow row, long number) {
    var fields = new LinkedHashMap<String, Object>();
    pieces.forEach((name, some) -> fields.put(name, joined(row, some)));
    return new RawRow(number, row.geometry(), row.trouble(), fields);
  }

  private static Object joined(RawRow row, List<String> some) {
    if (some.size() == 1) {
      return row.fields().get(some.get(0));
    }
    var text = new StringBuilder();
    for (var piece : some) {
      var value = row.fields().get(piece);
      text.append(value == null ? "" : value);
    }
    return text.isEmpty() ? null : text.toString();
  }
}
