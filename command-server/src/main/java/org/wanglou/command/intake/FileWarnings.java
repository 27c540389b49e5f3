package org.wanglou.command.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.fault.Fault.Detail;
import org.wanglou.gis.intake.CrsHint;
import org.wanglou.gis.intake.Elsewhere;
import org.wanglou.gis.intake.FieldMapping;
import org.wanglou.gis.intake.SourceField;
import org.wanglou.gis.intake.SourceLayer;

/** What to tell of a whole table: it may be right, and it may be a mistake. */
final class FileWarnings {
  private FileWarnings() {}

  static List<Detail> of(SourceLayer layer, Optional<SourceCrs> asked) {
    var warnings = new ArrayList<Detail>();
    layer
        .crsDeclared()
        .map(CrsHint::of)
        .filter(hint -> asked.isPresent() && hint.contradicts(asked.get()))
        .ifPresent(
            hint ->
                warnings.add(
                    new Detail(
                        "/crs", "import.crs_conflict", List.of(hint.name(), asked.get().code()))));
    if (layer.linkedFiles() > 0) {
      warnings.add(new Detail("/file", "import.links", List.of(layer.linkedFiles())));
    }
    return warnings;
  }

  /** What somebody wrote into the file and nobody will find in the layer. */
  static Optional<Detail> unused(SourceLayer layer, FieldMapping mapping) {
    var wkt = mapping.field(FieldMapping.WKT);
    var names =
        layer.fields().stream()
            .map(SourceField::name)
            .filter(name -> mapping.targets().get(name) == null)
            .filter(name -> wkt.isEmpty() || !name.matches(Pattern.quote(wkt.get()) + "_\\d+"))
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new Detail("/mapping", "import.columns_unused", List.of(names)));
  }

  /** Two texts: the one says that it is not stored, the other that it is all the same. */
  static Optional<Detail> elsewhere(Elsewhere places, boolean allowed) {
    return places
        .verdict()
        .map(
            it ->
                new Detail(
                    "/crs",
                    allowed ? "import.elsewhere_allowed" : "import.elsewhere",
                    List.of(
                        it.features(),
                        it.of(),
                        kilometres(it.medianM()),
                        kilometres(it.diameterM()))));
  }

  private static double kilometres(double metres) {
    return Math.rint(metres / 1_000);
  }
}
