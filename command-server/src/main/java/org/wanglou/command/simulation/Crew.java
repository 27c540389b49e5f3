package org.wanglou.command.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.command.simulation.Facts.Duty;
import org.wanglou.command.simulation.Facts.OrderFacts;
import org.wanglou.command.simulation.Facts.Reported;
import org.wanglou.command.simulation.Facts.UnitFacts;
import org.wanglou.drills.unit.Act;
import org.wanglou.drills.unit.Drive;
import org.wanglou.drills.unit.Mission;
import org.wanglou.drills.unit.Patrol;
import org.wanglou.drills.unit.Place;
import org.wanglou.drills.unit.Trip;

/**
 * One simulated unit: what it has heard, what it wants to say, and which way it needs. It is on a
 * mission, on a trip, or it stands; where it is follows from that and the time. Plain decisions:
 * whoever asks carries them out and brings back what became of it.
 */
final class Crew {
  /** Nearer to its base it counts as being there. */
  private static final double AT_BASE_M = 30;

  /** A unit that something else reports is that source's until it has been silent so long. */
  private static final Duration LEFT_ALONE = Duration.ofMinutes(5);

  /** The middle of a closed stretch lies on the way of who drives along it. */
  private static final double ON_THE_WAY_M = 2;

  private final Tempo tempo;
  private UnitFacts unit;
  private boolean patrols;
  private Optional<Mission> mission = Optional.empty();
  private Optional<UUID> incident = Optional.empty();
  private Optional<Place> scene = Optional.empty();
  private Optional<Trip> trip = Optional.empty();
  private Place standsAt;
  private int orderRevision;
  private long patrolStop;
  private Instant restsUntil = Instant.MIN;
  private Instant leftAloneUntil = Instant.MIN;
  private Instant reportedAt = Instant.MIN;
  private boolean reportedMoving;

  /** A way that is needed. */
  record Wish(Place from, Place to, String profile) {}

  Crew(UnitFacts unit, Tempo tempo, Instant now) {
    this.unit = unit;
    this.tempo = tempo;
    this.standsAt = unit.latest().map(Reported::place).orElse(unit.base());
    unit.latest().ifPresent(it -> hear(it, it.at().isBefore(now) ? it.at() : now));
  }

  UUID id() {
    return unit.id();
  }

  UnitFacts unit() {
    return unit;
  }

  Optional<UUID> order() {
    return mission.map(it -> it.order().id());
  }

  void patrol(boolean on) {
    patrols = on;
  }

  // ---- what it hears

  void hear(UnitFacts newer) {
    if (newer.revision() >= unit.revision()) {
      unit = newer;
    }
  }

  /** An order of this unit, active or just ended. */
  void hear(OrderFacts order, Instant now) {
    boolean known = order().equals(Optional.of(order.record().id()));
    if (known && order.revision() >= orderRevision) {
      orderRevision = order.revision();
      mission = mission.map(it -> it.with(order.record()));
      if (!order.active()) {
        endMission(now);
      }
    } else if (!known && order.active()) {
      stand(placeAt(now));
      orderRevision = order.revision();
      mission = Optional.of(new Mission(order.record(), standsAt, Optional.empty(), tempo.pace()));
      incident = Optional.of(order.incident());
      scene = Optional.empty();
    }
  }

  /** There is no active order for it: one that ended was missed. */
  void hearOfNoOrder(Instant now) {
    endMission(now);
  }

  /** Where an incident is; if it is the one it goes to, a corrected place sends it another way. */
  void hearOfScene(UUID where, Place place, Instant now) {
    if (!incident.equals(Optional.of(where))) {
      return;
    }
    if (scene.isPresent() && !scene.get().equals(place) && isUnderWay()) {
      mission = mission.map(it -> it.halted(now));
    }
    scene = Optional.of(place);
  }

  /** Roads are closed, given by a point in the middle of each stretch. */
  void hearOfClosure(List<Place> middles, Instant now) {
    if (isUnderWay() && middles.stream().anyMatch(it -> missionPasses(it, now))) {
      mission = mission.map(it -> it.halted(now));
    }
    if (trip.filter(it -> middles.stream().anyMatch(m -> it.passes(m, ON_THE_WAY_M, now)))
        .isPresent()) {
      stand(placeAt(now));
    }
  }

  /** A fix of this unit, by whomever. */
  void hear(Reported fix, Instant now) {
    if (!fix.source().equals(Tempo.SOURCE)) {
      stand(fix.place());
      mission =
          mission.map(it -> new Mission(it.order(), fix.place(), Optional.empty(), it.pace()));
      leftAloneUntil = now.plus(LEFT_ALONE);
    }
  }

