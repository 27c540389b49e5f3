package org.wanglou.command.dispatch;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.session.Principal;
import org.wanglou.command.session.Right;
import org.wanglou.command.unit.UnitStore;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;

/** Takes an order, and its unit with it, from one state to the next. */
final class OrderTransition {
  private final Database database;
  private final EventLog events;
  private final Clock clock;

  OrderTransition(Database database, EventLog events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The order in its new state; in the state it has, when that is the wanted one already: a report
   * that is repeated over a bad radio is no error.
   *
   * @throws Fault NOT_FOUND {@code order.unknown}; CONFLICT {@code order.wrong_state}
   */
  DispatchOrder make(Principal who, UUID id, OrderState next, Optional<String> reason) {
    who.require(Right.ORDER_UNIT);
    return database.write(
        who.realm(),
        tx -> {
          var unit = UnitStore.lock(tx, OrderStore.require(tx, id).unitId());
          var order = OrderStore.lock(tx, id);
          if (order.state() == next) {
            return order;
          }
          if (!order.state().mayBecome(next)) {
            throw Fault.conflict(
                "", "order.wrong_state", order.unitName(), order.state().term(), next.term());
          }
          var now = clock.instant();
          var changed = OrderStore.update(tx, order.become(next, now, reason));
          var after = UnitStore.setStatus(tx, unit.id(), order.state().unitAfter(next), now);
          events.append(tx, OrderEvents.advanced(now, who, changed, after));
          return changed;
        });
  }
}
