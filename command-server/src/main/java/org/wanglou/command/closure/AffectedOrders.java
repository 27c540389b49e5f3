package org.wanglou.command.closure;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.dispatch.DispatchOrder;
import org.wanglou.command.dispatch.OrderState;
import org.wanglou.command.dispatch.OrderStore;
import org.wanglou.command.incident.IncidentStore;
import org.wanglou.command.road.Roads;
import org.wanglou.command.road.RouteFigures;
import org.wanglou.command.unit.Position;
import org.wanglou.command.unit.Unit;
import org.wanglou.command.unit.UnitStore;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.road.ClosureMask;
import org.wanglou.gis.road.Profile;
import org.wanglou.gis.road.Route;

/**
 * Which orders a closure changes the way of, and how long the way takes now. Only units that are
 * not on scene yet have a way before them.
 */
final class AffectedOrders {
  /**
   * An order with another way than before.
   *
   * @param newWay from where the unit is now; empty when it is cut off
   */
  private record Affected(DispatchOrder order, Optional<Route> newWay) {
    JsonObject toJson() {
      return new JsonObject()
          .put("order_id", order.id().toString())
          .put("unit_id", order.unitId().toString())
          .put("unit_name", order.unitName())
          .put(
              "new_duration_s",
              newWay.map(way -> RouteFigures.rounded(way.durationS())).orElse(null));
    }
  }

  private final Roads roads;

  AffectedOrders(Roads roads) {
    this.roads = roads;
  }

  /**
   * Orders whose remaining way uses one of the edges that are now closed.
   *
   * @param closed everything that is closed, these edges too
   */
  JsonArray byClosing(Handle tx, List<Integer> edges, ClosureMask closed) {
    var lines = edges.stream().map(edge -> roads.graph().stretch(edge).geometry()).toList();
    var affected = new ArrayList<Affected>();
    for (var order : underWay(tx)) {
      var unit = UnitStore.require(tx, order.unitId());
      var hit =
          order
              .travel()
              .map(travel -> RemainingWay.of(travel.route(), lastPlace(unit)))
              .filter(way -> RemainingWay.runsOn(way, lines));
      if (hit.isPresent()) {
        affected.add(new Affected(order, newWay(tx, order, unit, closed)));
      }
    }
    return json(affected);
  }

  /**
   * Orders whose fastest way now uses one of the edges that were closed.
   *
   * @param closed everything that is still closed
   */
  JsonArray byLifting(Handle tx, List<Integer> edges, ClosureMask closed) {
    var freed = new HashSet<>(edges);
    Predicate<Route> usesFreed = way -> way.edges().stream().anyMatch(freed::contains);
    var affected = new ArrayList<Affected>();
    for (var order : underWay(tx)) {
      var unit = UnitStore.require(tx, order.unitId());
      var way = newWay(tx, order, unit, closed).filter(usesFreed);
      if (way.isPresent()) {
        affected.add(new Affected(order, way));
      }
    }
    return json(affected);
  }

  private static List<DispatchOrder> underWay(Handle tx) {
    return OrderStore.active(tx).stream()
        .filter(order -> order.state() != OrderState.ON_SCENE)
        .toList();
  }

  private Optional<Route> newWay(Handle tx, DispatchOrder order, Unit unit, ClosureMask closed) {
    var from = lastPlace(unit).orElse(unit.base().location());
    var to = IncidentStore.require(tx, order.incidentId()).location();
    try {
      return Optional.of(roads.router().route(from, to, Profile.of(unit.profile()), closed));
    } catch (Fault noWay) {
      return Optional.empty(); // cut off, which is what the answer says by having no duration
    }
  }

  private static Optional<Point> lastPlace(Unit unit) {
    return unit.latest().map(Position::location);
  }

  private static JsonArray json(List<Affected> affected) {
    return new JsonArray(affected.stream().map(Affected::toJson).toList());
  }
}
