package org.wanglou.command.unit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.wanglou.command.db.Columns;
import org.wanglou.gis.dataset.Dataset.UnitSeed;
import org.wanglou.gis.ids.Uuid7;

/**
 * The units a dataset begins with, as the realm's units. Done while no server runs: it is the
 * loading of a county, no act of the desk, and stands in no log.
 */
public final class UnitSeeds {
  private UnitSeeds() {}

  /**
   * Replaces the realm's units. A unit that was here before under the same name keeps its id and
   * status. One that is not among the seeds goes, with its track; when orders speak of it, it stays
   * for the record, out of service once it has no active one.
   */
  public static void replace(Handle tx, List<UnitSeed> seeds, Instant now) {
    var ids = Uuid7.system();
    var kept = new ArrayList<UUID>();
    for (var seed : seeds) {
      kept.add(change(tx, seed, kept).orElseGet(() -> insert(tx, ids.next(), seed, now)));
    }
    retire(tx, kept, now);
    remove(tx, kept);
  }

  private static Optional<UUID> change(Handle tx, UnitSeed seed, List<UUID> taken) {
    return bind(
            tx.createQuery(
                """
                UPDATE unit SET type = :type, profile = :profile, capabilities = :capabilities, crew = :crew,
                       base_id = (SELECT id FROM feature WHERE external_id = :baseExternalId ORDER BY layer LIMIT 1),
                       base_name = :baseName, base_location = ST_GeomFromWKB(:base, 4490),
                       provenance = :provenance, revision = revision + 1
                 WHERE id = (SELECT id FROM unit WHERE name = :name AND id <> ALL (:taken) ORDER BY id LIMIT 1)
                RETURNING id"""),
            seed)
        .bind("taken", taken.toArray(UUID[]::new))
        .mapTo(UUID.class)
        .findOne();
  }

  private static UUID insert(Handle tx, UUID id, UnitSeed seed, Instant now) {
    bind(
            tx.createUpdate(
                """
                INSERT INTO unit (realm_id, id, name, type, profile, capabilities, crew, base_id, base_name,
                       base_location, status, status_since, provenance)
                VALUES (current_realm(), :id, :name, :type, :profile, :capabilities, :crew,
                       (SELECT id FROM feature WHERE external_id = :baseExternalId ORDER BY layer LIMIT 1), :baseName,
                       ST_GeomFromWKB(:base, 4490), 'available', :now, :provenance)"""),
            seed)
        .bind("id", id)
        .bind("now", now)
        .execute();
    return id;
  }

  private static void retire(Handle tx, List<UUID> kept, Instant now) {
    tx.createUpdate(
            """
            UPDATE unit u SET status = 'out_of_service', status_since = :now, revision = revision + 1
             WHERE u.id <> ALL (:kept) AND u.status <> 'out_of_service'
               AND NOT EXISTS (SELECT FROM dispatch_order o
                                WHERE o.unit_id = u.id AND o.state NOT IN ('complete', 'countermanded'))""")
        .bind("now", now)
        .bind("kept", kept.toArray(UUID[]::new))
        .execute();
  }

  private static void remove(Handle tx, List<UUID> kept) {
    var gone =
        tx.createQuery(
                """
                SELECT u.id FROM unit u
                 WHERE u.id <> ALL (:kept) AND NOT EXISTS (SELECT FROM dispatch_order o WHERE o.unit_id = u.id)""")
            .bind("kept", kept.toArray(UUID[]::new))
            .mapTo(UUID.class)
            .list()
            .toArray(UUID[]::new);
    tx.execute("DELETE FROM unit_position WHERE unit_id = ANY (?)", (Object) gone);
    tx.execute("DELETE FROM unit_latest_position WHERE unit_id = ANY (?)", (Object) gone);
    tx.execute("DELETE FROM unit WHERE id = ANY (?)", (Object) gone);
  }

  private static <S extends SqlStatement<S>> S bind(S statement, UnitSeed seed) {
    return statement
        .bind("name", seed.name())
        .bind("type", seed.type())
        .bind("profile", seed.profile())
        .bind("capabilities", seed.capabilities().toArray(String[]::new))
        .bind("crew", seed.crew())
        .bind("baseExternalId", seed.baseExternalId())
        .bind("baseName", seed.baseName())
        .bind("base", Columns.wkb(seed.base()))
        .bind("provenance", seed.provenance().name());
  }
}
