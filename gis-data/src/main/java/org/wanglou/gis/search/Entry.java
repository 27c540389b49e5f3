package org.wanglou.gis.search;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.gis.layer.Provenance;

/**
 * A thing that has a name and a place.
 *
 * @param layer of a feature
 * @param id of a feature or unit
 * @param code a number it is known by, for example of a division or a road
 * @param rank 1 for what most people look for, 9 for what few do
 * @param validFrom before, and from {@code validTo} on, it is not found
 */
public record Entry(
    Kind kind,
    String name,
    Optional<String> layer,
    Optional<UUID> id,
    Optional<String> code,
    int rank,
    double lon,
    double lat,
    String source,
    Provenance provenance,
    Optional<Instant> validFrom,
    Optional<Instant> validTo) {
  /** What kind of thing. */
  public enum Kind {
    FEATURE,
    PLACE,
    ROAD,
    UNIT
  }

  boolean inForceAt(Instant t) {
    return !validFrom.filter(t::isBefore).isPresent() && validTo.map(t::isBefore).orElse(true);
  }
}
