package org.wanglou.command.dispatch;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.wanglou.command.event.NewEvent;
import org.wanglou.command.incident.Incident;
import org.wanglou.command.incident.IncidentJson;
import org.wanglou.command.session.Principal;
import org.wanglou.command.unit.Unit;
import org.wanglou.command.unit.UnitJson;

/** What is done to orders, for the log. Each changes the unit as well. */
final class OrderEvents {
  private OrderEvents() {}

  static NewEvent sent(
      Instant at, Principal who, DispatchOrder order, Unit unit, Incident incident) {
    return event(
        "order.sent",
        at,
        who,
        order,
        state(order, unit).put("incident", IncidentJson.of(incident)));
  }

  static NewEvent advanced(Instant at, Principal who, DispatchOrder order, Unit unit) {
    return event(type(order.state()), at, who, order, state(order, unit));
  }

  private static String type(OrderState reached) {
    return switch (reached) {
      case ORDERED -> "order.sent";
      case ACKNOWLEDGED -> "order.acknowledged";
      case EN_ROUTE -> "order.departed";
      case ON_SCENE -> "order.arrived";
      case COMPLETE -> "order.completed";
      case COUNTERMANDED -> "order.countermanded";
    };
  }

  private static JsonObject state(DispatchOrder order, Unit unit) {
    return new JsonObject().put("order", OrderJson.of(order)).put("unit", UnitJson.of(unit));
  }

  private static NewEvent event(
      String type, Instant at, Principal who, DispatchOrder order, JsonObject payload) {
    return new NewEvent(
        at, who.username(), type, "order", order.id(), Optional.of(order.incidentId()), payload);
  }
}
