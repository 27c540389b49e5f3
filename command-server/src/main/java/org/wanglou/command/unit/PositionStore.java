package org.wanglou.command.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.wanglou.command.db.Columns;
import org.wanglou.command.live.Fix;

/** Fixes in the database: the track, and one latest row for each unit. */
final class PositionStore {
  // One statement: what is new is known by what RETURNING gives, and only that may move the latest
  // row. DISTINCT ON, because one upsert may not touch a row twice.
  private static final String STORE =
      """
      WITH given AS (
        SELECT * FROM unnest(CAST(:at AS timestamptz[]), :lon, :lat, :speed, :course, :accuracy)
                   AS t(fix_at, lon, lat, speed_kmh, course_deg, accuracy_m)),
      fresh AS (
        INSERT INTO unit_position (realm_id, unit_id, fix_at, received_at, location, speed_kmh, course_deg,
                                   accuracy_m, source)
        SELECT current_realm(), :unit, fix_at, :received, ST_SetSRID(ST_MakePoint(lon, lat), 4490), speed_kmh,
               course_deg, accuracy_m, :source
          FROM given
        ON CONFLICT DO NOTHING
        RETURNING *),
      moved AS (
        INSERT INTO unit_latest_position AS latest (realm_id, unit_id, fix_at, received_at, location, speed_kmh,
                                                    course_deg, accuracy_m, source)
        SELECT DISTINCT ON (unit_id) realm_id, unit_id, fix_at, received_at, location, speed_kmh, course_deg,
               accuracy_m, source
          FROM fresh
         ORDER BY unit_id, fix_at DESC
        ON CONFLICT (realm_id, unit_id) DO UPDATE
           SET fix_at = excluded.fix_at, received_at = excluded.received_at, location = excluded.location,
               speed_kmh = excluded.speed_kmh, course_deg = excluded.course_deg,
               accuracy_m = excluded.accuracy_m, source = excluded.source
         WHERE latest.fix_at < excluded.fix_at)
      SELECT unit_id, fix_at, ST_X(location) AS lon, ST_Y(location) AS lat, speed_kmh, course_deg, accuracy_m, source
        FROM fresh
       ORDER BY fix_at""";

  private PositionStore() {}

  /** Stores fixes of one unit and returns those that are new, oldest first. */
  static List<Fix> store(Handle tx, UUID unit, List<Fix> fixes, Instant received, String source) {
    return tx.createQuery(STORE)
        .bind("unit", unit)
        .bind("received", received)
        .bind("source", source)
        .bind("at", fixes.stream().map(it -> it.at().toString()).toArray(String[]::new))
        .bind("lon", fixes.stream().map(Fix::lon).toArray(Double[]::new))
        .bind("lat", fixes.stream().map(Fix::lat).toArray(Double[]::new))
        .bind("speed", floats(fixes, Fix::speedKmh))
        .bind("course", floats(fixes, Fix::courseDeg))
        .bind("accuracy", floats(fixes, Fix::accuracyM))
        .map(PositionStore::fix)
        .list();
  }

  /** The newest fix of each unit. */
  static List<Fix> latest(Handle tx) {
    return tx.createQuery(
            """
            SELECT unit_id, fix_at, ST_X(location) AS lon, ST_Y(location) AS lat, speed_kmh, course_deg, accuracy_m,
                   source
              FROM unit_latest_position""")
        .map(PositionStore::fix)
        .list();
  }

  /** Where a unit was from {@code from} on and before {@code to}, oldest first. */
  static List<Position> track(Handle tx, UUID unit, Instant from, Instant to, int limit) {
    return tx.createQuery(
            """
            SELECT fix_at, received_at, ST_AsBinary(location) AS location, speed_kmh, course_deg, accuracy_m, source
              FROM unit_position
             WHERE unit_id = :unit AND fix_at >= :from AND fix_at < :to
             ORDER BY fix_at
             LIMIT :limit""")
        .bind("unit", unit)
        .bind("from", from.atOffset(ZoneOffset.UTC))
        .bind("to", to.atOffset(ZoneOffset.UTC))
        .bind("limit", limit)
        .map((row, ctx) -> UnitStore.position(row))
        .list();
  }

  private static Float[] floats(List<Fix> fixes, Function<Fix, OptionalDouble> value) {
    return fixes.stream()
        .map(value)
        .map(it -> it.isPresent() ? (Float) (float) it.getAsDouble() : null)
        .toArray(Float[]::new);
  }

  private static Fix fix(ResultSet row, StatementContext ctx) throws SQLException {
    return new Fix(
        Columns.uuid(row, "unit_id"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        Columns.instant(row, "fix_at"),
        Columns.maybeDouble(row, "speed_kmh"),
        Columns.maybeDouble(row, "course_deg"),
        Columns.maybeDouble(row, "accuracy_m"),
        row.getString("source"));
  }
}
