package org.wanglou.command.dispatch;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.db.Columns;
import org.wanglou.command.dispatch.DispatchOrder.Travel;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.http.Idempotency;
import org.wanglou.command.http.RequestKey;
import org.wanglou.command.incident.Incident;
import org.wanglou.command.incident.IncidentState;
import org.wanglou.command.incident.IncidentStore;
import org.wanglou.command.session.Principal;
import org.wanglou.command.session.Right;
import org.wanglou.command.unit.Unit;
import org.wanglou.command.unit.UnitStore;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.ids.Uuid7;

/** Orders a unit to an incident. */
public final class SendOrder {
  private static final String WHO_WAS_FIRST =
      """
      SELECT i.number, i.title, coalesce(a.display_name, o.ordered_by) AS who, o.ordered_at
        FROM dispatch_order o
        JOIN incident i ON i.realm_id = o.realm_id AND i.id = o.incident_id
        LEFT JOIN app_user a ON a.username = o.ordered_by
       WHERE o.unit_id = :unit AND o.state NOT IN ('complete', 'countermanded')""";

  private final Database database;
  private final EventLog events;
  private final OrderTravel travel;
  private final Clock clock;
  private final Uuid7 ids;

  public SendOrder(Database database, EventLog events, OrderTravel travel, Clock clock, Uuid7 ids) {
    this.database = database;
    this.events = events;
    this.travel = travel;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * The order as JSON; for a repeated key, as it was when the key was new.
   *
   * @throws Fault NOT_FOUND {@code unit.unknown}, {@code incident.unknown}; CONFLICT {@code
   *     unit.already_ordered}, {@code unit.not_available}, {@code incident.closed}
   */
  public JsonObject send(Principal who, Optional<RequestKey> key, NewOrder wish) {
    who.require(Right.ORDER_UNIT);
    var way = travel.find(who.realm(), wish); // before the transaction: nobody waits for a search
    return database.write(
        who.realm(), tx -> Idempotency.once(tx, key, () -> send(tx, who, wish, way)));
  }

  private Idempotency.Done send(Handle tx, Principal who, NewOrder wish, Optional<Travel> way) {
    var unit = UnitStore.lock(tx, wish.unit());
    var incident = IncidentStore.lock(tx, wish.incident());
    var now = clock.instant(); // once it has the locks: not before that for which it waited
    incident.requireOpen();
    requireFree(tx, unit);
    var order = store(tx, who, wish, unit, incident, way, now);
    var ordered = UnitStore.setStatus(tx, unit.id(), order.state().unit(), now);
    var responding = respond(tx, incident);
    return new Idempotency.Done(
        OrderJson.of(order),
        () -> events.append(tx, OrderEvents.sent(now, who, order, ordered, responding)));
  }

  private static void requireFree(Handle tx, Unit unit) {
    if (unit.activeOrder().isPresent()) {
      throw alreadyOrdered(tx, unit);
    }
    if (!unit.status().mayBeOrdered()) {
      throw Fault.conflict(
          "/unit_id", "unit.not_available", unit.name(), unit.status().term(), unit.statusSince());
    }
  }

  private DispatchOrder store(
      Handle tx,
      Principal who,
      NewOrder wish,
      Unit unit,
      Incident incident,
      Optional<Travel> way,
      Instant now) {
    UUID id = ids.next();
    boolean first =
        OrderStore.insert(
            tx,
            new DispatchOrder(
                id,
                incident.id(),
                unit.id(),
                unit.name(),
                wish.task(),
                OrderState.ORDERED,
                who.username(),
                OrderTimes.orderedAt(now),
                Optional.empty(),
                way,
                1));
    if (!first) {
      throw alreadyOrdered(tx, unit);
    }
    return OrderStore.require(tx, id);
  }

  private static Incident respond(Handle tx, Incident incident) {
    return incident.state() == IncidentState.REPORTED
        ? IncidentStore.update(tx, incident.responding())
        : incident;
  }

  private static Fault alreadyOrdered(Handle tx, Unit unit) {
    return tx.createQuery(WHO_WAS_FIRST)
        .bind("unit", unit.id())
        .map(
            (row, ctx) ->
                Fault.conflict(
                    "/unit_id",
                    "unit.already_ordered",
                    unit.name(),
                    row.getInt("number"),
                    row.getString("title"),
                    row.getString("who"),
                    Columns.instant(row, "ordered_at")))
        .one();
  }
}
