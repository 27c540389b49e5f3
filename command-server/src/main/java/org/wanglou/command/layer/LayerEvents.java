package org.wanglou.command.layer;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.command.event.NewEvent;
import org.wanglou.gis.layer.Feature;

/** The events of layers; each names its layer, that of a feature also carries its new state. */
final class LayerEvents {
  private LayerEvents() {}

  /**
   * @param type feature.created, feature.changed, feature.removed or feature.restored
   */
  static NewEvent feature(
      String type, Feature feature, ChangerNames names, String actor, Instant at) {
    var payload = new JsonObject().put("layer", feature.layer()).put("id", feature.id().toString());
    if (!type.equals("feature.removed")) {
      FeatureJson.pushed(feature).ifPresent(json -> payload.put("feature", names.in(json)));
    }
    payload.put("name", feature.name());
    return new NewEvent(at, actor, type, "feature", feature.id(), Optional.empty(), payload);
  }

  /** A type was made or changed. */
  static NewEvent catalogued(String layer, String actor, Instant at) {
    // A layer has a word, the log wants an id: one that is always the same for the word.
    var id = UUID.nameUUIDFromBytes(("layer:" + layer).getBytes(StandardCharsets.UTF_8));
    return new NewEvent(
        at,
        actor,
        "layer.catalogued",
        "layer",
        id,
        Optional.empty(),
        new JsonObject().put("layer", layer));
  }
}
