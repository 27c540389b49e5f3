package org.wanglou.command.unit;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.event.NewEvent;
import org.wanglou.command.session.Principal;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;

/** Takes a unit in or out of service. */
public final class SetUnitStatus {
  private final Database database;
  private final EventLog events;
  private final Clock clock;

  public SetUnitStatus(Database database, EventLog events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The unit with its new status; unchanged when it has that status already.
   *
   * @param status available or out of service; the others follow from an order
   * @param reason in words, for the record
   * @throws Fault NOT_FOUND {@code unit.unknown}; CONFLICT {@code unit.has_order}
   */
  public Unit set(Principal who, UUID id, UnitStatus status, Optional<String> reason) {
    who.require(Right.ORDER_UNIT);
    return database.write(
        who.realm(),
        tx -> {
          var unit = UnitStore.lock(tx, id);
          if (unit.activeOrder().isPresent()) {
            throw Fault.conflict("/status", "unit.has_order", unit.name(), unit.status().term());
          }
          if (unit.status() == status) {
            return unit;
          }
          var now = clock.instant();
          var changed = UnitStore.setStatus(tx, id, status, now);
          var payload = new JsonObject().put("unit", UnitJson.of(changed));
          reason.ifPresent(text -> payload.put("reason", text));
          events.append(
              tx,
              new NewEvent(
                  now,
                  who.username(),
                  "unit.status_changed",
                  "unit",
                  id,
                  Optional.empty(),
                  payload));
          return changed;
        });
  }
}
