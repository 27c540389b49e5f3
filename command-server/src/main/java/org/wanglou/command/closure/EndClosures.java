package org.wanglou.command.closure;

import java.time.Clock;
import java.util.UUID;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.road.Roads;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;

/**
 * Lifts closures whose time has passed, one transaction and one event each. The moment of lifting
 * is the closure's {@code until}; the event is written when it is noticed.
 */
final class EndClosures {
  private final Database database;
  private final EventLog events;
  private final Roads roads;
  private final Clock clock;

  EndClosures(Database database, EventLog events, Roads roads, Clock clock) {
    this.database = database;
    this.events = events;
    this.roads = roads;
    this.clock = clock;
  }

  /** Those that have ended by now; returns how many. */
  int run(RealmId realm) {
    var now = clock.instant();
    var ended = database.read(realm, tx -> ClosureStore.ended(tx, now));
    ended.forEach(id -> end(realm, id));
    if (!ended.isEmpty()) {
      roads.reread(realm);
    }
    return ended.size();
  }

  private void end(RealmId realm, UUID id) {
    database.write(
        realm,
        tx -> {
          var closure = ClosureStore.lock(tx, id);
          if (closure.lifted().isPresent()) {
            return 0L; // a dispatcher was first
          }
          var lifted = closure.liftedAt(closure.until().orElseThrow());
          ClosureStore.lift(tx, id, closure.until().orElseThrow());
          var json = ClosureJson.of(lifted, roads.graph());
          return events.append(
              tx, ClosureEvents.lifted(lifted, json, ClosureEvents.SYSTEM, clock.instant()));
        });
  }
}
