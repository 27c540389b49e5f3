package org.wanglou.gis.layer;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;

/**
 * What the writer of a feature decides; the rest (id, revision, when, by whom) the store adds.
 *
 * @param externalId the key of the source, unique in the layer
 * @param geometry EPSG:4490, longitude first, valid, without heights
 * @param validFrom absent: from the change on, and of a feature that is already there, as it was
 */
public record NewFeature(
    Optional<String> externalId,
    String name,
    Geometry geometry,
    Map<String, Object> attributes,
    Provenance provenance,
    String source,
    OptionalDouble accuracyM,
    Optional<Instant> validFrom,
    Optional<Instant> validTo) {

  public NewFeature withAttributes(Map<String, Object> others) {
    return new NewFeature(
        externalId, name, geometry, others, provenance, source, accuracyM, validFrom, validTo);
  }
}
