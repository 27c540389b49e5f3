package org.wanglou.command.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.closure.Closures;
import org.wanglou.command.dispatch.DispatchOrder;
import org.wanglou.command.dispatch.OrderStore;
import org.wanglou.command.incident.Incident;
import org.wanglou.command.incident.IncidentStore;
import org.wanglou.command.road.Roads;
import org.wanglou.command.session.Principal;
import org.wanglou.command.unit.Unit;
import org.wanglou.command.unit.UnitStore;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;

/** Whom to send to an incident. Reads one moment of the database, then searches the road graph. */
public final class Recommend {
  /** IV: what is not judged yet gets the smallest turnout at once, and is judged on the way. */
  private static final int UNJUDGED_LEVEL = 4;

  /** Needs come into force by the county's date. */
  private static final ZoneId COUNTY_TIME = ZoneId.of("Asia/Shanghai");

  private final Database database;
  private final Roads roads;
  private final Clock clock;

  public Recommend(Database database, Roads roads, Clock clock) {
    this.database = database;
    this.roads = roads;
    this.clock = clock;
  }

  /** The database at one moment. */
  private record Moment(
      Incident incident,
      List<Need> needs,
      List<Unit> units,
      List<DispatchOrder> active,
      List<Incident> theirIncidents,
      int closures) {}

  /**
   * The recommendation for an incident.
   *
   * @throws Fault NOT_FOUND {@code incident.unknown}, INVALID {@code
   *     recommendation.incident_closed}, {@code road.empty}
   */
  Recommendation to(Principal who, UUID incident) {
    if (!roads.isReady()) {
      throw Fault.invalid("", "road.empty");
    }
    var now = clock.instant();
    var moment = database.read(who.realm(), tx -> moment(tx, incident, now));
    if (moment.incident().isClosed()) {
      throw Fault.invalid("", "recommendation.incident_closed", moment.incident().number());
    }
    var needed = moment.needs().stream().map(Need::capability).toList();
    var standing =
        new Standing(moment.incident(), moment.active(), moment.theirIncidents(), needed);
    var starters =
        moment.units().stream()
            .filter(unit -> standing.against(unit).isEmpty())
            .map(unit -> new RoadTimes.Starter(unit, StartPlace.of(unit, now)))
            .toList();
    var times =
        RoadTimes.of(roads, moment.incident().location(), starters, roads.closed(who.realm()));
    var sent = moment.units().stream().filter(standing::isSent).toList();
    var coming =
        starters.stream()
            .map(RoadTimes.Starter::unit)
            .filter(unit -> times.durationS(unit).isPresent())
            .map(unit -> new Draft.Coming(unit, times.durationS(unit).getAsDouble()))
            .toList();
    var draft = Draft.of(moment.needs(), sent, coming);
    var sorting = new Sorting(moment.needs(), standing, starters, times, draft);
    return new Recommendation(
        incident,
        now,
        moment.closures(),
        notes(moment, sent.size(), sorting),
        sorting.plan(),
        sorting.gaps(moment.units()),
        sorting.alternatives(),
        sorting.passedOver(moment.units()));
  }

  private Moment moment(Handle tx, UUID id, Instant now) {
    var incident = IncidentStore.require(tx, id);
    var active = OrderStore.active(tx);
    var theirs =
        active.stream()
            .map(DispatchOrder::incidentId)
            .distinct()
            .map(other -> IncidentStore.require(tx, other))
            .toList();
    var today = LocalDate.ofInstant(now, COUNTY_TIME);
    int level = incident.level().orElse(UNJUDGED_LEVEL);
    return new Moment(
        incident,
        ResponseNeeds.of(tx, incident.kind(), level, today),
        UnitStore.all(tx),
        active,
        theirs,
        Closures.countInForce(tx, now));
  }

  private static List<Reason> notes(Moment moment, int sent, Sorting sorting) {
    var unjudged = moment.incident().level().isEmpty();
    return Stream.of(
            unjudged ? Stream.of(Reason.of("level_unjudged")) : Stream.<Reason>empty(),
            moment.needs().isEmpty()
                ? Stream.of(Reason.of("no_need_known"))
                : Stream.<Reason>empty(),
            sent > 0 ? Stream.of(Reason.of("reinforcement", sent)) : Stream.<Reason>empty(),
            sorting.offRoad().stream())
        .flatMap(it -> it)
        .toList();
  }
}
