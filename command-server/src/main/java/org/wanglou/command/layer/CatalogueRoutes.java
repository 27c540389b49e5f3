package org.wanglou.command.layer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import org.wanglou.command.event.EventLog;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.IfMatch;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.layer.LayerFigures;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.layer.LayerTypes;

/** The layer catalogue: which layers there are and what is known of their features. */
final class CatalogueRoutes {
  private final Database database;
  private final EditCatalogue edit;
  private final Clock clock;

  CatalogueRoutes(Database database, EventLog events, Clock clock) {
    this.database = database;
    this.edit = new EditCatalogue(database, events, clock);
    this.clock = clock;
  }

  void register(Api api) {
    api.on("listLayers", Right.READ, this::list)
        .on("getLayer", Right.READ, this::get)
        .on("createLayer", Right.EDIT_CATALOGUE, this::create)
        .on("changeLayer", Right.EDIT_CATALOGUE, this::change);
  }

  private Answer list(Call call) {
    var json = new LayerJson(call.locale());
    var layers =
        database.reference(
            tx -> {
              var figures = LayerFigures.all(tx, clock.instant());
              return LayerTypes.all(tx).stream()
                  .map(it -> json.of(it, figures.getOrDefault(it.id(), LayerFigures.none())))
                  .toList();
            });
    return Answer.ok(new JsonObject().put("results", new JsonArray(layers)).putNull("next"));
  }

  private Answer get(Call call) {
    var type = database.reference(tx -> LayerTypes.require(tx, call.path("layer")));
    return tagged(Answer.ok(json(call, type)), type);
  }

  private Answer create(Call call) {
    var type = edit.create(call.principal(), new LayerWish(call.body()));
    return tagged(Answer.created(json(call, type)), type)
        .header("Location", "/api/v1/layers/" + type.id());
  }

  private Answer change(Call call) {
    var type =
        edit.change(
            call.principal(),
            call.path("layer"),
            IfMatch.revision(call),
            new LayerWish(call.body()));
    return tagged(Answer.ok(json(call, type)), type);
  }

  private JsonObject json(Call call, LayerType type) {
    var figures = database.reference(tx -> LayerFigures.of(tx, type.id(), clock.instant()));
    return new LayerJson(call.locale()).of(type, figures);
  }

  private static Answer tagged(Answer answer, LayerType type) {
    return IfMatch.tagged(answer, type.catalogueRevision());
  }
}
