package org.wanglou.command.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.locationtech.jts.geom.Point;
import org.wanglou.command.dispatch.DispatchOrder.Travel;
import org.wanglou.command.incident.IncidentStore;
import org.wanglou.command.road.Roads;
import org.wanglou.command.unit.Unit;
import org.wanglou.command.unit.UnitStore;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.db.RealmId;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.road.Profile;

/** The way a unit has to go, on the roads that are open now. */
public final class OrderTravel {
  /** An older position says nothing about where the unit is now. */
  static final Duration FRESH = Duration.ofMinutes(10);

  private final Database database;
  private final Roads roads;
  private final Clock clock;

  public OrderTravel(Database database, Roads roads, Clock clock) {
    this.database = database;
    this.roads = roads;
    this.clock = clock;
  }

  /**
   * The fastest way; empty when no road leads there: the unit is ordered all the same, and the crew
   * knows better. Not to be called inside a transaction.
   *
   * @throws Fault NOT_FOUND {@code unit.unknown}, {@code incident.unknown}
   */
  Optional<Travel> find(RealmId realm, NewOrder wish) {
    record Ends(Unit unit, Point to) {}
    var ends =
        database.read(
            realm,
            tx ->
                new Ends(
                    UnitStore.require(tx, wish.unit()),
                    IncidentStore.require(tx, wish.incident()).location()));
    return between(realm, ends.unit(), ends.to(), clock.instant());
  }

  /** The fastest way of a unit from where it is now; empty when no road leads there. */
  Optional<Travel> between(RealmId realm, Unit unit, Point to, Instant now) {
    try {
      var route =
          roads
              .router()
              .route(placeOf(unit, now), to, Profile.of(unit.profile()), roads.closed(realm));
      return Optional.of(new Travel(route.geometry(), route.durationS(), route.distanceM()));
    } catch (Fault noWay) {
      if (noWay.kind() != Fault.Kind.INVALID) {
        throw noWay;
      }
      return Optional.empty();
    }
  }

  /** Where the unit was seen a short time ago, or else its base. */
  static Point placeOf(Unit unit, Instant now) {
    return unit.latest()
        .filter(it -> it.fixAt().isAfter(now.minus(FRESH)))
        .map(it -> it.location())
        .orElse(unit.base().location());
  }
}
