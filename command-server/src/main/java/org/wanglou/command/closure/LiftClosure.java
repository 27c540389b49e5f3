package org.wanglou.command.closure;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.road.Roads;
import org.wanglou.command.session.Principal;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.road.ClosureMask;

/** Opens a closed road again. */
public final class LiftClosure {
  private final Database database;
  private final EventLog events;
  private final Roads roads;
  private final AffectedOrders affectedOrders;
  private final Clock clock;

  public LiftClosure(Database database, EventLog events, Roads roads, Clock clock) {
    this.database = database;
    this.events = events;
    this.roads = roads;
    this.affectedOrders = new AffectedOrders(roads);
    this.clock = clock;
  }

  /**
   * The lifted closure and the orders whose fastest way changes by it, as the contract's {@code
   * ClosureReceipt}.
   *
   * @throws Fault NOT_FOUND {@code closure.unknown}, CONFLICT {@code closure.already_lifted}
   */
  JsonObject lift(Principal who, UUID id) {
    var receipt =
        database.write(
            who.realm(),
            tx -> {
              var closure = ClosureStore.lock(tx, id);
              closure
                  .lifted()
                  .ifPresent(
                      since -> {
                        throw Fault.conflict("", "closure.already_lifted", since);
                      });
              var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
              var lifted = closure.liftedAt(now);
              ClosureStore.lift(tx, id, now);
              var json = ClosureJson.of(lifted, roads.graph());
              var affected = affectedOrders.byLifting(tx, closure.edges(), stillClosed(tx));
              events.append(tx, ClosureEvents.lifted(lifted, json, who.username(), now));
              return receipt(json, affected);
            });
    roads.reread(who.realm());
    return receipt;
  }

  /** Edges of other closures stay closed, also where they are the same. */
  private ClosureMask stillClosed(Handle tx) {
    var edges = new HashSet<Integer>();
    ClosureStore.inForce(tx, clock.instant()).forEach(other -> edges.addAll(other.edges()));
    return ClosureMask.of(edges.stream().mapToInt(Integer::intValue));
  }

  private static JsonObject receipt(JsonObject closure, JsonArray affected) {
    return new JsonObject().put("closure", closure).put("orders_affected", affected);
  }
}
