package org.wanglou.command.intake;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.intake.FieldMapping;
import org.wanglou.gis.layer.Provenance;

/**
 * What an import shall do.
 *
 * @param tried of a dry run, what it tries; else the mode itself
 * @param mapping empty: the saved or the suggested one
 * @param allowElsewhere store it although it lies far from the county
 * @param skipRejected store the rest although rows are rejected
 */
record ImportWish(
    KeptUploads.Kept upload,
    String layer,
    Optional<SourceCrs> crs,
    Mode mode,
    Mode tried,
    String source,
    Optional<String> sourceLayer,
    Optional<String> encoding,
    Optional<FieldMapping> mapping,
    Provenance provenance,
    OptionalDouble accuracyM,
    String reason,
    boolean skipRejected,
    boolean allowElsewhere) {
  private static final int LONGEST_SOURCE = 200;

  /** How the file meets what is in the layer. */
  enum Mode {
    DRY_RUN,
    MERGE,
    REPLACE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Mode of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** From the fields of the contract's {@code NewImport}. */
  static ImportWish of(JsonObject form, KeptUploads.Kept upload) {
    var mode = Mode.of(form.getString("mode"));
    var tried = mode == Mode.DRY_RUN ? Mode.of(form.getString("try", "replace")) : mode;
    var name = upload.name().replaceFirst("^.*[/\\\\]", "");
    return new ImportWish(
        upload,
        form.getString("layer"),
        crs(form),
        mode,
        tried,
        text(form, "source").orElse(name.substring(0, Math.min(name.length(), LONGEST_SOURCE))),
        text(form, "source_layer"),
        text(form, "encoding"),
        mapping(form),
        Provenance.valueOf(form.getString("provenance", Provenance.IMPORTED.name())),
        text(form, "accuracy_m")
            .map(it -> OptionalDouble.of(Double.parseDouble(it)))
            .orElse(OptionalDouble.empty()),
        form.getString("reason", ""),
        Boolean.parseBoolean(form.getString("skip_rejected")),
        Boolean.parseBoolean(form.getString("allow_elsewhere")));
  }

  static Optional<String> text(JsonObject form, String field) {
    return Optional.ofNullable(form.getString(field))
        .map(String::strip)
        .filter(it -> !it.isEmpty());
  }

  static Optional<SourceCrs> crs(JsonObject form) {
    return text(form, "crs").map(SourceCrs::of);
  }

  /**
   * @throws Fault MALFORMED {@code import.mapping_json}
   */
  static Optional<FieldMapping> mapping(JsonObject form) {
    return text(form, "mapping").map(ImportWish::readMapping);
  }

  static FieldMapping readMapping(String json) {
    var targets = new LinkedHashMap<String, String>();
    try {
      new JsonObject(json)
          .forEach(
              it -> {
                if (it.getValue() != null && !(it.getValue() instanceof String)) {
                  throw new DecodeException(it.getKey());
                }
                var target = (String) it.getValue();
                targets.put(it.getKey(), target == null || target.isEmpty() ? null : target);
              });
    } catch (DecodeException e) {
      throw new Fault(Fault.Kind.MALFORMED, "/mapping", "import.mapping_json");
    }
    return new FieldMapping(targets);
  }
}
