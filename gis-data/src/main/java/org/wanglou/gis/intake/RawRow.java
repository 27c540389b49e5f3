package org.wanglou.gis.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A row as the file has it.
 *
 * @param number from 1, the header of a table not counted
 * @param geometry in the file's own coordinates
 * @param trouble message key of why the geometry or the row could not be read; empty when it could
 * @param fields text, numbers, booleans, and for nested JSON lists and maps; null where empty
 */
public record RawRow(
    long number,
    Optional<Geometry> geometry,
    Optional<String> trouble,
    Map<String, Object> fields) {
  public RawRow {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static RawRow of(long number, Optional<Geometry> geometry, Map<String, Object> fields) {
    return new RawRow(number, geometry, Optional.empty(), fields);
  }
}
