package org.wanglou.gis.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.GeometryKind;

/**
 * A look into a file before anything is decided: its tables, fields, samples, and where it lies.
 */
public final class Inspection {
  private static final int SAMPLED_ROWS = 200;
  private static final int SAMPLES = 5;
  private static final int LONGEST_SAMPLE = 80;
  private static final int PREVIEWED = 500;

  private Inspection() {}

  /**
   * A table with what its first rows show.
   *
   * @param samples some values by field
   */
  public record Looked(SourceLayer layer, Map<String, List<String>> samples) {}

  /** A row in the preview: where it would lie, and what it is. */
  public record Previewed(long row, Geometry geometry, Map<String, Object> fields) {}

  /**
   * What can be seen of a table. Where its encoding is not decided, the texts are as UTF-8 has
   * them.
   */
  public static Looked look(SourceFile file, SourceLayer layer) {
    var samples = new LinkedHashMap<String, LinkedHashSet<String>>();
    layer.fields().forEach(field -> samples.put(field.name(), new LinkedHashSet<>()));
    var types = new LinkedHashMap<String, SourceField.Type>();
    String geometryType = null;
    try (var rows = file.rows(decided(layer))) {
      for (int i = 0; i < SAMPLED_ROWS && rows.hasNext(); i++) {
        var row = rows.next();
        row.fields()
            .forEach(
                (field, value) -> {
                  FieldTypes.note(types, field, value);
                  note(samples.get(field), value);
                });
        geometryType = row.geometry().map(Inspection::kind).orElse(geometryType);
      }
    }
    var fields =
        layer.fields().stream()
            .map(
                it ->
                    it.type() == SourceField.Type.TEXT && types.get(it.name()) != null
                        ? new SourceField(it.name(), types.get(it.name()))
                        : it)
            .toList();
    boolean open = layer.geometryType().filter(it -> !it.equals("mixed")).isEmpty();
    var shown =
        new SourceLayer(
            layer.name(),
            layer.count(),
            open ? Optional.ofNullable(geometryType) : layer.geometryType(),
            fields,
            layer.crsDeclared(),
            layer.encoding(),
            layer.linkedFiles());
    var lists = new LinkedHashMap<String, List<String>>();
    samples.forEach((field, some) -> lists.put(field, List.copyOf(some)));
    return new Looked(shown, lists);
  }

  private static SourceLayer decided(SourceLayer layer) {
    return layer.encoding().isPresent()
        ? layer
        : new SourceLayer(
            layer.name(),
            layer.count(),
            layer.geometryType(),
            layer.fields(),
            layer.crsDeclared(),
            Optional.of(TextEncoding.UTF_8),
            layer.linkedFiles());
  }

  private static void note(Set<String> samples, Object value) {
    if (samples != null && value != null && samples.size() < SAMPLES) {
      var text = value.toString().strip();
      if (!text.isEmpty()) {
        samples.add(
            text.length() > LONGEST_SAMPLE ? text.substring(0, LONGEST_SAMPLE) + "…" : text);
      }
    }
  }

  private static String kind(Geometry geometry) {
    return switch (geometry.getDimension()) {
      case 0 -> "point";
      case 1 -> "line";
      default -> "polygon";
    };
  }

  /**
   * The first rows where they would lie, whatever layer they go to; what cannot be read is left
   * out.
   */
  public static List<Previewed> preview(
      SourceFile file,
      SourceLayer layer,
      FieldMapping mapping,
      Optional<SourceCrs> crs,
      PlaceNames places) {
    var shown = new ArrayList<Previewed>();
    var geometries =
        new RowGeometry(GeometryKind.ANY, mapping, crs, places, new Findings(PREVIEWED));
    try (var rows = file.rows(decided(layer))) {
      for (int i = 0; i < PREVIEWED && rows.hasNext(); i++) {
        var row = rows.next();
        place(geometries, row)
            .ifPresent(it -> shown.add(new Previewed(row.number(), it, row.fields())));
      }
    } catch (Fault noCrs) {
      if (crs.isPresent()) {
        throw noCrs;
      }
      return List.of();
    }
    return shown;
  }

  /** Empty for a row that has none that can be shown; the dry run says why. */
  private static Optional<Geometry> place(RowGeometry geometries, RawRow row) {
    try {
      return Optional.of(geometries.of(row).geometry());
    } catch (RowGeometry.Refusal refused) {
      return Optional.empty();
    }
  }
}
