package org.wanglou.command.ogc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.wanglou.gis.fault.Fault;

/**
 * The parameter {@code datetime}: an instant, or a period with ends that may be open. A feature
 * belongs to it when it was valid at some moment of it.
 *
 * @param from absent: open
 * @param to absent: open; equal to from for an instant
 */
record Moments(Optional<Instant> from, Optional<Instant> to) {
  private static final int DAY_LENGTH = "2026-01-01".length();

  static Moments at(Instant moment) {
    return new Moments(Optional.of(moment), Optional.of(moment));
  }

  /**
   * @throws Fault MALFORMED {@code ogc.datetime}
   */
  static Moments of(String text) {
    try {
      var ends = text.split("/", -1);
      if (ends.length == 1) {
        return isDay(text)
            ? new Moments(Optional.of(start(text)), Optional.of(end(text)))
            : at(start(text));
      }
      var from = open(ends[0]) ? Optional.<Instant>empty() : Optional.of(start(ends[0]));
      var to = open(ends[1]) ? Optional.<Instant>empty() : Optional.of(end(ends[1]));
      boolean backwards = from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
      if (ends.length > 2 || backwards || (from.isEmpty() && to.isEmpty())) {
        throw bad(text);
      }
      return new Moments(from, to);
    } catch (DateTimeException e) {
      throw bad(text);
    }
  }

  private static boolean open(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static boolean isDay(String text) {
    return text.length() == DAY_LENGTH;
  }

  /** A day without a time is a day of UTC. */
  private static Instant start(String text) {
    return isDay(text)
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }

  private static Instant end(String text) {
    return isDay(text)
        ? LocalDate.parse(text)
            .plusDays(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .minusNanos(1_000)
        : OffsetDateTime.parse(text).toInstant();
  }

  private static Fault bad(String text) {
    return new Fault(Fault.Kind.MALFORMED, "/datetime", "ogc.datetime", text);
  }
}
