package org.wanglou.gis.layer;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;

/**
 * A thing in a layer, as one of its revisions has it.
 *
 * @param geometry EPSG:4490, longitude first
 * @param attributes as {@link AttributeCheck} leaves them
 * @param changedBy who made this revision: a username, or {@code system:<part>}
 */
public record Feature(
    UUID id,
    String layer,
    Optional<String> externalId,
    String name,
    Geometry geometry,
    Map<String, Object> attributes,
    Instant validFrom,
    Optional<Instant> validTo,
    Provenance provenance,
    String source,
    OptionalDouble accuracyM,
    int revision,
    Instant changedAt,
    String changedBy,
    Optional<String> reason) {

  /** Without what the store adds. */
  public NewFeature content() {
    return new NewFeature(
        externalId,
        name,
        geometry,
        attributes,
        provenance,
        source,
        accuracyM,
        Optional.of(validFrom),
        validTo);
  }
}
