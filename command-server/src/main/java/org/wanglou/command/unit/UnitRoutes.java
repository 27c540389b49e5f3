package org.wanglou.command.unit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.Cursor;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;

/** Operations of the contract's tag {@code unit}. */
public final class UnitRoutes {
  /** Fixes in one answer: at one a second nearly three hours, some 2 MB. */
  static final int MOST_FIXES = 10_000;

  private final Database database;
  private final SetUnitStatus setStatus;
  private final ReceivePositions receive;
  private final Clock clock;

  public UnitRoutes(
      Database database, SetUnitStatus setStatus, ReceivePositions receive, Clock clock) {
    this.database = database;
    this.setStatus = setStatus;
    this.receive = receive;
    this.clock = clock;
  }

  public void register(Api api) {
    api.on("listUnits", Right.READ, this::list)
        .on("getUnit", Right.READ, this::get)
        .on("setUnitStatus", Right.ORDER_UNIT, this::setStatus)
        .on("reportPositions", Right.REPORT_POSITION, this::positions)
        .on("unitTrack", Right.READ, this::track);
  }

  private Answer list(Call call) {
    var after =
        call.cursor()
            .map(it -> new UnitStore.After(it.part(0, text -> text), it.part(1, UUID::fromString)));
    var rows =
        database.read(call.principal().realm(), tx -> UnitStore.page(tx, after, call.limit() + 1));
    return Answer.ok(
        Cursor.page(rows, call.limit(), UnitJson::of, it -> Cursor.of(it.name(), it.id())));
  }

  private Answer get(Call call) {
    return Answer.ok(
        UnitJson.of(
            database.read(
                call.principal().realm(), tx -> UnitStore.require(tx, call.pathUuid("id")))));
  }

  private Answer setStatus(Call call) {
    return Answer.ok(
        UnitJson.of(
            setStatus.set(
                call.principal(),
                call.pathUuid("id"),
                UnitStatus.of(call.body().getString("status")),
                Optional.ofNullable(call.body().getString("reason")))));
  }

  private Answer positions(Call call) {
    var receipt =
        receive.receive(
            call.principal(), call.pathUuid("id"), call.body().getJsonArray("positions"));
    return Answer.ok(receipt.toJson());
  }

  private Answer track(Call call) {
    var id = call.pathUuid("id");
    var from = call.queryInstant("from").orElseThrow();
    var to = call.queryInstant("to").orElseGet(clock::instant);
    if (!from.isBefore(to)) {
      throw Fault.invalid("/from", "unit.track_backwards", from, to);
    }
    var fixes =
        database.read(
            call.principal().realm(),
            tx -> {
              UnitStore.require(tx, id);
              return PositionStore.track(tx, id, from, to, MOST_FIXES + 1);
            });
    boolean more = fixes.size() > MOST_FIXES;
    var shown = more ? fixes.subList(0, MOST_FIXES) : fixes;
    return Answer.ok(
        new JsonObject()
            .put("results", new JsonArray(shown.stream().map(UnitJson::position).toList()))
            // Goes into the parameter from.
            .put("next", more ? fixes.get(MOST_FIXES).fixAt().toString() : null));
  }
}
