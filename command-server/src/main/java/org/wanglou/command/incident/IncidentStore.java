package org.wanglou.command.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.db.Columns;
import org.wanglou.gis.fault.Fault;

/** Incidents in the database. */
public final class IncidentStore {
  private static final String COLUMNS =
      """
      id, number, kind, level, title, description, place, ST_AsBinary(location) AS location, people,
      source, caller_phone, state, reported_at, reported_by, closed_at, revision""";
  private static final String SELECT = "SELECT " + COLUMNS + " FROM incident ";

  private IncidentStore() {}

  public static Optional<Incident> find(Handle tx, UUID id) {
    return tx.createQuery(SELECT + "WHERE id = :id")
        .bind("id", id)
        .map(IncidentStore::row)
        .findOne();
  }

  /**
   * @throws Fault NOT_FOUND {@code incident.unknown}
   */
  public static Incident require(Handle tx, UUID id) {
    return find(tx, id).orElseThrow(() -> unknown(id));
  }

  /**
   * The incident, kept from other writers until the transaction ends.
   *
   * @throws Fault NOT_FOUND {@code incident.unknown}
   */
  public static Incident lock(Handle tx, UUID id) {
    return tx.createQuery(SELECT + "WHERE id = :id FOR NO KEY UPDATE")
        .bind("id", id)
        .map(IncidentStore::row)
        .findOne()
        .orElseThrow(() -> unknown(id));
  }

  /**
   * Newest first.
   *
   * @param before only numbers below this one
   */
  public static List<Incident> list(
      Handle tx, Optional<IncidentState> state, Optional<Integer> before, int limit) {
    return tx.createQuery(
            SELECT
                + """
                WHERE (CAST(:state AS text) IS NULL OR state = :state)
                  AND (CAST(:before AS integer) IS NULL OR number < :before)
                ORDER BY number DESC
                LIMIT :limit""")
        .bind("state", state.map(IncidentState::code).orElse(null))
        .bind("before", before.orElse(null))
        .bind("limit", limit)
        .map(IncidentStore::row)
        .list();
  }

  /** Those that are not closed, and those closed after {@code since}; newest first. */
  static List<Incident> current(Handle tx, Instant since) {
    return tx.createQuery(
            SELECT + "WHERE state <> 'closed' OR closed_at > :since ORDER BY number DESC")
        .bind("since", since)
        .map(IncidentStore::row)
        .list();
  }

  /** Names of the units that an active order binds to the incident. */
  static List<String> unitsBoundBy(Handle tx, UUID id) {
    return tx.createQuery(
            """
            SELECT u.name
              FROM dispatch_order o
              JOIN unit u ON u.realm_id = o.realm_id AND u.id = o.unit_id
             WHERE o.incident_id = :id AND o.state NOT IN ('complete', 'countermanded')
             ORDER BY u.name""")
        .bind("id", id)
        .mapTo(String.class)
        .list();
  }

  /** Stores a new incident under the realm's next number. */
  public static Incident insert(Handle tx, Incident incident) {
    // Held to the commit, so that the next number is only taken when this one is there or gone.
    tx.execute("SELECT pg_advisory_xact_lock(hashtextextended('incident ' || current_realm(), 0))");
    return bind(
            tx.createQuery(
                """
                INSERT INTO incident (realm_id, id, number, kind, level, title, description, place, location,
                       people, source, caller_phone, state, reported_at, reported_by, closed_at)
                SELECT current_realm(), :id, coalesce(max(number), 0) + 1, :kind, CAST(:level AS smallint), :title,
                       :description, :place, ST_GeomFromWKB(:location, 4490), CAST(:people AS integer), :source,
                       :phone, :state, :reportedAt, :reportedBy, CAST(:closedAt AS timestamptz)
                  FROM incident
                RETURNING\s"""
                    + COLUMNS),
            incident)
        .bind("phone", incident.callerPhone().orElse(null))
        .bind("reportedAt", incident.reportedAt())
        .bind("reportedBy", incident.reportedBy())
        .map(IncidentStore::row)
        .one();
  }

  /** Stores all that may change and returns the incident with its next revision. */
  public static Incident update(Handle tx, Incident incident) {
    return bind(
            tx.createQuery(
                """
                UPDATE incident
                   SET kind = :kind, level = CAST(:level AS smallint), title = :title, description = :description,
                       place = :place, location = ST_GeomFromWKB(:location, 4490),
                       people = CAST(:people AS integer), source = :source, state = :state,
                       closed_at = CAST(:closedAt AS timestamptz), revision = revision + 1
                 WHERE id = :id
                RETURNING\s"""
                    + COLUMNS),
            incident)
        .map(IncidentStore::row)
        .one();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Incident incident) {
    return statement
        .bind("id", incident.id())
        .bind("kind", incident.kind())
        .bind("level", orNull(incident.level()))
        .bind("title", incident.title())
        .bind("description", incident.description().orElse(null))
        .bind("place", incident.place().orElse(null))
        .bind("location", Columns.wkb(incident.location()))
        .bind("people", orNull(incident.people()))
        .bind("source", incident.source())
        .bind("state", incident.state().code())
        .bind("closedAt", incident.closedAt().orElse(null));
  }

  private static Integer orNull(OptionalInt value) {
    return value.isPresent() ? (Integer) value.getAsInt() : null;
  }

  private static Fault unknown(UUID id) {
    return Fault.notFound("incident.unknown", id);
  }

  private static Incident row(ResultSet row, StatementContext ctx) throws SQLException {
    return new Incident(
        Columns.uuid(row, "id"),
        row.getInt("number"),
        row.getString("kind"),
        Columns.maybeInt(row, "level"),
        row.getString("title"),
        Columns.maybeText(row, "description"),
        Columns.maybeText(row, "place"),
        Columns.geometry(row, "location", Point.class),
        Columns.maybeInt(row, "people"),
        row.getString("source"),
        Columns.maybeText(row, "caller_phone"),
        IncidentState.of(row.getString("state")),
        Columns.instant(row, "reported_at"),
        row.getString("reported_by"),
        Columns.maybeInstant(row, "closed_at"),
        row.getInt("revision"));
  }
}
