package org.wanglou.command.layer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.session.Right;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;

/** Operations of the contract's tag {@code layer}. Layers belong to no realm. */
public final class LayerRoutes {
  private static final String GEOJSON = "application/geo+json";

  private final Database database;
  private final Clock clock;

  public LayerRoutes(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public void register(Api api) {
    api.on("listLayers", Right.READ, this::layers).on("listFeatures", Right.READ, this::features);
  }

  private Answer layers(Call call) {
    var layers = database.reference(tx -> LayerStore.layers(tx, clock.instant(), call.locale()));
    return Answer.ok(new JsonObject().put("results", new JsonArray(layers)).putNull("next"));
  }

  private Answer features(Call call) {
    var layer = call.path("layer");
    var box = call.query("bbox").map(LayerRoutes::box);
    return Answer.raw(
        GEOJSON,
        database.reference(
            tx -> {
              if (!LayerStore.exists(tx, layer)) {
                throw Fault.notFound("layer.unknown", layer);
              }
              return LayerStore.features(tx, layer, box, clock.instant());
            }));
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
