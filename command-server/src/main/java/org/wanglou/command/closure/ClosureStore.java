package org.wanglou.command.closure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.locationtech.jts.geom.Geometry;
import org.wanglou.command.db.Columns;
import org.wanglou.gis.fault.Fault;

/** Closures in the database. */
final class ClosureStore {
  private static final String SELECT =
      """
      SELECT id, ST_AsBinary(geom) AS geom, edges, reason, reported_by, from_at, until_at, lifted_at
        FROM closure
      """;
  private static final String IN_FORCE =
      " WHERE lifted_at IS NULL AND (until_at IS NULL OR until_at > :now)";

  /** The start and id before which a page begins. */
  record Before(Instant from, UUID id) {}

  private ClosureStore() {}

  static void insert(Handle tx, Closure closure) {
    tx.createUpdate(
            """
            INSERT INTO closure (realm_id, id, geom, edges, reason, reported_by, from_at, until_at)
            VALUES (current_realm(), :id, ST_GeomFromWKB(:geom, 4490), :edges, :reason, :reportedBy, :from,
                    CAST(:until AS timestamptz))""")
        .bind("id", closure.id())
        .bind("geom", Columns.wkb(closure.where()))
        .bindArray("edges", Long.class, closure.edges().stream().map(Integer::longValue).toList())
        .bind("reason", closure.reason())
        .bind("reportedBy", closure.reportedBy())
        .bind("from", closure.from())
        .bind("until", closure.until().orElse(null))
        .execute();
  }

  /**
   * The closure, kept from other writers until the transaction ends.
   *
   * @throws Fault NOT_FOUND {@code closure.unknown}
   */
  static Closure lock(Handle tx, UUID id) {
    return tx.createQuery(SELECT + " WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .map(ClosureStore::row)
        .findOne()
        .orElseThrow(() -> Fault.notFound("closure.unknown", id));
  }

  static void lift(Handle tx, UUID id, Instant at) {
    tx.execute("UPDATE closure SET lifted_at = ? WHERE id = ?", at, id);
  }

  static void setEdges(Handle tx, UUID id, List<Integer> edges) {
    tx.createUpdate("UPDATE closure SET edges = :edges WHERE id = :id")
        .bindArray("edges", Long.class, edges.stream().map(Integer::longValue).toList())
        .bind("id", id)
        .execute();
  }

  /** Oldest first. */
  static List<Closure> inForce(Handle tx, Instant now) {
    return tx.createQuery(SELECT + IN_FORCE + " ORDER BY from_at, id")
        .bind("now", now)
        .map(ClosureStore::row)
        .list();
  }

  /** How many are in force. */
  static int count(Handle tx, Instant now) {
    return tx.createQuery("SELECT count(*) FROM closure" + IN_FORCE)
        .bind("now", now)
        .mapTo(Integer.class)
        .one();
  }

  /** Those in force, newest first. */
  static List<Closure> page(Handle tx, Instant now, Optional<Before> before, int limit) {
    return tx.createQuery(
            SELECT
                + IN_FORCE
                + """
                   AND (CAST(:at AS timestamptz) IS NULL
                        OR (from_at, id) < (CAST(:at AS timestamptz), CAST(:id AS uuid)))
                   ORDER BY from_at DESC, id DESC
                   LIMIT :limit""")
        .bind("now", now)
        .bind("at", before.map(it -> it.from().toString()).orElse(null))
        .bind("id", before.map(it -> it.id().toString()).orElse(null))
        .bind("limit", limit)
        .map(ClosureStore::row)
        .list();
  }

  /** Whose time has passed though nobody lifted them; the first to end first. */
  static List<UUID> ended(Handle tx, Instant now) {
    return tx.createQuery(
            "SELECT id FROM closure WHERE lifted_at IS NULL AND until_at <= :now ORDER BY until_at, id")
        .bind("now", now)
        .mapTo(UUID.class)
        .list();
  }

  private static Closure row(ResultSet row, StatementContext ctx) throws SQLException {
    var edges = (Long[]) row.getArray("edges").getArray();
    return new Closure(
        Columns.uuid(row, "id"),
        Columns.geometry(row, "geom", Geometry.class),
        Arrays.stream(edges).map(Math::toIntExact).toList(),
        row.getString("reason"),
        row.getString("reported_by"),
        Columns.instant(row, "from_at"),
        Columns.maybeInstant(row, "until_at"),
        Columns.maybeInstant(row, "lifted_at"));
  }
}
