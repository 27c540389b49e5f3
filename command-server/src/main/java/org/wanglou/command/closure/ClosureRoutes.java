package org.wanglou.command.closure;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.county.RequestPlaces;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.Cursor;
import org.wanglou.command.live.SnapshotPart;
import org.wanglou.command.road.Roads;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;

/** Operations of the contract's tag {@code closure}, and the closures of the live snapshot. */
public final class ClosureRoutes implements SnapshotPart {
  private final Database database;
  private final Roads roads;
  private final CloseRoad closeRoad;
  private final LiftClosure liftClosure;
  private final Clock clock;

  public ClosureRoutes(
      Database database, Roads roads, CloseRoad closeRoad, LiftClosure liftClosure, Clock clock) {
    this.database = database;
    this.roads = roads;
    this.closeRoad = closeRoad;
    this.liftClosure = liftClosure;
    this.clock = clock;
  }

  public void register(Api api) {
    api.on("listClosures", Right.READ, this::list)
        .on("closeRoad", Right.CLOSE_ROAD, this::close)
        .on("liftClosure", Right.CLOSE_ROAD, this::lift);
  }

  private Answer list(Call call) {
    var before =
        call.cursor()
            .map(it -> new ClosureStore.Before(it.instant(0), it.part(1, UUID::fromString)));
    int limit = call.limit();
    var rows =
        database.read(
            call.principal().realm(),
            tx -> ClosureStore.page(tx, clock.instant(), before, limit + 1));
    return Answer.ok(
        Cursor.page(
            rows,
            limit,
            closure -> ClosureJson.of(closure, roads.graph()),
            closure -> Cursor.of(closure.from(), closure.id())));
  }

  private Answer close(Call call) {
    var where =
        RequestPlaces.of(database).geometry(call.body().getJsonObject("geometry"), "/geometry");
    var until =
        Optional.ofNullable(call.body().getString("until"))
            .map(text -> OffsetDateTime.parse(text).toInstant());
    var wish = new CloseRoad.Wish(where, call.body().getString("reason"), until);
    return Answer.created(closeRoad.close(call.principal(), wish, call.requestKey()));
  }

  private Answer lift(Call call) {
    return Answer.ok(liftClosure.lift(call.principal(), call.pathUuid("id")));
  }

  @Override
  public String key() {
    return "closures";
  }

  @Override
  public JsonArray read(Handle tx) {
    return new JsonArray(
        ClosureStore.inForce(tx, clock.instant()).stream()
            .<JsonObject>map(closure -> ClosureJson.of(closure, roads.graph()))
            .toList());
  }
}
