package org.wanglou.command.closure;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.command.county.Counties;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.road.Roads;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;

/**
 * Lays the closures in force on the road network in force. Edges are numbered anew with each loaded
 * dataset, so what an older closure closed would be other roads; the place it was drawn at counts.
 */
final class RelayClosures {
  private static final Logger LOG = LoggerFactory.getLogger(RelayClosures.class);

  private final Database database;
  private final EventLog events;
  private final Roads roads;
  private final Clock clock;

  RelayClosures(Database database, EventLog events, Roads roads, Clock clock) {
    this.database = database;
    this.events = events;
    this.roads = roads;
    this.clock = clock;
  }

  /** At the start, before anybody asks for a way. */
  void run(RealmId realm) {
    var now = clock.instant();
    var older =
        database.read(
            realm,
            tx ->
                Counties.inForce(tx).stream()
                    .flatMap(
                        county ->
                            ClosureStore.inForce(tx, now).stream()
                                .filter(it -> it.from().isBefore(county.loadedAt())))
                    .toList());
    older.forEach(closure -> relay(realm, closure));
    roads.reread(realm);
  }

  private void relay(RealmId realm, Closure closure) {
    var edges = IntStream.of(roads.graph().edgesHitBy(closure.where())).boxed().toList();
    if (edges.equals(closure.edges())) {
      return;
    }
    if (edges.isEmpty()) {
      LOG.warn("closure {} lies on no road of the loaded network", closure.id());
    }
    write(realm, closure, edges);
  }

  private void write(RealmId realm, Closure closure, List<Integer> edges) {
    database.write(
        realm,
        tx -> {
          ClosureStore.setEdges(tx, closure.id(), edges);
          var relaid = closure.onEdges(edges);
          var json = ClosureJson.of(relaid, roads.graph());
          return events.append(tx, ClosureEvents.relaid(relaid, json, clock.instant()));
        });
  }
}
