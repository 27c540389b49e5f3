package org.wanglou.command.dispatch;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.session.Principal;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;

/** Calls a unit back. The order stays in the record, with the reason. */
public final class CountermandOrder {
  private final OrderTransition transition;

  public CountermandOrder(Database database, EventLog events, Clock clock) {
    this.transition = new OrderTransition(database, events, clock);
  }

  /**
   * The countermanded order; when it was countermanded before, with the reason of then.
   *
   * @throws Fault NOT_FOUND {@code order.unknown}; CONFLICT {@code order.wrong_state}; INVALID
   *     {@code order.reason_blank}
   */
  public DispatchOrder countermand(Principal who, UUID id, String reason) {
    if (reason.isBlank()) {
      throw Fault.invalid("/reason", "order.reason_blank");
    }
    return transition.make(who, id, OrderState.COUNTERMANDED, Optional.of(reason.strip()));
  }
}
