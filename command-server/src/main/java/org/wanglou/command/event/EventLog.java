package org.wanglou.command.event;

import io.vertx.core.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;

/** Writes and reads the log. All calls block. */
public final class EventLog {
  private static final String COLUMNS =
      "seq, at, actor, type, subject_type, subject_id, incident_id, payload::text AS payload";

  private final Database database;
  private final EventCatalogue catalogue;

  public EventLog(Database database, EventCatalogue catalogue) {
    this.database = database;
    this.catalogue = catalogue;
  }

  /**
   * Appends to the log of the transaction's realm. Must be the last statement: it holds the realm's
   * row until the commit, and every other writer of the realm waits behind it.
   *
   * @return the event's sequence
   * @throws IllegalArgumentException when the type is not in the catalogue
   */
  public long append(Handle tx, NewEvent event) {
    catalogue.require(event.type());
    return tx.createQuery(
            """
            SELECT append_event(:at, :actor, :type, :subjectType, :subjectId, CAST(:incidentId AS uuid),
                                CAST(:payload AS jsonb))""")
        .bind("at", event.at().atOffset(ZoneOffset.UTC))
        .bind("actor", event.actor())
        .bind("type", event.type())
        .bind("subjectType", event.subjectType())
        .bind("subjectId", event.subjectId())
        .bind("incidentId", event.incidentId().map(UUID::toString).orElse(null))
        .bind("payload", event.payload().encode())
        .mapTo(Long.class)
        .one();
  }

  /** Events with {@code seq > after}, oldest first. */
  public List<Event> after(RealmId realm, long after, int limit) {
    return database.read(
        realm,
        tx ->
            tx.createQuery(
                    "SELECT "
                        + COLUMNS
                        + " FROM event WHERE seq > :after ORDER BY seq LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map(EventLog::row)
                .list());
  }

  /** The timeline of an incident: its events with {@code seq > after}, oldest first. */
  public List<Event> timeline(RealmId realm, UUID incident, long after, int limit) {
    return database.read(
        realm,
        tx ->
            tx.createQuery(
                    "SELECT "
                        + COLUMNS
                        + " FROM event WHERE incident_id = :incident AND seq > :after ORDER BY seq"
                        + " LIMIT :limit")
                .bind("incident", incident)
                .bind("after", after)
                .bind("limit", limit)
                .map(EventLog::row)
                .list());
  }

  /** Sequence of the realm's last event as this transaction sees it; 0 when there is none. */
  public long lastSeq(Handle tx) {
    return tx.createQuery("SELECT seq FROM realm WHERE id = current_realm()")
        .mapTo(Long.class)
        .one();
  }

  public long lastSeq(RealmId realm) {
    return database.read(realm, this::lastSeq);
  }

  /** Walks the whole chain, O(events); at some 100,000 events a second. */
  public LogVerification verify(RealmId realm) {
    return database.read(
        realm,
        tx -> {
          var broken =
              tx.createQuery("SELECT first_broken_event()")
                  .map((rs, ctx) -> Optional.ofNullable(rs.getObject(1, Long.class)))
                  .one();
          return new LogVerification(
              lastSeq(tx), broken.map(OptionalLong::of).orElseGet(OptionalLong::empty));
        });
  }

  private static Event row(ResultSet rs, StatementContext ctx) throws SQLException {
    return new Event(
        rs.getLong("seq"),
        rs.getObject("at", OffsetDateTime.class).toInstant(),
        rs.getString("actor"),
        rs.getString("type"),
        rs.getString("subject_type"),
        rs.getObject("subject_id", UUID.class),
        Optional.ofNullable(rs.getObject("incident_id", UUID.class)),
        new JsonObject(rs.getString("payload")));
  }
}
