package org.wanglou.command.incident;

import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Point;

/** What shall be different; what is empty stays as it is. */
public record IncidentCorrection(
    Optional<String> kind,
    Optional<String> title,
    Optional<Point> location,
    OptionalInt level,
    Optional<String> description,
    Optional<String> place,
    OptionalInt people) {

  Incident applyTo(Incident it) {
    return new Incident(
        it.id(),
        it.number(),
        kind.orElse(it.kind()),
        level.isPresent() ? level : it.level(),
        title.orElse(it.title()),
        description.or(it::description),
        place.or(it::place),
        location.orElse(it.location()),
        people.isPresent() ? people : it.people(),
        it.source(),
        it.callerPhone(),
        it.state(),
        it.reportedAt(),
        it.reportedBy(),
        it.closedAt(),
        it.revision());
  }
}
