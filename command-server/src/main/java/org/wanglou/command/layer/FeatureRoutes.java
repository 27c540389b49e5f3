package org.wanglou.command.layer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;
import org.wanglou.command.county.RequestPlaces;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.Cursor;
import org.wanglou.command.http.IfMatch;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.filter.SqlFilter;
import org.wanglou.gis.layer.Feature;
import org.wanglou.gis.layer.FeatureStore;
import org.wanglou.gis.layer.LayerTypes;

/** The features of a layer: reading, editing, history. */
final class FeatureRoutes {
  private static final String GEOJSON = "application/geo+json";

  private final Database database;
  private final EditFeatures edit;
  private final Clock clock;

  FeatureRoutes(Database database, EventLog events, Clock clock) {
    this.database = database;
    this.edit = new EditFeatures(database, events, clock);
    this.clock = clock;
  }

  void register(Api api) {
    api.on("listFeatures", Right.READ, this::list)
        .on("getFeature", Right.READ, this::get)
        .on("getFeatureHistory", Right.READ, this::history)
        .on("listRemovedFeatures", Right.READ, this::removed)
        .on("createFeature", Right.EDIT_LAYER, this::create)
        .on("changeFeature", Right.EDIT_LAYER, this::change)
        .on("removeFeature", Right.EDIT_LAYER, this::remove)
        .on("restoreFeature", Right.EDIT_LAYER, this::restore);
  }

  private Answer list(Call call) {
    var box = call.query("bbox").map(FeatureRoutes::box);
    var after = call.cursor().map(it -> it.part(0, UUID::fromString));
    int limit = call.query("limit").map(Integer::valueOf).orElse(FeaturePages.STANDARD);
    return Answer.raw(
        GEOJSON,
        database.reference(
            tx -> {
              var type = LayerTypes.require(tx, call.path("layer"));
              var filter =
                  call.query("filter").map(it -> SqlFilter.of(it, type)).orElse(SqlFilter.NONE);
              return FeaturePages.page(
                  tx,
                  new FeaturePages.Question(type.id(), box, filter, after, limit, clock.instant()));
            }));
  }

  private Answer get(Call call) {
    return answer(
        database.reference(
            tx -> FeatureStore.require(tx, call.path("layer"), call.pathUuid("id"))));
  }

  private Answer history(Call call) {
    var versions =
        database.reference(
            tx -> {
              var all = FeatureStore.history(tx, call.path("layer"), call.pathUuid("id"));
              if (all.isEmpty()) {
                FeatureStore.require(tx, call.path("layer"), call.pathUuid("id"));
              }
              var names = ChangerNames.of(tx);
              return all.stream().map(it -> names.in(FeatureJson.of(it))).toList();
            });
    return Answer.ok(new JsonObject().put("results", new JsonArray(versions)).putNull("next"));
  }

  private Answer removed(Call call) {
    var before =
        call.cursor()
            .map(it -> new FeatureStore.RemovedAt(it.instant(0), it.part(1, UUID::fromString)));
    return Answer.ok(
        database.reference(
            tx -> {
              var type = LayerTypes.require(tx, call.path("layer"));
              var names = ChangerNames.of(tx);
              return Cursor.page(
                  FeatureStore.removed(tx, type.id(), before, call.limit() + 1),
                  call.limit(),
                  it -> names.in(FeatureJson.of(it)),
                  it -> Cursor.of(it.feature().changedAt(), it.feature().id()));
            }));
  }

  private Answer create(Call call) {
    var made = edit.create(call.principal(), call.requestKey(), call.path("layer"), wish(call));
    var properties = made.getJsonObject("properties");
    return IfMatch.tagged(Answer.created(made), properties.getInteger("revision"))
        .header(
            "Location",
            "/api/v1/layers/" + call.path("layer") + "/features/" + made.getString("id"));
  }

  private Answer change(Call call) {
    return answer(
        edit.change(
            call.principal(),
            call.path("layer"),
            call.pathUuid("id"),
            IfMatch.revision(call),
            wish(call)));
  }

  private Answer remove(Call call) {
    edit.remove(
        call.principal(),
        call.path("layer"),
        call.pathUuid("id"),
        IfMatch.revision(call),
        call.body().getString("reason", ""));
    return Answer.noContent();
  }

  private Answer restore(Call call) {
    return answer(
        edit.restore(
            call.principal(),
            call.path("layer"),
            call.pathUuid("id"),
            call.body().getInteger("revision"),
            call.body().getString("reason", "")));
  }

  private FeatureWish wish(Call call) {
    var body = FeatureWish.flat(call.body());
    return new FeatureWish(
        body,
        Optional.ofNullable(body.getJsonObject("geometry"))
            .map(it -> RequestPlaces.of(database).geometry(it, "/geometry")));
  }

  private Answer answer(Feature feature) {
    var json = database.reference(tx -> ChangerNames.of(tx).in(FeatureJson.of(feature)));
    return IfMatch.tagged(Answer.ok(json), feature.revision());
  }

  /** {@code west,south,east,north}. */
  private static Envelope box(String text) {
    double[] side;
    try {
      side = Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException e) {
      throw badBox(text);
    }
    if (side.length != 4
        || !Arrays.stream(side).allMatch(Double::isFinite)
        || side[0] > side[2]
        || side[1] > side[3]) {
      throw badBox(text);
    }
    return new Envelope(side[0], side[2], side[1], side[3]);
  }

  private static Fault badBox(String text) {
    return new Fault(Fault.Kind.MALFORMED, "/bbox", "layer.box", text);
  }
}
