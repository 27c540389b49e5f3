package org.wanglou.command.layer;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.wanglou.command.http.GeoJson;
import org.wanglou.gis.layer.Feature;
import org.wanglou.gis.layer.FeatureVersion;

/** Features as GeoJSON; the rows of {@link FeaturePages} look the same. */
final class FeatureJson {
  private FeatureJson() {}

  static JsonObject of(Feature feature) {
    var properties = new JsonObject();
    feature.attributes().forEach(properties::put);
    properties
        .put("layer", feature.layer())
        .put("name", feature.name())
        .put("external_id", feature.externalId().orElse(null))
        .put("provenance", feature.provenance().name())
        .put("source", feature.source())
        .put(
            "accuracy_m",
            feature.accuracyM().isPresent() ? feature.accuracyM().getAsDouble() : null)
        .put("valid_from", feature.validFrom().toString())
        .put("valid_to", feature.validTo().map(Object::toString).orElse(null))
        .put("revision", feature.revision())
        .put("changed_at", feature.changedAt().toString())
        .put("changed_by", feature.changedBy())
        .put("reason", feature.reason().orElse(null));
    return new JsonObject()
        .put("type", "Feature")
        .put("id", feature.id().toString())
        .put("geometry", GeoJson.toJson(feature.geometry()))
        .put("properties", properties);
  }

  /** A line of the history: the feature as it was, and by which act it became so. */
  static JsonObject of(FeatureVersion version) {
    var json = of(version.feature());
    json.getJsonObject("properties").put("act", version.act().name().toLowerCase(Locale.ROOT));
    return json;
  }

  /** For an event; absent when the outline is too long to be pushed to every screen. */
  static Optional<JsonObject> pushed(Feature feature) {
    return feature.geometry().getNumPoints() <= 2_000 ? Optional.of(of(feature)) : Optional.empty();
  }
}
