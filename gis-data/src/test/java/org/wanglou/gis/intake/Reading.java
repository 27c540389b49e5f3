package org.wanglou.gis.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.layer.NewFeature;
import org.wanglou.gis.layer.Provenance;

/** Reads a file into features as an import does, without a database. */
public record Reading(
    FileFormat format, SourceLayer layer, List<NewFeature> features, Findings findings) {

  /** With the suggested mapping, and the only table of the file. */
  public static Reading of(Path file, LayerType type, String crs) {
    return of(file, type, Optional.of(crs), Optional.empty(), Optional.empty(), new PlaceNames());
  }

  static Reading of(
      Path file,
      LayerType type,
      Optional<String> crs,
      Optional<String> encoding,
      Optional<FieldMapping> mapping,
      PlaceNames places) {
    var folder = folder();
    try {
      var upload = Upload.of(file, file.getFileName().toString(), folder, IntakeLimits.STANDARD);
      try (var source = SourceFiles.open(upload, encoding, IntakeLimits.STANDARD)) {
        var layers = source.layers();
        if (layers.size() != 1) {
          throw new IllegalStateException("several tables: " + layers);
        }
        var layer = layers.get(0);
        var fields =
            mapping
                .orElseGet(() -> SuggestedMapping.of(Optional.of(type), layer))
                .checked(type, layer);
        var options =
            new RowReading.Options(
                fields,
                crs.map(SourceCrs::of),
                file.getFileName().toString(),
                Provenance.IMPORTED,
                OptionalDouble.empty());
        var reading =
            new RowReading(type, options, places, Optional.empty(), IntakeLimits.STANDARD);
        var features = new ArrayList<NewFeature>();
        try (var rows = source.rows(layer)) {
          while (rows.hasNext()) {
            reading.feature(rows.next()).ifPresent(features::add);
          }
        }
        return new Reading(source.format(), layer, features, reading.findings());
      }
    } finally {
      delete(folder);
    }
  }

  /** The codes of what was rejected, by row. */
  List<String> rejected() {
    return findings.kept().stream()
        .filter(it -> it.kind() == Finding.Kind.REJECTED)
        .map(it -> it.row() + " " + it.field().orElse("") + " " + it.code())
        .toList();
  }

  public static Path folder() {
    try {
      return Files.createTempDirectory("wanglou-test-intake");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