  private boolean missionPasses(Place point, Instant now) {
    return mission.filter(it -> it.passes(point, ON_THE_WAY_M, now)).isPresent();
  }

  private void endMission(Instant now) {
    mission.ifPresent(it -> stand(it.placeAt(now)));
    mission = Optional.empty();
    incident = Optional.empty();
    scene = Optional.empty();
  }

  private void stand(Place place) {
    standsAt = place.halted();
    trip = Optional.empty();
    restsUntil = Instant.MIN;
  }

  // ---- what it wants

  boolean isLeftAlone(Instant now) {
    return now.isBefore(leftAloneUntil);
  }

  Optional<Act> actDue(Instant now) {
    return mission.flatMap(it -> it.dueUntil(now).stream().findFirst());
  }

  /** Back at its base, and the centre does not know yet that it is free. */
  boolean hasToSayAvailable(Instant now) {
    return mission.isEmpty() && unit.duty() == Duty.RETURNING && isAtBase(now);
  }

  Optional<Wish> wayWanted(Instant now) {
    return goal(now).map(to -> new Wish(placeAt(now).halted(), to, unit.profile()));
  }

  private Optional<Place> goal(Instant now) {
    if (mission.isPresent()) {
      var order = mission.get().order();
      boolean hasToGo = order.isPast(Act.ACKNOWLEDGE) && !order.isPast(Act.ARRIVE);
      return scene.filter(it -> hasToGo && mission.get().way().isEmpty());
    }
    if (trip.filter(it -> !it.isOverAt(now)).isPresent() || now.isBefore(restsUntil)) {
      return Optional.empty();
    }
    return switch (unit.duty()) {
      case RETURNING -> Optional.of(unit.base()).filter(it -> !isAtBase(now));
      case FREE ->
          patrols
              ? Optional.of(patrol().stop(patrolStop))
              : Optional.of(unit.base()).filter(it -> !isAtBase(now));
      case BOUND, OUT_OF_SERVICE -> Optional.empty();
    };
  }

  /** The way it wanted, unless something else has come up meanwhile. */
  void take(Wish wish, Centre.Route route, Instant now) {
    if (!goal(now).equals(Optional.of(wish.to()))) {
      return;
    }
    var way = tempo.drive(route);
    if (mission.isPresent()) {
      mission = mission.map(it -> it.goingOn(now, way));
      return;
    }
    var ride = Drive.standing(placeAt(now), 0).then(way);
    boolean home = wish.to().equals(unit.base());
    trip = Optional.of(new Trip(home ? ride.then(Drive.standing(unit.base(), 0)) : ride, now));
    if (unit.duty() == Duty.FREE && patrols) {
      long seconds = Math.round(trip.get().drive().durationS());
      restsUntil = now.plusSeconds(seconds).plus(patrol().pause(patrolStop));
      patrolStop++;
    }
  }

  /** No road leads there for now. A stop of a patrol is passed over; all else is worth waiting. */
  void takeNoWay() {
    if (mission.isEmpty() && unit.duty() == Duty.FREE && patrols) {
      patrolStop++;
    }
  }

  /** A fix that is due: each turn while it moves and once more when it stops, else now and then. */
  Optional<Place> fixDue(Instant now) {
    var place = placeAt(now);
    boolean moves = place.speedKmh() > 0;
    boolean due =
        moves || reportedMoving || !now.isBefore(reportedAt.plus(tempo.restFix().of(unit.id())));
    return Optional.of(place).filter(it -> due);
  }

  void reported(Place place, Instant now) {
    reportedAt = now;
    reportedMoving = place.speedKmh() > 0;
  }

  /** It does not move before its departure is on record. */
  private Place placeAt(Instant now) {
    if (mission.isPresent()) {
      var it = mission.get();
      return it.order().isPast(Act.DEPART) ? it.placeAt(now) : it.start();
    }
    return trip.map(it -> it.placeAt(now)).orElse(standsAt);
  }

  private boolean isUnderWay() {
    return mission.filter(it -> it.way().isPresent() && !it.order().isPast(Act.ARRIVE)).isPresent();
  }

  private boolean isAtBase(Instant now) {
    return placeAt(now).distanceM(unit.base()) <= AT_BASE_M;
  }

  private Patrol patrol() {
    return new Patrol(unit.id(), unit.base());
  }
}
