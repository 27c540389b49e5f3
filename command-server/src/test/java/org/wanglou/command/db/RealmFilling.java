package org.wanglou.command.db;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.db.TestDatabase;

/** Two realms with one row each in every table under a realm's policy. */
final class RealmFilling {
  static final RealmId DRILL = new RealmId(UUID.fromString("00000000-0000-7000-8000-00000000000d"));

  // In the order in which they refer to each other.
  private static final List<String> ROWS =
      List.of(
          """
          INSERT INTO incident (realm_id, id, number, kind, title, location, source, state, reported_at, reported_by)
          VALUES (:realm, :id, 1, 'flood', 'x', ST_SetSRID(ST_MakePoint(110.9, 36.7), 4490), 'other', 'reported',
                  now(), 'wang')""",
          """
          INSERT INTO unit (realm_id, id, name, type, profile, crew, base_name, base_location, status, status_since,
                            provenance)
          VALUES (:realm, :id, 'x', 'ambulance', 'ambulance', 3, 'x', ST_SetSRID(ST_MakePoint(110.9, 36.7), 4490),
                  'available', now(), 'SYNTHETIC')""",
          """
          INSERT INTO dispatch_order (realm_id, id, incident_id, unit_id, state, ordered_by, ordered_at)
          VALUES (:realm, :id, :id, :id, 'ordered', 'wang', now())""",
          """
          INSERT INTO closure (realm_id, id, geom, edges, reason, reported_by, from_at)
          VALUES (:realm, :id, ST_SetSRID(ST_MakePoint(110.9, 36.7), 4490), '{1}', 'x', 'wang', now())""",
          """
          INSERT INTO unit_position (realm_id, unit_id, fix_at, received_at, location, source)
          VALUES (:realm, :id, now(), now(), ST_SetSRID(ST_MakePoint(110.9, 36.7), 4490), 'http')""",
          """
          INSERT INTO unit_latest_position (realm_id, unit_id, fix_at, received_at, location, source)
          VALUES (:realm, :id, now(), now(), ST_SetSRID(ST_MakePoint(110.9, 36.7), 4490), 'http')""",
          """
          INSERT INTO idempotency_key (realm_id, key, username, request_hash, status, answer)
          VALUES (:realm, 'key-1', :id, '\\x00', 201, '{}')""");

  private RealmFilling() {}

  static void fill(TestDatabase db) {
    db.superuser()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO realm (id, kind, name) VALUES (?, 'drill', '演练')", DRILL.value()));
    db.database()
        .reference(
            tx ->
                tx.createQuery("SELECT make_position_day((now() AT TIME ZONE 'UTC')::date)")
                    .mapTo(Boolean.class)
                    .one());
    for (var realm : List.of(RealmId.REAL, DRILL)) {
      db.database().write(realm, tx -> rows(tx, realm));
    }
  }

  private static Optional<Long> rows(Handle tx, RealmId realm) {
    for (var row : ROWS) {
      var statement = tx.createUpdate(row).bind("realm", realm.value());
      statement.bind("id", row.contains("idempotency_key") ? "wang" : realm.value()).execute();
    }
    return tx.createQuery(
            "SELECT append_event(now(), 'wang', 'incident.reported', 'incident', :id, :id, '{}')")
        .bind("id", realm.value())
        .mapTo(Long.class)
        .findOne();
  }
}
