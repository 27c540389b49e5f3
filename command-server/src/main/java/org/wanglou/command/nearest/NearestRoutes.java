package org.wanglou.command.nearest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import org.wanglou.command.county.RequestPlaces;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.GeoJson;
import org.wanglou.command.nearest.FindNearest.Near;
import org.wanglou.command.road.Roads;
import org.wanglou.command.road.RouteFigures;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.road.Profile;

/** {@code POST /api/v1/nearest}. */
public final class NearestRoutes {
  private static final int STANDARD_LIMIT = 10;

  private final Database database;
  private final FindNearest findNearest;

  public NearestRoutes(Database database, Roads roads, Clock clock) {
    this.database = database;
    this.findNearest = new FindNearest(new Candidates(database, clock), roads);
  }

  public void register(Api api) {
    api.on("findNearest", Right.READ, this::nearest);
  }

  private Answer nearest(Call call) {
    var question = call.body();
    var from = RequestPlaces.of(database).point(question.getJsonObject("from"), "/from");
    var found =
        findNearest.find(
            call.principal().realm(),
            from,
            question.getString("kind"),
            Optional.ofNullable(question.getString("profile")).map(Profile::of),
            question.getInteger("limit", STANDARD_LIMIT));
    return Answer.ok(
        new JsonObject()
            .put("snap_m", RouteFigures.rounded(found.snapM()))
            .put(
                "results",
                new JsonArray(found.nearest().stream().map(NearestRoutes::json).toList())));
  }

  private static JsonObject json(Near near) {
    return new JsonObject()
        .put("id", near.candidate().id().toString())
        .put("name", near.candidate().name())
        .put("duration_s", RouteFigures.rounded(near.route().durationS()))
        .put("distance_m", RouteFigures.rounded(near.route().distanceM()))
        .put("route", GeoJson.toJson(near.route().geometry()));
  }
}
