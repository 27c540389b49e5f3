package org.wanglou.command.query;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.county.RequestPlaces;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.GeoJson;
import org.wanglou.command.http.Messages;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.filter.SqlFilter;
import org.wanglou.gis.geo.Ground;
import org.wanglou.gis.layer.Attribute;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.layer.LayerTypes;

/** Operations of the contract's tag {@code query}. */
public final class QueryRoutes {
  private static final int STANDARD_LIMIT = 200;
  private static final double M2_A_HA = 10_000;

  private final Database database;
  private final Clock clock;
  private final Messages texts = new Messages();

  public QueryRoutes(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public void register(Api api) {
    api.on("selectFeatures", Right.READ, this::select)
        .on("findExposed", Right.READ, this::exposure)
        .on("layerStatistics", Right.READ, this::statistics);
  }

  private Answer select(Call call) {
    var places = RequestPlaces.of(database);
    return Answer.ok(
        database.reference(
            tx -> {
              var area = new AreaReader(tx, places).read(call.body().getJsonObject("area"));
              int limit = call.body().getInteger("limit", STANDARD_LIMIT);
              var selection = new Selection(tx, area, clock.instant(), limit);
              var results = new JsonArray();
              var layers = call.body().getJsonArray("layers");
              for (int i = 0; i < layers.size(); i++) {
                var layer = layer(tx, layers.getString(i), i);
                var filter = filter(Optional.ofNullable(call.body().getString("filter")), layer);
                results.add(selection.of(layer, filter, call.locale()));
              }
              return new JsonObject()
                  .put("area", area(area))
                  .put("rule", texts.text(call.locale(), "query.rule_touch"))
                  .put("results", results);
            }));
  }

  private static LayerType layer(Handle tx, String id, int i) {
    return LayerTypes.find(tx, id)
        .orElseThrow(() -> Fault.invalid("/layers/" + i, "layer.unknown", id));
  }

  private static SqlFilter filter(Optional<String> ecql, LayerType layer) {
    return ecql.map(it -> SqlFilter.of(it, layer)).orElse(SqlFilter.NONE);
  }

  private static JsonObject area(Area area) {
    return new JsonObject()
        .put("geometry", GeoJson.toJson(area.outline()))
        .put("area_ha", Measures.rounded(Ground.areaM2(area.outline()) / M2_A_HA));
  }

  private Answer exposure(Call call) {
    var places = RequestPlaces.of(database);
    return Answer.ok(
        database.reference(
            tx -> {
              var area = new AreaReader(tx, places).read(call.body().getJsonObject("area"));
              var exposure = new Exposure(tx, area, clock.instant(), call.locale(), texts);
              return new JsonObject().put("area", area(area)).put("results", exposure.all());
            }));
  }

  private Answer statistics(Call call) {
    return Answer.ok(
        database.reference(
            tx -> {
              var layer = LayerTypes.require(tx, call.path("layer"));
              var attribute = call.query("attribute");
              attribute.ifPresent(it -> requireNumber(layer, it));
              var filter = filter(call.query("filter"), layer);
              var statistics = new Statistics(tx, layer, attribute, filter, clock.instant());
              var notes = new JsonArray();
              if (!Statistics.hasTownships(tx)) {
                notes.add(
                    new JsonObject()
                        .put("code", "query.no_townships")
                        .put("text", texts.text(call.locale(), "query.no_townships")));
              }
              return new JsonObject()
                  .put("layer", layer.id())
                  .put("attribute", attribute.orElse(null))
                  .put("rule", texts.text(call.locale(), "query.rule_township"))
                  .put("results", statistics.byTownship())
                  .put("outside", statistics.outside())
                  .put("whole", statistics.whole())
                  .put("sources", statistics.sources())
                  .put("township_sources", statistics.townshipSources())
                  .put("notes", notes);
            }));
  }

  private static void requireNumber(LayerType layer, String name) {
    var type = layer.attribute(name).map(Attribute::type);
    if (type.isEmpty()) {
      throw new Fault(
          Fault.Kind.MALFORMED, "/attribute", "query.no_such_attribute", layer.id(), name);
    }
    if (type.get() != Attribute.Type.INTEGER && type.get() != Attribute.Type.NUMBER) {
      throw new Fault(Fault.Kind.MALFORMED, "/attribute", "query.not_a_number", name);
    }
  }
}
