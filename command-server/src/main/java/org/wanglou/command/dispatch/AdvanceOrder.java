package org.wanglou.command.dispatch;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.session.Principal;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;

/** Notes what the crew reports: understood, on the way, on scene, done. */
public final class AdvanceOrder {
  private final OrderTransition transition;

  public AdvanceOrder(Database database, EventLog events, Clock clock) {
    this.transition = new OrderTransition(database, events, clock);
  }

  /**
   * The order in its new state; unchanged when it is in that state already.
   *
   * @throws Fault NOT_FOUND {@code order.unknown}; CONFLICT {@code order.wrong_state}
   */
  public DispatchOrder advance(Principal who, UUID id, OrderState reached) {
    return transition.make(who, id, reached, Optional.empty());
  }
}
