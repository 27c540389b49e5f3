package org.wanglou.gis.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wanglou.gis.fault.Fault;

/** GeoPackages and drawings, which GDAL reads. */
final class OgrSource implements SourceFile {
  private static final Pattern LAYER =
      Pattern.compile(
          "Layer name: (?<name>[^\\n]*)\\n(?:Metadata:\\n(?:  [^\\n]*\\n)+)?Geometry: (?<geometry>[^\\n]*)\\n"
              + "Feature Count: (?<count>-?\\d+)\\n(?<rest>.*?)(?=\\n\\nLayer name: |\\z)",
          Pattern.DOTALL);
  private static final Pattern SYSTEM =
      Pattern.compile(
          "Layer SRS WKT:\\n(?<wkt>.*?)\\n(Data axis|FID Column|\\S+: )", Pattern.DOTALL);

  private final FileFormat format;
  private final String driver;
  private final Upload upload;
  private final Ogr ogr;

  OgrSource(Upload upload, IntakeLimits limits) {
    this.format = upload.format();
    this.driver = format == FileFormat.DXF ? "DXF" : "GPKG";
    this.upload = upload;
    this.ogr = new Ogr(upload.folder(), limits);
  }

  @Override
  public FileFormat format() {
    return format;
  }

  @Override
  public List<SourceLayer> layers() {
    var text =
        ogr.run("ogrinfo", List.of(driver), List.of("-ro", "-so", "-al", upload.main().toString()));
    var layers = new ArrayList<SourceLayer>();
    for (Matcher found = LAYER.matcher(text); found.find(); ) {
      var named =
          new SourceLayer(
              found.group("name"),
              OptionalLong.of(Math.max(0, Long.parseLong(found.group("count")))),
              geometryType(found.group("geometry")),
              List.of(),
              system(found.group("rest")),
              Optional.of(TextEncoding.UTF_8),
              0);
      try (var rows = open(named, 1)) {
        layers.add(
            new SourceLayer(
                named.name(),
                named.count(),
                named.geometryType(),
                rows.fields(),
                named.crsDeclared(),
                named.encoding(),
                0));
      }
    }
    if (layers.isEmpty()) {
      throw Fault.invalid("/file", "import.no_layers");
    }
    return layers;
  }

  @Override
  public Rows rows(SourceLayer layer) {
    return open(layer, 0);
  }

  private OgrRows open(SourceLayer layer, int limit) {
    if (layer.name().startsWith("-")) { // would be an option
      throw Fault.invalid("/source_layer", "import.layer_name", layer.name());
    }
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-a_srs", "EPSG:4490")); // one that needs no look into any file
    if (limit > 0) {
      arguments.addAll(List.of("-limit", String.valueOf(limit)));
    }
    arguments.add(upload.main().toString());
    arguments.add(layer.name());
    return new OgrRows(ogr, driver, arguments, layer.count().orElse(0), List.of());
  }

  private static Optional<String> geometryType(String ogrName) {
    if (ogrName.contains("Point")) {
      return Optional.of("point");
    }
    if (ogrName.contains("Line") || (ogrName.contains("Curve") && !ogrName.contains("Polygon"))) {
      return Optional.of("line");
    }
    if (ogrName.contains("Polygon") || ogrName.contains("Surface")) {
      return Optional.of("polygon");
    }
    return ogrName.equals("None") ? Optional.empty() : Optional.of("mixed");
  }

  private static Optional<String> system(String text) {
    var found = SYSTEM.matcher(text);
    return found.find()
        ? Optional.of(found.group("wkt").strip()).filter(wkt -> !wkt.equals("(unknown)"))
        : Optional.empty();
  }
}
