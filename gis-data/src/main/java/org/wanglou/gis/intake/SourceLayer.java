package org.wanglou.gis.intake;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One table of a file.
 *
 * @param count rows; empty when that takes reading the whole file
 * @param geometryType {@code point, line, polygon, mixed}; empty when there is none
 * @param crsDeclared what the file says of itself: a hint for who is asked
 * @param encoding of its texts; empty when it could be either of two
 * @param linkedFiles addresses inside that lead elsewhere; they are not followed
 */
public record SourceLayer(
    String name,
    OptionalLong count,
    Optional<String> geometryType,
    List<SourceField> fields,
    Optional<String> crsDeclared,
    Optional<String> encoding,
    int linkedFiles) {
  public SourceLayer {
    fields = List.copyOf(fields);
  }
}
