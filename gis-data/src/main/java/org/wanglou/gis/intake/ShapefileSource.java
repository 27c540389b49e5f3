package org.wanglou.gis.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.wanglou.gis.fault.Fault;

/**
 * Shapefiles, several in one archive being several tables. A missing .shx is made anew by GDAL, a
 * missing .prj takes away a hint only, a missing .cpg leaves the encoding to its bytes.
 */
final class ShapefileSource implements SourceFile {
  private static final int UNDECODABLE_KEPT = 100_000;

  private final Upload upload;
  private final Ogr ogr;
  private final Optional<String> askedEncoding;
  private final Optional<ShapefileFields> fields;

  ShapefileSource(Upload upload, Optional<String> askedEncoding, IntakeLimits limits) {
    this.upload = upload;
    this.ogr = new Ogr(upload.folder(), limits);
    this.askedEncoding = askedEncoding;
    this.fields = ShapefileFields.of(upload.parts());
  }

  @Override
  public FileFormat format() {
    return FileFormat.SHAPEFILE;
  }

  @Override
  public List<SourceLayer> layers() {
    var layers = new ArrayList<SourceLayer>();
    for (var part : upload.parts()) {
      if (part.equals(upload.main()) || lower(part).endsWith(".shp")) {
        layers.add(layer(part));
      }
    }
    return fields.map(it -> List.of(whole(layers, it))).orElse(layers);
  }

  /** An export of ours is one layer, whatever number of files its kinds of geometry need. */
  private static SourceLayer whole(List<SourceLayer> layers, ShapefileFields fields) {
    var first = layers.get(0);
    return new SourceLayer(
        first.name().replaceFirst("_(point|points|line|polygon)$", ""),
        OptionalLong.of(layers.stream().mapToLong(it -> it.count().orElse(0)).sum()),
        layers.size() == 1 ? first.geometryType() : Optional.of("mixed"),
        fields.named(first.fields()),
        first.crsDeclared(),
        first.encoding(),
        0);
  }

  private SourceLayer layer(Path shp) {
    var table = sibling(shp, "dbf").map(DbfTexts::of);
    var encoding = encoding(shp, table);
    var named =
        new SourceLayer(
            stem(shp),
            table.map(it -> OptionalLong.of(it.rows())).orElse(OptionalLong.empty()),
            geometryType(shp),
            List.of(),
            sibling(shp, "prj").map(ShapefileSource::text),
            encoding,
            0);
    try (var rows = open(named, encoding.orElse(TextEncoding.UTF_8), 1)) {
      return new SourceLayer(
          named.name(),
          named.count(),
          named.geometryType(),
          rows.fields(),
          named.crsDeclared(),
          encoding,
          0);
    }
  }

  /** What was asked for; else what .cpg or the header say if the bytes agree; else the bytes. */
  private Optional<String> encoding(Path shp, Optional<DbfTexts> table) {
    if (askedEncoding.isPresent() || table.isEmpty()) {
      return askedEncoding.or(() -> Optional.of(TextEncoding.UTF_8));
    }
    var texts = table.get();
    return sibling(shp, "cpg")
        .map(ShapefileSource::text)
        .flatMap(TextEncoding::named)
        .or(texts::declared)
        .filter(texts.encoding()::fits)
        .or(texts.encoding()::decided);
  }

  @Override
  public Rows rows(SourceLayer layer) {
    var encoding =
        layer.encoding().orElseThrow(() -> Fault.invalid("/encoding", "import.encoding_ask"));
    if (fields.isEmpty()) {
      return open(layer, encoding, 0);
    }
    var parts = new ArrayList<SourceLayer>();
    for (var part : upload.parts()) {
      if (lower(part).endsWith(".shp")) {
        parts.add(layer(part));
      }
    }
    return new JoinedRows(
        parts, part -> open(part, encoding, 0), fields.get(), layer.count().orElse(0));
  }

  private OgrRows open(SourceLayer layer, String encoding, int limit) {
    var shp = file(layer.name());
    var bad =
        limit > 0
            ? List.<Long>of()
            : sibling(shp, "dbf")
                .map(dbf -> DbfTexts.rowsThatDoNotFit(dbf, encoding, UNDECODABLE_KEPT))
                .orElse(List.of());
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("--config", "SHAPE_RESTORE_SHX", "YES"));
    arguments.addAll(
        List.of("-oo", "ENCODING=" + (encoding.equals(TextEncoding.GBK) ? "GB18030" : "UTF-8")));
    arguments.addAll(List.of("-a_srs", "EPSG:4490")); // only so that GDAL reads no .prj of its own
    if (limit > 0) {
      arguments.addAll(List.of("-limit", String.valueOf(limit)));
    }
    arguments.add(shp.toString());
    return new OgrRows(ogr, "ESRI Shapefile", arguments, layer.count().orElse(0), bad);
  }

  private Path file(String stem) {
    return upload.parts().stream()
        .filter(part -> part.equals(upload.main()) || lower(part).endsWith(".shp"))
        .filter(part -> stem(part).equals(stem))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Path> sibling(Path shp, String extension) {
    var wanted = stem(shp).toLowerCase(Locale.ROOT) + "." + extension;
    return upload.parts().stream().filter(part -> lower(part).equals(wanted)).findFirst();
  }

  private static String lower(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }

  private static String text(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(10_000), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By the header's shape type; 3D and measured ones are 10 and 20 more. */
  private static Optional<String> geometryType(Path shp) {
    try (var in = Files.newInputStream(shp)) {
      var header = in.readNBytes(36);
      if (header.length < 36) {
        throw Fault.invalid("/file", "import.shp", shp.getFileName().toString());
      }
      return switch (Integer.reverseBytes(ByteBuffer.wrap(header).getInt(32)) % 10) {
        case 1, 8 -> Optional.of("point");
        case 3 -> Optional.of("line");
        case 5 -> Optional.of("polygon");
        default -> Optional.empty();
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
