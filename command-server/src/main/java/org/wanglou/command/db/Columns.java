package org.wanglou.command.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Columns as the types of the records; null is an empty optional. */
public final class Columns {
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);

  private Columns() {}

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  public static Optional<UUID> maybeUuid(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(uuid(row, column));
  }

  public static Optional<String> maybeText(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  public static OptionalInt maybeInt(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }

  public static OptionalDouble maybeDouble(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Of a column selected with {@code ST_AsBinary}. */
  public static <G extends Geometry> G geometry(ResultSet row, String column, Class<G> type)
      throws SQLException {
    return maybeGeometry(row, column, type)
        .orElseThrow(() -> new SQLException(column + " is null"));
  }

  /** Of a column selected with {@code ST_AsBinary}. */
  public static <G extends Geometry> Optional<G> maybeGeometry(
      ResultSet row, String column, Class<G> type) throws SQLException {
    var bytes = row.getBytes(column);
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(type.cast(new WKBReader(FACTORY).read(bytes)));
    } catch (ParseException e) {
      throw new SQLException("a geometry that PostGIS wrote cannot be read", e);
    }
  }

  /** For {@code ST_GeomFromWKB(…, 4490)}. */
  public static byte[] wkb(Geometry geometry) {
    return new WKBWriter().write(geometry);
  }
}
