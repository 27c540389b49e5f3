package org.wanglou.command.closure;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.http.Idempotency;
import org.wanglou.command.http.RequestKey;
import org.wanglou.command.road.Roads;
import org.wanglou.command.session.Principal;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.ids.Uuid7;

/** Closes the roads at a point, along a line or in a polygon, from now on. */
public final class CloseRoad {
  private final Database database;
  private final EventLog events;
  private final Roads roads;
  private final AffectedOrders affectedOrders;
  private final Clock clock;
  private final Uuid7 ids;

  public CloseRoad(Database database, EventLog events, Roads roads, Clock clock, Uuid7 ids) {
    this.database = database;
    this.events = events;
    this.roads = roads;
    this.affectedOrders = new AffectedOrders(roads);
    this.clock = clock;
    this.ids = ids;
  }

  /** What is to be closed. */
  record Wish(Geometry where, String reason, Optional<Instant> until) {}

  /**
   * The closure and the orders it hits, as the contract's {@code ClosureReceipt}. It is in force
   * for every search that begins after the return.
   *
   * @throws Fault INVALID {@code closure.no_road}, {@code closure.until_passed} or {@code
   *     closure.no_reason}
   */
  JsonObject close(Principal who, Wish wish, Optional<RequestKey> key) {
    if (wish.reason().isBlank()) {
      throw Fault.invalid("/reason", "closure.no_reason");
    }
    if (!roads.isReady()) {
      throw Fault.invalid("/geometry", "road.empty");
    }
    var edges = IntStream.of(roads.graph().edgesHitBy(wish.where())).boxed().toList();
    if (edges.isEmpty()) {
      throw Fault.invalid("/geometry", "closure.no_road");
    }
    var before = roads.closed(who.realm());
    var after = before.with(edges.stream().mapToInt(Integer::intValue));
    var receipt =
        database.write(
            who.realm(),
            tx ->
                Idempotency.once(
                    tx,
                    key,
                    () -> {
                      var closure = closure(who, wish, edges);
                      ClosureStore.insert(tx, closure);
                      var json = ClosureJson.of(closure, roads.graph());
                      return new Idempotency.Done(
                          new JsonObject()
                              .put("closure", json)
                              .put("orders_affected", affectedOrders.byClosing(tx, edges, after)),
                          () ->
                              events.append(tx, ClosureEvents.set(closure, json, who.username())));
                    }));
    roads.reread(who.realm());
    return receipt;
  }

  private Closure closure(Principal who, Wish wish, List<Integer> edges) {
    // The database keeps microseconds, and the answer shall be what is read later.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    wish.until()
        .filter(end -> !end.isAfter(now))
        .ifPresent(
            end -> {
              throw Fault.invalid("/until", "closure.until_passed", end);
            });
    return new Closure(
        ids.next(),
        wish.where(),
        edges,
        wish.reason().strip(),
        who.username(),
        now,
        wish.until().map(end -> end.truncatedTo(ChronoUnit.MICROS)),
        Optional.empty());
  }
}
