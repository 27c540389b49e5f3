package org.wanglou.command.unit;

import java.time.Instant;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Point;

/**
 * Where a unit was.
 *
 * @param fixAt the device's time
 * @param receivedAt the server's time
 * @param source what reported it: {@code http} or {@code simulator}
 */
public record Position(
    Point location,
    Instant fixAt,
    Instant receivedAt,
    OptionalDouble speedKmh,
    OptionalDouble courseDeg,
    OptionalDouble accuracyM,
    String source) {}
