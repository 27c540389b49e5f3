package org.wanglou.command.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.wanglou.command.http.GeoJson;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault.Detail;
import org.wanglou.gis.intake.CrsHint;
import org.wanglou.gis.intake.FieldMapping;
import org.wanglou.gis.intake.Inspection;
import org.wanglou.gis.intake.IntakeLimits;
import org.wanglou.gis.intake.PlaceNames;
import org.wanglou.gis.intake.SourceFile;
import org.wanglou.gis.intake.SourceFiles;
import org.wanglou.gis.intake.SourceLayer;
import org.wanglou.gis.intake.SuggestedMapping;
import org.wanglou.gis.intake.Upload;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.layer.LayerTypes;

/** What is in a file, for who has to decide what it becomes. Stores nothing. */
final class InspectFile {
  private static final List<String> ENCODINGS = List.of("UTF-8", "GBK");

  private final Database database;
  private final KeptUploads uploads;
  private final IntakeLimits limits;

  InspectFile(Database database, KeptUploads uploads, IntakeLimits limits) {
    this.database = database;
    this.uploads = uploads;
    this.limits = limits;
  }

  /**
   * @param form the contract's {@code ImportInspection}
   */
  JsonObject inspect(JsonObject form, KeptUploads.Kept kept, ImportJson texts) {
    var folder = uploads.workFolder();
    try {
      var upload = Upload.of(kept.file(), kept.name(), folder, limits);
      var encoding = ImportWish.text(form, "encoding");
      try (var file = SourceFiles.open(upload, encoding, limits)) {
        var layers = file.layers();
        var type =
            ImportWish.text(form, "layer")
                .map(id -> database.reference(tx -> LayerTypes.require(tx, id)));
        var previewed = previewed(layers, form);
        var offset = new OffsetCheck();
        var preview = preview(file, previewed, type, form, offset);
        var warnings = new ArrayList<>(FileWarnings.of(previewed, ImportWish.crs(form)));
        warnings.addAll(offset.warnings(database));
        var json = new JsonArray();
        layers.forEach(it -> json.add(layer(file, upload, it, type, form, texts)));
        return new JsonObject()
            .put("upload", kept.id().toString())
            .put("file", kept.name())
            .put("format", file.format().code())
            .put("source_layers", json)
            .put("preview", preview.orElse(null))
            .put("warnings", texts.notes(warnings, ImportWish.text(form, "crs")));
      }
    } finally {
      KeptUploads.delete(folder);
    }
  }

  private static SourceLayer previewed(List<SourceLayer> layers, JsonObject form) {
    var wanted = ImportWish.text(form, "source_layer");
    return layers.stream()
        .filter(it -> wanted.map(it.name()::equals).orElse(true))
        .findFirst()
        .orElse(layers.get(0));
  }

  private JsonObject layer(
      SourceFile file,
      Upload upload,
      SourceLayer layer,
      Optional<LayerType> type,
      JsonObject form,
      ImportJson texts) {
    var looked = Inspection.look(file, layer);
    var shown = looked.layer();
    Map<String, Map<String, List<String>>> both =
        layer.encoding().isPresent() ? Map.of() : inBothEncodings(upload, layer.name());
    var fields = new JsonArray();
    for (var field : shown.fields()) {
      var json =
          new JsonObject()
              .put("name", field.name())
              .put("type", field.type().name().toLowerCase(Locale.ROOT))
              .put(
                  "samples", new JsonArray(looked.samples().getOrDefault(field.name(), List.of())));
      if (!both.isEmpty()) {
        var samples = new JsonObject();
        both.forEach(
            (encoding, it) ->
                samples.put(encoding, new JsonArray(it.getOrDefault(field.name(), List.of()))));
        json.put("samples_by_encoding", samples);
      }
      fields.add(json);
    }
    var saved = saved(type, form, shown);
    var mapping = new JsonObject();
    saved.orElseGet(() -> SuggestedMapping.of(type, shown)).targets().forEach(mapping::put);
    return new JsonObject()
        .put("name", shown.name())
        .put("count", shown.count().isPresent() ? shown.count().getAsLong() : null)
        .put("geometry_type", shown.geometryType().orElse(null))
        .put("fields", fields)
        .put("crs_declared", shown.crsDeclared().map(it -> CrsHint.of(it).name()).orElse(null))
        .put("encoding", shown.encoding().orElse(null))
        .put("suggested_mapping", mapping)
        .put("mapping_saved", saved.isPresent())
        .put("notes", texts.notes(notes(shown), Optional.empty()));
  }

  private static List<Detail> notes(SourceLayer layer) {
    var notes = new ArrayList<Detail>();
    if (layer.encoding().isEmpty()) {
      notes.add(new Detail("/encoding", "import.encoding_ask", List.of()));
    }
    if (layer.linkedFiles() > 0) {
      notes.add(new Detail("/file", "import.links", List.of(layer.linkedFiles())));
    }
    return notes;
  }

  /** The same values as each encoding reads them: people see at once which is theirs. */
  private Map<String, Map<String, List<String>>> inBothEncodings(Upload upload, String name) {
    var both = new LinkedHashMap<String, Map<String, List<String>>>();
    for (var encoding : ENCODINGS) {
      try (var file = SourceFiles.open(upload, Optional.of(encoding), limits)) {
        file.layers().stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .ifPresent(it -> both.put(encoding, Inspection.look(file, it).samples()));
      }
    }
    return both;
  }

  private Optional<FieldMapping> saved(
      Optional<LayerType> type, JsonObject form, SourceLayer layer) {
    var source = ImportWish.text(form, "source");
    if (type.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    return database.reference(tx -> ImportMappings.fitting(tx, type.get(), source.get(), layer));
  }

  private Optional<JsonObject> preview(
      SourceFile file,
      SourceLayer layer,
      Optional<LayerType> type,
      JsonObject form,
      OffsetCheck offset) {
    Optional<SourceCrs> crs = ImportWish.crs(form);
    var mapping =
        ImportWish.mapping(form)
            .or(() -> saved(type, form, layer))
            .orElseGet(() -> SuggestedMapping.of(type, layer));
    boolean placesOnly =
        layer.geometryType().isEmpty() && mapping.field(FieldMapping.PLACE).isPresent();
    if (crs.isEmpty() && !placesOnly) {
      return Optional.empty();
    }
    var places = database.reference(PlaceNames::of);
    var features = new JsonArray();
    for (var row : Inspection.preview(file, layer, mapping, crs, places)) {
      var shown = feature(row, mapping);
      features.add(shown);
      offset.add(row.geometry(), shown.getJsonObject("properties").getString("name", ""));
    }
    return Optional.of(new JsonObject().put("type", "FeatureCollection").put("features", features));
  }

  private static JsonObject feature(Inspection.Previewed row, FieldMapping mapping) {
    var properties = new JsonObject().put("row", row.row());
    mapping
        .field(FieldMapping.NAME)
        .map(field -> row.fields().get(field))
        .ifPresent(name -> properties.put("name", name.toString()));
    Geometry geometry = row.geometry();
    return new JsonObject()
        .put("type", "Feature")
        .put("properties", properties)
        .put("geometry", GeoJson.toJson(geometry));
  }
}
