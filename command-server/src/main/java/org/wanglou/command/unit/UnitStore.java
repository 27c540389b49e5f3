package org.wanglou.command.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.db.Columns;
import org.wanglou.gis.fault.Fault;

/** Units in the database, each with its latest position and its active order. */
public final class UnitStore {
  private static final String SELECT =
      """
      SELECT u.id, u.name, u.call_sign, u.type, u.profile, u.capabilities, u.crew, u.phone,
             u.base_id, u.base_name, ST_AsBinary(u.base_location) AS base_location,
             u.status, u.status_since, u.provenance, u.revision, o.id AS active_order_id,
             p.fix_at, p.received_at, ST_AsBinary(p.location) AS location,
             p.speed_kmh, p.course_deg, p.accuracy_m, p.source
        FROM unit u
        LEFT JOIN dispatch_order o ON o.realm_id = u.realm_id AND o.unit_id = u.id
                                  AND o.state NOT IN ('complete', 'countermanded')
        LEFT JOIN unit_latest_position p ON p.realm_id = u.realm_id AND p.unit_id = u.id
      """;

  private UnitStore() {}

  public static Optional<Unit> find(Handle tx, UUID id) {
    return tx.createQuery(SELECT + " WHERE u.id = :id")
        .bind("id", id)
        .map(UnitStore::row)
        .findOne();
  }

  /**
   * @throws Fault NOT_FOUND {@code unit.unknown}
   */
  public static Unit require(Handle tx, UUID id) {
    return find(tx, id).orElseThrow(() -> Fault.notFound("unit.unknown", id));
  }

  /**
   * The unit, kept from other writers until the transaction ends.
   *
   * @throws Fault NOT_FOUND {@code unit.unknown}
   */
  public static Unit lock(Handle tx, UUID id) {
    // A statement of its own: one that waits for the lock goes on with the orders it saw before.
    // NO KEY: positions, which refer to the unit, are stored meanwhile.
    tx.createQuery("SELECT id FROM unit WHERE id = :id FOR NO KEY UPDATE")
        .bind("id", id)
        .mapTo(UUID.class)
        .findOne();
    return require(tx, id);
  }

  /** By name. */
  public static List<Unit> all(Handle tx) {
    return tx.createQuery(SELECT + " ORDER BY u.name, u.id").map(UnitStore::row).list();
  }

  /** The name and id after which a page begins. */
  record After(String name, UUID id) {}

  static List<Unit> page(Handle tx, Optional<After> after, int limit) {
    return tx.createQuery(
            SELECT
                + """
                   WHERE CAST(:name AS text) IS NULL OR (u.name, u.id) > (:name, CAST(:id AS uuid))
                   ORDER BY u.name, u.id
                   LIMIT :limit""")
        .bind("name", after.map(After::name).orElse(null))
        .bind("id", after.map(it -> it.id().toString()).orElse(null))
        .bind("limit", limit)
        .map(UnitStore::row)
        .list();
  }

  /** Sets the status and returns the unit with its next revision. */
  public static Unit setStatus(Handle tx, UUID id, UnitStatus status, Instant at) {
    tx.execute(
        "UPDATE unit SET status = ?, status_since = ?, revision = revision + 1 WHERE id = ?",
        status.code(),
        at,
        id);
    return require(tx, id);
  }

  private static Unit row(ResultSet row, StatementContext ctx) throws SQLException {
    return new Unit(
        Columns.uuid(row, "id"),
        row.getString("name"),
        Columns.maybeText(row, "call_sign"),
        row.getString("type"),
        row.getString("profile"),
        Set.copyOf(Arrays.asList((String[]) row.getArray("capabilities").getArray())),
        row.getInt("crew"),
        Columns.maybeText(row, "phone"),
        new Unit.Base(
            Columns.maybeUuid(row, "base_id"),
            row.getString("base_name"),
            Columns.geometry(row, "base_location", Point.class)),
        UnitStatus.of(row.getString("status")),
        Columns.instant(row, "status_since"),
        Columns.maybeUuid(row, "active_order_id"),
        row.getString("source") == null ? Optional.empty() : Optional.of(position(row)),
        row.getString("provenance"),
        row.getInt("revision"));
  }

  static Position position(ResultSet row) throws SQLException {
    return new Position(
        Columns.geometry(row, "location", Point.class),
        Columns.instant(row, "fix_at"),
        Columns.instant(row, "received_at"),
        Columns.maybeDouble(row, "speed_kmh"),
        Columns.maybeDouble(row, "course_deg"),
        Columns.maybeDouble(row, "accuracy_m"),
        row.getString("source"));
  }
}
