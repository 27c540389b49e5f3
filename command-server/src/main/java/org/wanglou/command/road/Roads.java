package org.wanglou.command.road;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.road.ClosureMask;
import org.wanglou.gis.road.RoadGraph;
import org.wanglou.gis.road.Router;

/**
 * The road network in memory, and which of its edges are closed in each realm. Graph and masks are
 * immutable and swapped whole: a search that runs keeps what it began with. For any number of
 * threads.
 */
public final class Roads {
  private static final Logger LOG = LoggerFactory.getLogger(Roads.class);

  private record Network(RoadGraph graph, Router router) {}

  /**
   * What is closed.
   *
   * @param until when the first of the closures ends by itself: the mask is right before that
   */
  record Closed(ClosureMask mask, Instant until) {}

  private final Database database;
  private final Clock clock;
  private final Map<RealmId, Closed> closed = new ConcurrentHashMap<>();
  private final Network network;

  private Roads(Database database, Clock clock, RoadGraph graph) {
    this.database = database;
    this.clock = clock;
    this.network = new Network(graph, new Router(graph));
  }

  /** Reads the network of the dataset in force; blocks. Without a dataset it is empty. */
  public static Roads load(Database database, Clock clock) {
    long began = System.nanoTime();
    var graph = database.reference(RoadGraph::load);
    LOG.info(
        "Road graph: {} nodes, {} edges in {} ms",
        graph.nodeCount(),
        graph.edgeCount(),
        (System.nanoTime() - began) / 1_000_000);
    return new Roads(database, clock, graph);
  }

  public RoadGraph graph() {
    return network.graph();
  }

  public Router router() {
    return network.router();
  }

  /** Whether there are roads to search on. */
  public boolean isReady() {
    return !graph().isEmpty();
  }

  /**
   * What is closed in the realm at this moment. Asks the database only the first time, and when a
   * closure has ended by itself.
   */
  public ClosureMask closed(RealmId realm) {
    var known = closed.get(realm);
    if (known == null || !clock.instant().isBefore(known.until())) {
      return reread(realm);
    }
    return known.mask();
  }

  /**
   * Takes over what the database says is closed; called after each commit that changes it. One at a
   * time, so that an older state never replaces a newer one.
   */
  public synchronized ClosureMask reread(RealmId realm) {
    var now = clock.instant();
    var read = database.read(realm, tx -> ClosedEdges.at(tx, now));
    closed.put(realm, read);
    return read.mask();
  }
}
