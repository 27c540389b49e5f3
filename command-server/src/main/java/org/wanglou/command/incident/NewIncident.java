package org.wanglou.command.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Point;

/** A report as it was made; see {@link Incident} for the fields. */
public record NewIncident(
    String kind,
    String title,
    Point location,
    OptionalInt level,
    Optional<String> description,
    Optional<String> place,
    OptionalInt people,
    Optional<String> source,
    Optional<String> callerPhone,
    Optional<Instant> reportedAt) {

  /** As said; a report with a caller's number came by phone; else it is not known. */
  String sourceOrGuess() {
    return source.orElse(callerPhone.isPresent() ? "phone" : "other");
  }
}
