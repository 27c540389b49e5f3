package org.wanglou.gis.intake;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * Something to tell of a row.
 *
 * @param field of the file where there is one, else {@code geometry}
 * @param code message key
 * @param value as the file has it
 * @param before in EPSG:4490; of a repaired row, and the place of a flagged one
 */
public record Finding(
    Kind kind,
    long row,
    Optional<String> field,
    String code,
    List<Object> args,
    Optional<String> value,
    Optional<String> name,
    Optional<Geometry> before,
    Optional<Geometry> after) {
  private static final int LONGEST_VALUE = 200;

  /** What became of the row. */
  public enum Kind {
    /** It is not taken. */
    REJECTED,
    /** Taken with another geometry than it had. */
    REPAIRED,
    /** Taken, and worth a look. */
    FLAGGED
  }

  public Finding {
    args = List.copyOf(args);
    value =
        value.map(it -> it.length() > LONGEST_VALUE ? it.substring(0, LONGEST_VALUE) + "…" : it);
  }

  static Finding rejected(
      long row, Optional<String> field, String code, List<Object> args, Object value) {
    return new Finding(
        Kind.REJECTED,
        row,
        field,
        code,
        args,
        Optional.ofNullable(value).map(Object::toString),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
