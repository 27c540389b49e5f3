package org.wanglou.command.unit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.county.Counties;
import org.wanglou.command.county.County;
import org.wanglou.command.http.GeoJson;
import org.wanglou.command.live.Fix;
import org.wanglou.command.session.Principal;
import org.wanglou.command.session.Right;
import org.wanglou.command.session.SystemAccount;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;

/**
 * Takes a unit's fixes in. A bad fix is told and left out; it does not keep the good ones from
 * being stored. Nothing of this goes through the event log.
 */
public final class ReceivePositions {
  /** A device's clock may be ahead by this; a fix further ahead would freeze the unit's place. */
  static final Duration CLOCKS_APART = Duration.ofSeconds(60);

  private final Database database;
  private final PositionDays days;
  private final UnitPositions newest;
  private final Clock clock;

  public ReceivePositions(Database database, PositionDays days, UnitPositions newest, Clock clock) {
    this.database = database;
    this.days = days;
    this.newest = newest;
    this.clock = clock;
  }

  private record Sorted(List<Fix> good, List<PositionsReceipt.Rejected> rejected) {}

  /**
   * Stores what is new and says what became of each.
   *
   * @param positions as in the contract's schema {@code PositionReport}
   * @throws Fault NOT_FOUND {@code unit.unknown}
   */
  public PositionsReceipt receive(Principal who, UUID unit, JsonArray positions) {
    who.require(Right.REPORT_POSITION);
    var source = who.username().equals(SystemAccount.SIMULATOR) ? "simulator" : "http";
    var now = clock.instant();
    var county =
        database.read(
            who.realm(),
            tx -> {
              UnitStore.require(tx, unit);
              return Counties.inForce(tx);
            });
    var sorted = sort(unit, positions, county, now, source);
    days.prepare(
        sorted.good().stream().map(it -> PositionDays.dayOf(it.at())).collect(Collectors.toSet()));
    var fresh = store(who, unit, sorted.good(), now, source);
    newest.moved(who.realm(), fresh);
    return new PositionsReceipt(
        fresh.size(), sorted.good().size() - fresh.size(), sorted.rejected());
  }

  private List<Fix> store(Principal who, UUID unit, List<Fix> good, Instant now, String source) {
    if (good.isEmpty()) {
      return List.of();
    }
    return database.write(
        who.realm(), (Handle tx) -> PositionStore.store(tx, unit, good, now, source));
  }

  private Sorted sort(
      UUID unit, JsonArray positions, Optional<County> county, Instant now, String source) {
    var good = new ArrayList<Fix>();
    var rejected = new ArrayList<PositionsReceipt.Rejected>();
    for (int i = 0; i < positions.size(); i++) {
      try {
        good.add(fix(unit, positions.getJsonObject(i), county, now, source));
      } catch (Fault bad) {
        rejected.add(new PositionsReceipt.Rejected(i, bad.details().get(0).code()));
      }
    }
    return new Sorted(good, rejected);
  }

  private Fix fix(UUID unit, JsonObject json, Optional<County> county, Instant now, String source) {
    var at = OffsetDateTime.parse(json.getString("at")).toInstant();
    if (at.isAfter(now.plus(CLOCKS_APART))) {
      throw Fault.invalid("/at", "position.in_future");
    }
    if (!days.keeps(at)) {
      throw Fault.invalid("/at", "position.too_old");
    }
    var location = GeoJson.point(json.getJsonObject("location"), "/location");
    county.ifPresent(it -> it.noticeSwapped(location, "/location"));
    return new Fix(
        unit,
        location.getX(),
        location.getY(),
        at,
        number(json, "speed_kmh"),
        number(json, "course_deg"),
        number(json, "accuracy_m"),
        source);
  }

  private static OptionalDouble number(JsonObject json, String field) {
    var value = json.getDouble(field);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
