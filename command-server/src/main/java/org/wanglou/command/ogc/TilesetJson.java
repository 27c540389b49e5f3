package org.wanglou.command.ogc;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.OptionalInt;
import org.wanglou.command.vectortile.VectorTileRoutes;
import org.wanglou.gis.layer.Attribute;
import org.wanglou.gis.layer.GeometryKind;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.vectortile.TileAddress;

/** Metadata of vector tiles as OGC API Tiles and the Two Dimensional Tile Matrix Set have them. */
final class TilesetJson {
  static final String WEB_MERCATOR = "WebMercatorQuad";
  private static final String MATRIX_SET =
      "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
  private static final String SCHEME_REL = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
  private static final String MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857";
  private static final double HALF_M = 20_037_508.342789244;
  // Of the matrix set's definition: metres a pixel at zoom 0, and with pixels of 0.28 mm the scale.
  private static final double CELL_0_M = 2 * HALF_M / 256;
  private static final double PIXEL_M = 0.00028;

  private final Links links;

  TilesetJson(Links links) {
    this.links = links;
  }

  JsonObject tilesets(LayerType layer, String title) {
    return new JsonObject()
        .put("tilesets", new JsonArray().add(described(layer, title)))
        .put(
            "links",
            Links.list(Links.link("self", Links.JSON, links.to(path(layer, "/tiles")), title)));
  }

  JsonObject tileset(LayerType layer, String title) {
    var fields = new JsonObject().put("id", string()).put("name", string());
    layer.attributes().stream()
        .filter(it -> it.type() != Attribute.Type.TABLE)
        .forEach(it -> fields.put(it.name(), new JsonObject().put("type", type(it.type()))));
    var described =
        new JsonObject()
            .put("id", layer.id())
            .put("title", title)
            .put("dataType", "vector")
            .put(
                "propertiesSchema",
                new JsonObject().put("type", "object").put("properties", fields));
    dimension(layer.geometry()).ifPresent(it -> described.put("geometryDimension", it));
    return described(layer, title).put("layers", new JsonArray().add(described));
  }

  /** Of a layer that takes any geometry there is none to name. */
  private static OptionalInt dimension(GeometryKind kind) {
    return switch (kind) {
      case POINT -> OptionalInt.of(0);
      case LINE -> OptionalInt.of(1);
      case POLYGON -> OptionalInt.of(2);
      case ANY -> OptionalInt.empty();
    };
  }

  private JsonObject described(LayerType layer, String title) {
    var own = path(layer, "/tiles/" + WEB_MERCATOR);
    return new JsonObject()
        .put("title", title)
        .put("dataType", "vector")
        .put("crs", MERCATOR)
        .put("tileMatrixSetURI", MATRIX_SET)
        .put(
            "links",
            Links.list(
                Links.link("self", Links.JSON, links.to(own), title),
                Links.link(
                    SCHEME_REL, Links.JSON, links.to("/ogc/tileMatrixSets/" + WEB_MERCATOR), title),
                Links.link(
                        "item",
                        VectorTileRoutes.MVT,
                        links.to(own + "/{tileMatrix}/{tileRow}/{tileCol}"),
                        title)
                    .put("templated", true)));
  }

  JsonObject matrixSets() {
    return new JsonObject()
        .put(
            "tileMatrixSets",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("id", WEB_MERCATOR)
                        .put("title", WEB_MERCATOR)
                        .put("uri", MATRIX_SET)
                        .put(
                            "links",
                            Links.list(
                                Links.link(
                                    "self",
                                    Links.JSON,
                                    links.to("/ogc/tileMatrixSets/" + WEB_MERCATOR),
                                    WEB_MERCATOR)))));
  }

  static JsonObject matrixSet() {
    var matrices = new JsonArray();
    for (int z = 0; z <= TileAddress.MAX_ZOOM; z++) {
      double cell = CELL_0_M / (1L << z);
      matrices.add(
          new JsonObject()
              .put("id", String.valueOf(z))
              .put("scaleDenominator", cell / PIXEL_M)
              .put("cellSize", cell)
              .put("cornerOfOrigin", "topLeft")
              .put("pointOfOrigin", new JsonArray().add(-HALF_M).add(HALF_M))
              .put("tileWidth", 256)
              .put("tileHeight", 256)
              .put("matrixWidth", 1L << z)
              .put("matrixHeight", 1L << z));
    }
    return new JsonObject()
        .put("id", WEB_MERCATOR)
        .put("title", WEB_MERCATOR)
        .put("uri", MATRIX_SET)
        .put("crs", MERCATOR)
        .put("orderedAxes", new JsonArray().add("E").add("N"))
        .put("tileMatrices", matrices);
  }

  private static String path(LayerType layer, String rest) {
    return "/ogc/collections/" + layer.id() + rest;
  }

  private static JsonObject string() {
    return new JsonObject().put("type", "string");
  }

  private static String type(Attribute.Type type) {
    return switch (type) {
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      default -> "string";
    };
  }
}
