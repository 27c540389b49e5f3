package org.wanglou.command.closure;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.road.Roads;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;

/** What others need of closures, and what runs by itself: at the start, and as time passes. */
public final class Closures {
  private Closures() {}

  /** Lays older closures on the loaded network, and ends closures when their time has passed. */
  public static AutoCloseable watch(
      Vertx vertx, Database database, EventLog events, Roads roads, Clock clock) {
    new RelayClosures(database, events, roads, clock).run(RealmId.REAL);
    var watch = new ClosureClock(vertx, new EndClosures(database, events, roads, clock));
    watch.start();
    return watch;
  }

  /** How many closures are in force. */
  public static int countInForce(Handle tx, Instant now) {
    return ClosureStore.count(tx, now);
  }
}
