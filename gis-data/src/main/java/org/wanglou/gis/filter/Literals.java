package org.wanglou.gis.filter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;

/** Values of a filter as the attribute that they are compared with has them. */
final class Literals {
  private Literals() {}

  /** Empty when the value is of another kind. */
  static Optional<Object> as(Operand.Kind kind, Object value) {
    return switch (kind) {
      case TEXT -> value instanceof String ? Optional.of(value) : Optional.empty();
      case NUMBER -> number(value);
      case BOOLEAN -> truth(value);
      case DATE -> day(value).map(LocalDate::toString);
      case TIME -> time(value).map(it -> it.atOffset(ZoneOffset.UTC));
      case TABLE, GEOMETRY -> Optional.empty();
    };
  }

  /** How a bound value of the kind is written, so that PostgreSQL need not guess its type. */
  static String cast(Operand.Kind kind) {
    return switch (kind) {
      case TEXT, DATE, TABLE, GEOMETRY -> "::text";
      case NUMBER -> "::numeric";
      case BOOLEAN -> "::boolean";
      case TIME -> "::timestamptz";
    };
  }

  /** GDAL knows no truth values: it writes 1 and 0. */
  private static Optional<Object> truth(Object value) {
    if (value instanceof Long number && (number == 0 || number == 1)) {
      return Optional.of(number == 1);
    }
    return value instanceof Boolean ? Optional.of(value) : Optional.empty();
  }

  private static Optional<Object> number(Object value) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return Optional.of(new BigDecimal(number.toString()));
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(Object value) {
    if (value instanceof java.sql.Date day) {
      return Optional.of(day.toLocalDate());
    }
    if (value instanceof String text) {
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeException otherwise) {
        return Optional.empty();
      }
    }
    return time(value).map(it -> LocalDate.ofInstant(it, ZoneOffset.UTC));
  }

  /** A day begins at midnight UTC. */
  private static Optional<Instant> time(Object value) {
    if (value instanceof java.sql.Date day) {
      return Optional.of(day.toLocalDate().atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    if (value instanceof Date date) {
      return Optional.of(date.toInstant());
    }
    if (value instanceof String text) {
      try {
        return Optional.of(
            text.length() <= "2026-01-01".length()
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeException otherwise) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
