package org.wanglou.command.live;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;

/** Reads a realm's whole state at one sequence, in one transaction. Blocks. */
final class SnapshotReader {
  /** An encoded snapshot and its sequence. */
  record Snapshot(long seq, String text) {}

  private final Database database;
  private final List<SnapshotPart> parts;
  private final Clock clock;

  SnapshotReader(Database database, List<SnapshotPart> parts, Clock clock) {
    this.database = database;
    this.parts = List.copyOf(parts);
    this.clock = clock;
  }

  Snapshot read(RealmId realm) {
    return database.read(
        realm,
        tx -> {
          var json = new JsonObject().put("type", "snapshot").put("protocol", LiveHub.PROTOCOL);
          long seq =
              tx.createQuery("SELECT id, kind, name, seq FROM realm WHERE id = current_realm()")
                  .map(
                      (rs, ctx) -> {
                        json.put(
                            "realm",
                            new JsonObject()
                                .put("id", rs.getString("id"))
                                .put("kind", rs.getString("kind"))
                                .put("name", rs.getString("name")));
                        return rs.getLong("seq");
                      })
                  .one();
          json.put("seq", seq).put("at", clock.instant().toString());
          parts.forEach(part -> json.put(part.key(), part.read(tx)));
          return new Snapshot(seq, json.encode());
        });
  }
}
