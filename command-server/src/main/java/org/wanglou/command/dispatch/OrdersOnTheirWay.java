package org.wanglou.command.dispatch;

import io.vertx.core.json.JsonArray;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.dispatch.DispatchOrder.Travel;
import org.wanglou.command.incident.Incident;
import org.wanglou.command.incident.Turnout;
import org.wanglou.command.unit.UnitStore;
import org.wanglou.gis.db.RealmId;

/**
 * The orders of an incident whose units have not arrived. When the incident turns out to lie
 * elsewhere, each gets the way from where its unit is now, so that the map and the expected times
 * speak of the same place as the crew.
 */
public final class OrdersOnTheirWay implements Turnout {
  private final OrderTravel travel;
  private final Clock clock;

  public OrdersOnTheirWay(OrderTravel travel, Clock clock) {
    this.travel = travel;
    this.clock = clock;
  }

  @Override
  public JsonArray follow(Handle tx, RealmId realm, Incident moved) {
    var now = clock.instant();
    var changed = new JsonArray();
    for (var order : OrderStore.ofIncident(tx, moved.id())) {
      if (order.state().mayBecome(OrderState.ON_SCENE)) {
        var unit = UnitStore.require(tx, order.unitId());
        var way = travel.between(realm, unit, moved.location(), now);
        OrderStore.setTravel(tx, order.id(), way.map(it -> sinceDeparture(it, order, now)));
        changed.add(OrderJson.of(OrderStore.require(tx, order.id())));
      }
    }
    return changed;
  }

  /** An order's duration counts from its departure: what has been driven so far belongs to it. */
  private static Travel sinceDeparture(Travel rest, DispatchOrder order, Instant now) {
    var drivenS =
        order.times().departed().map(it -> Duration.between(it, now).toMillis() / 1e3).orElse(0.0);
    return new Travel(rest.route(), drivenS + rest.durationS(), rest.distanceM());
  }
}
