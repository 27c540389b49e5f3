package org.wanglou.command.closure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;

/**
 * A stretch of road that nobody may drive.
 *
 * @param where as it was drawn: a point, a line or a polygon
 * @param edges of the road network in force that it closes
 * @param reportedBy username
 * @param until when it ends by itself
 */
public record Closure(
    UUID id,
    Geometry where,
    List<Integer> edges,
    String reason,
    String reportedBy,
    Instant from,
    Optional<Instant> until,
    Optional<Instant> lifted) {
  public Closure {
    edges = List.copyOf(edges);
    if (until.isPresent() && !until.get().isAfter(from)) {
      throw new IllegalArgumentException("a closure ends after it begins");
    }
  }

  public boolean isInForce(Instant at) {
    return lifted.isEmpty() && until.map(at::isBefore).orElse(true);
  }

  Closure liftedAt(Instant at) {
    return new Closure(id, where, edges, reason, reportedBy, from, until, Optional.of(at));
  }

  Closure onEdges(List<Integer> now) {
    return new Closure(id, where, now, reason, reportedBy, from, until, lifted);
  }
}
