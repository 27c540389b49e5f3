package org.wanglou.gis.layer;

import org.locationtech.jts.operation.valid.IsValidOp;
import org.wanglou.gis.fault.Fault;

/** Whether a feature may stand in its layer. */
final class FeatureCheck {
  private static final int LONGEST_NAME = 300;

  private FeatureCheck() {}

  /**
   * The feature with its attributes in the form they are stored in.
   *
   * @throws Fault INVALID with pointers to what is wrong
   */
  static NewFeature checked(LayerType type, NewFeature feature) {
    text("/name", feature.name());
    text("/source", feature.source());
    feature.externalId().ifPresent(it -> text("/external_id", it));
    if (!type.geometry().admits(feature.geometry())) {
      throw Fault.invalid(
          "/geometry",
          "layer.geometry_kind",
          new Fault.Term("layer.kind_" + type.geometry().code()));
    }
    if (feature.accuracyM().isPresent() && !(feature.accuracyM().getAsDouble() >= 0)) {
      throw Fault.invalid("/accuracy_m", "layer.accuracy");
    }
    feature
        .validTo()
        .filter(end -> feature.validFrom().map(from -> !end.isAfter(from)).orElse(false))
        .ifPresent(
            end -> {
              throw Fault.invalid("/valid_to", "layer.ends_before_start");
            });
    return feature.withAttributes(AttributeCheck.checked(type, feature.attributes()));
  }

  /** For single edits; of whole files the table's own check is enough, and faster. */
  static void valid(NewFeature feature) {
    var error = new IsValidOp(feature.geometry()).getValidationError();
    if (error != null) {
      throw Fault.invalid(
          "/geometry",
          "geometry.invalid",
          error.getMessage(),
          error.getCoordinate().x,
          error.getCoordinate().y);
    }
  }

  private static void text(String pointer, String text) {
    if (text.isBlank() || text.length() > LONGEST_NAME || text.indexOf('\0') >= 0) {
      throw Fault.invalid(pointer, "layer.text", LONGEST_NAME);
    }
  }
}
