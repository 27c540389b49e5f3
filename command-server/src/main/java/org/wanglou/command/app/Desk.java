package org.wanglou.command.app;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.command.dispatch.AdvanceOrder;
import org.wanglou.command.dispatch.CountermandOrder;
import org.wanglou.command.dispatch.OrderRoutes;
import org.wanglou.command.dispatch.OrderSnapshot;
import org.wanglou.command.dispatch.OrderTravel;
import org.wanglou.command.dispatch.OrdersOnTheirWay;
import org.wanglou.command.dispatch.SendOrder;
import org.wanglou.command.incident.CloseIncident;
import org.wanglou.command.incident.CorrectIncident;
import org.wanglou.command.incident.IncidentRoutes;
import org.wanglou.command.incident.IncidentSnapshot;
import org.wanglou.command.incident.ReportIncident;
import org.wanglou.command.incident.Turnout;
import org.wanglou.command.road.Roads;
import org.wanglou.command.unit.PositionDays;
import org.wanglou.command.unit.ReceivePositions;
import org.wanglou.command.unit.SetUnitStatus;
import org.wanglou.command.unit.UnitPositions;
import org.wanglou.command.unit.UnitRoutes;
import org.wanglou.command.unit.UnitSnapshot;
import org.wanglou.gis.db.RealmId;

/** Builds the operations on incidents, units and orders. */
record Desk(Parts parts, Roads roads) {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final Duration TURN_DAYS = Duration.ofHours(1);

  void register(Domains domains) {
    var travel = new OrderTravel(parts.database(), roads, parts.clock());
    incidents(new OrdersOnTheirWay(travel, parts.clock()));
    orders(travel);
    domains.positions = units();
    domains.snapshotParts.add(new IncidentSnapshot(parts.clock()));
    domains.snapshotParts.add(new OrderSnapshot(parts.clock()));
    domains.snapshotParts.add(new UnitSnapshot());
  }

  private void incidents(Turnout turnout) {
    var database = parts.database();
    var events = parts.events();
    var clock = parts.clock();
    new IncidentRoutes(
            database,
            events,
            new ReportIncident(database, events, clock, parts.ids()),
            new CorrectIncident(database, events, turnout, clock),
            new CloseIncident(database, events, clock))
        .register(parts.api());
  }

  private void orders(OrderTravel travel) {
    var database = parts.database();
    var events = parts.events();
    var clock = parts.clock();
    new OrderRoutes(
            database,
            new SendOrder(database, events, travel, clock, parts.ids()),
            new AdvanceOrder(database, events, clock),
            new CountermandOrder(database, events, clock))
        .register(parts.api());
  }

  private UnitPositions units() {
    var database = parts.database();
    var clock = parts.clock();
    var newest = new UnitPositions();
    newest.fill(database, RealmId.REAL);
    var days = new PositionDays(database, clock);
    days.turn();
    turnHourly(days);
    new UnitRoutes(
            database,
            new SetUnitStatus(database, parts.events(), clock),
            new ReceivePositions(database, days, newest, clock),
            clock)
        .register(parts.api());
    return newest;
  }

  private void turnHourly(PositionDays days) {
    var worker = parts.vertx().createSharedWorkerExecutor("wanglou-days", 1);
    parts
        .vertx()
        .setPeriodic(
            TURN_DAYS.toMillis(),
            id ->
                worker
                    .executeBlocking(
                        () -> {
                          days.turn();
                          return null;
                        })
                    .onFailure(
                        e -> LOG.error("days of positions are not turned; next try in 1 h", e)));
  }
}
