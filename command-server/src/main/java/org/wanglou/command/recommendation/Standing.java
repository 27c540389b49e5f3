package org.wanglou.command.recommendation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wanglou.command.dispatch.DispatchOrder;
import org.wanglou.command.incident.Incident;
import org.wanglou.command.unit.Unit;
import org.wanglou.command.unit.UnitStatus;

/** Whether a unit is free for an incident, whatever the roads say. */
final class Standing {
  private final Incident incident;
  private final Map<UUID, DispatchOrder> orders;
  private final Map<UUID, Incident> incidents;
  private final Collection<String> needed;

  /**
   * The state of things.
   *
   * @param active orders, of any incident
   * @param incidents of those orders
   * @param needed capabilities
   */
  Standing(
      Incident incident,
      List<DispatchOrder> active,
      List<Incident> incidents,
      Collection<String> needed) {
    this.incident = incident;
    this.orders =
        active.stream().collect(Collectors.toMap(DispatchOrder::unitId, Function.identity()));
    this.incidents =
        incidents.stream().collect(Collectors.toMap(Incident::id, Function.identity()));
    this.needed = needed;
  }

  /** Ordered to this incident already. */
  boolean isSent(Unit unit) {
    var order = orders.get(unit.id());
    return order != null && order.incidentId().equals(incident.id());
  }

  /** Everything that speaks against sending it; empty when nothing does. */
  List<Reason> against(Unit unit) {
    var reasons = new ArrayList<Reason>();
    var order = orders.get(unit.id());
    if (isSent(unit)) {
      reasons.add(Reason.of("sent_here", state(order)));
    } else if (order != null) {
      var other = incidents.get(order.incidentId());
      reasons.add(Reason.of("ordered_elsewhere", other.number(), other.title(), state(order)));
    } else if (unit.status() == UnitStatus.OUT_OF_SERVICE) {
      reasons.add(Reason.of("out_of_service"));
    } else if (!unit.status().mayBeOrdered()) {
      reasons.add(Reason.of("not_free", Reason.of("status_" + unit.status().code())));
    }
    if (unit.crew() == 0) {
      reasons.add(Reason.of("no_crew"));
    }
    if (Collections.disjoint(unit.capabilities(), needed)) {
      reasons.add(Reason.of("no_capability"));
    }
    return reasons;
  }

  private static Reason state(DispatchOrder order) {
    return Reason.of("order_" + order.state().code());
  }
}
