package org.wanglou.gis.terrain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where heights come from.
 *
 * @param name of the file, or of the program that made them
 * @param source who measured or invented them
 * @param provenance SURVEYED, IMPORTED, REPORTED or SYNTHETIC
 * @param dataDate when they were measured; empty is unknown
 * @param accuracyM of a height, as the source states it
 */
public record TerrainSource(
    String name,
    String source,
    String provenance,
    Optional<LocalDate> dataDate,
    OptionalDouble accuracyM) {
  static final String SYNTHETIC = "SYNTHETIC";

  boolean isSynthetic() {
    return provenance.equals(SYNTHETIC);
  }
}
