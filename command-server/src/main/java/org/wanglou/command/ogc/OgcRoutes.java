package org.wanglou.command.ogc;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wanglou.command.county.Counties;
import org.wanglou.command.county.County;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.Cursor;
import org.wanglou.command.http.Messages;
import org.wanglou.command.session.Right;
import org.wanglou.command.vectortile.VectorTileRoutes;
import org.wanglou.gis.db.Database;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.layer.LayerTypes;
import org.wanglou.gis.vectortile.LayerTiles;

/** Operations of the contract's tag {@code ogc}. */
public final class OgcRoutes {
  private static final String ASK_AGAIN = "private, no-cache";
  // Parameters that a following page has in its cursor.
  private static final List<String> OF_THE_PAGE = List.of("cursor", "offset");

  private final Database database;
  private final LayerTiles tiles;
  private final Clock clock;
  private final boolean secure;
  private final boolean behindProxy;
  private final Messages texts = new Messages();

  /**
   * @param secure the server itself speaks TLS
   */
  public OgcRoutes(
      Database database, LayerTiles tiles, Clock clock, boolean secure, boolean behindProxy) {
    this.database = database;
    this.tiles = tiles;
    this.clock = clock;
    this.secure = secure;
    this.behindProxy = behindProxy;
  }

  public void register(Api api) {
    api.on("ogcLanding", Right.READ, this::landing)
        .on("ogcConformance", Right.READ, call -> Answer.ok(ServiceJson.conformance()))
        .on("ogcApi", Right.READ, this::api)
        .on("ogcCollections", Right.READ, this::collections)
        .on("ogcCollection", Right.READ, this::collection)
        .on("ogcQueryables", Right.READ, this::queryables)
        .on("ogcItems", Right.READ, this::items)
        .on("ogcItem", Right.READ, this::item)
        .on("ogcTilesets", Right.READ, this::tilesets)
        .on("ogcTileset", Right.READ, this::tileset)
        .on("ogcTile", Right.READ, this::tile)
        .on("ogcTileMatrixSets", Right.READ, call -> Answer.ok(tilesetJson(call).matrixSets()))
        .on("ogcTileMatrixSet", Right.READ, call -> Answer.ok(TilesetJson.matrixSet()));
  }

  private Links links(Call call) {
    return Links.of(call, secure, behindProxy);
  }

  private ServiceJson service(Call call) {
    return new ServiceJson(links(call), call.locale(), texts);
  }

  private CollectionJson collectionJson(Call call) {
    return new CollectionJson(links(call), call.locale(), texts);
  }

  private TilesetJson tilesetJson(Call call) {
    return new TilesetJson(links(call));
  }

  private Answer landing(Call call) {
    var county = database.reference(Counties::inForce).map(County::name).orElse("");
    return Answer.ok(service(call).landing(county));
  }

  private Answer api(Call call) {
    return Answer.raw(Links.OPENAPI, service(call).api().toBuffer());
  }

  private Answer collections(Call call) {
    var json = collectionJson(call);
    var results = new JsonArray();
    database.reference(
        tx -> {
          var figures = CollectionJson.figures(tx, null);
          LayerTypes.all(tx).forEach(it -> results.add(json.collection(it, figures.get(it.id()))));
          return results;
        });
    var self = links(call).to("/ogc/collections");
    return Answer.ok(
        new JsonObject()
            .put("collections", results)
            .put("crs", new JsonArray(OgcCrs.uris()))
            .put("links", Links.list(Links.link("self", Links.JSON, self, "collections"))));
  }

  private Answer collection(Call call) {
    return Answer.ok(
        database.reference(
            tx -> {
              var layer = LayerTypes.require(tx, call.path("collectionId"));
              var figures = CollectionJson.figures(tx, layer.id()).get(layer.id());
              return collectionJson(call).collection(layer, figures);
            }));
  }

  private LayerType layer(Call call) {
    return database.reference(tx -> LayerTypes.require(tx, call.path("collectionId")));
  }

  /** GDAL takes it as plain JSON only. */
  private Answer queryables(Call call) {
    boolean plain =
        call.header("Accept")
            .filter(it -> it.contains(Links.JSON))
            .filter(it -> !it.contains(Links.SCHEMA) && !it.contains("*/*"))
            .isPresent();
    return Answer.raw(
        plain ? Links.JSON : Links.SCHEMA, collectionJson(call).queryables(layer(call)).toBuffer());
  }

  private Answer items(Call call) {
    var question = ItemQuestion.of(call, layer(call), clock.instant());
    var page = database.reference(tx -> Items.page(tx, question));
    var rest =
        new JsonObject()
            .put("numberMatched", page.matched())
            .put("numberReturned", page.returned())
            .put("timeStamp", clock.instant().toString())
            .put("links", pageLinks(call, page));
    var body =
        Buffer.buffer("{\"type\":\"FeatureCollection\",\"features\":[")
            .appendBuffer(page.features())
            .appendString("],")
            .appendString(rest.encode().substring(1));
    return Answer.raw(Links.GEOJSON, body).header("Content-Crs", "<" + question.crs().uri() + ">");
  }

  private JsonArray pageLinks(Call call, Items.Page page) {
    var links = links(call);
    var collection = "/ogc/collections/" + call.path("collectionId");
    var asked = call.queryParameters();
    var list =
        Links.list(
            Links.link("self", Links.GEOJSON, links.to(collection + "/items", asked), "self"),
            Links.link("collection", Links.JSON, links.to(collection), "collection"));
    page.last()
        .ifPresent(
            last -> {
              Map<String, String> next = new HashMap<>(asked);
              OF_THE_PAGE.forEach(next::remove);
              next.put("cursor", Cursor.of(last, page.matched()).text());
              var href = links.to(collection + "/items", next);
              list.add(Links.link("next", Links.GEOJSON, href, "next"));
            });
    return list;
  }

  private Answer item(Call call) {
    var crs = ItemQuestion.crs(call);
    var layer = layer(call);
    var id = call.pathUuid("featureId");
    var found =
        database
            .reference(tx -> Items.one(tx, layer.id(), id, crs))
            .orElseThrow(() -> Fault.notFound("layer.feature_unknown", id));
    var links = links(call);
    var collection = links.to("/ogc/collections/" + layer.id());
    var list =
        Links.list(
            Links.link("self", Links.GEOJSON, collection + "/items/" + id, "self"),
            Links.link("collection", Links.JSON, collection, "collection"));
    var body =
        Buffer.buffer(found.substring(0, found.length() - 1))
            .appendString(",\"links\":" + list.encode() + "}");
    return Answer.raw(Links.GEOJSON, body).header("Content-Crs", "<" + crs.uri() + ">");
  }

  private Answer tilesets(Call call) {
    var layer = layer(call);
    return Answer.ok(tilesetJson(call).tilesets(layer, title(call, layer)));
  }

  private Answer tileset(Call call) {
    var layer = layer(call);
    return Answer.ok(tilesetJson(call).tileset(layer, title(call, layer)));
  }

  private static String title(Call call, LayerType layer) {
    return call.locale().equals(Messages.ENGLISH) ? layer.label().en() : layer.label().zh();
  }

  /** The address names no revision, so whoever has the tile asks each time whether it changed. */
  private Answer tile(Call call) {
    var address = VectorTileRoutes.address(call.path("z"), call.path("x"), call.path("y"));
    var tile = tiles.tile(tiles.layer(call.path("collectionId")), address);
    return VectorTileRoutes.answer(call, tile, ASK_AGAIN);
  }
}
