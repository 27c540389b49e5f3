package org.wanglou.command.live;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.command.app.TestServer;
import org.wanglou.command.event.EventCatalogue;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.event.NewEvent;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.db.TestDatabase;

/** Appends events, as a use case of the server or as another node would. */
final class LiveWriter {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();

  private LiveWriter() {}

  static void append(TestServer server) {
    append(server.database());
  }

  /** Nobody kicks the hub: it has to look by itself. */
  static void appendUnannounced(TestDatabase db) {
    append(db.database());
  }

  static void append(Database database) {
    var log = new EventLog(database, CATALOGUE);
    database.write(
        RealmId.REAL,
        tx ->
            log.append(
                tx,
                new NewEvent(
                    Instant.now(),
                    "wang",
                    "unit.status_changed",
                    "unit",
                    UUID.randomUUID(),
                    Optional.empty(),
                    new JsonObject())));
  }
}
