package org.wanglou.command.ogc;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.wanglou.command.http.Messages;

/** The documents about the service as a whole: landing page, conformance, its own OpenAPI. */
final class ServiceJson {
  /** What is declared here is held by tests. */
  static final List<String> CONFORMANCE =
      List.of(
          "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/landing-page",
          "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/json",
          "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
          "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
          "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
          "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
          "http://www.opengis.net/spec/cql2/1.0/conf/spatial-functions",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt");

  private final Links links;
  private final Locale language;
  private final Messages texts;

  ServiceJson(Links links, Locale language, Messages texts) {
    this.links = links;
    this.language = language;
    this.texts = texts;
  }

  JsonObject landing(String county) {
    return new JsonObject()
        .put("title", texts.text(language, "ogc.title", county))
        .put("description", texts.text(language, "ogc.description"))
        .put(
            "links",
            Links.list(
                link("self", Links.JSON, "/ogc"),
                link("service-desc", Links.OPENAPI, "/ogc/api"),
                link("conformance", Links.JSON, "/ogc/conformance"),
                link("data", Links.JSON, "/ogc/collections"),
                link(
                    "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
                    Links.JSON,
                    "/ogc/tileMatrixSets")));
  }

  private JsonObject link(String rel, String type, String path) {
    return Links.link(rel, type, links.to(path), path);
  }

  static JsonObject conformance() {
    return new JsonObject().put("conformsTo", new JsonArray(CONFORMANCE));
  }

  /**
   * OpenAPI 3.0 of what a client of the standard looks up: the paths as the standard names them.
   * The whole contract of the server is {@code /api/openapi.json}.
   */
  JsonObject api() {
    var paths = new JsonObject();
    for (var path :
        List.of(
            "/",
            "/conformance",
            "/collections",
            "/collections/{collectionId}",
            "/collections/{collectionId}/queryables",
            "/collections/{collectionId}/items/{featureId}")) {
      paths.put(path, get(new JsonArray(), Links.JSON));
    }
    paths.put("/collections/{collectionId}/items", get(itemParameters(), Links.GEOJSON));
    return new JsonObject()
        .put("openapi", "3.0.3")
        .put("info", new JsonObject().put("title", "OGC API").put("version", "1"))
        .put("servers", new JsonArray().add(new JsonObject().put("url", links.to("/ogc"))))
        .put("paths", paths);
  }

  private static JsonObject get(JsonArray parameters, String type) {
    return new JsonObject()
        .put(
            "get",
            new JsonObject()
                .put("parameters", parameters)
                .put(
                    "responses",
                    new JsonObject()
                        .put(
                            "200",
                            new JsonObject()
                                .put("description", "OK")
                                .put("content", new JsonObject().put(type, new JsonObject())))));
  }

  private static JsonArray itemParameters() {
    var text = new JsonObject().put("type", "string");
    var whole = new JsonObject().put("type", "integer").put("minimum", 0);
    var languages = new JsonArray().add("cql2-text").add("ecql").add("cql-text");
    return new JsonArray()
        .add(parameter("bbox", text))
        .add(parameter("bbox-crs", text))
        .add(parameter("crs", text))
        .add(parameter("datetime", text))
        .add(parameter("filter", text))
        .add(parameter("filter-crs", text))
        .add(
            parameter(
                "filter-lang", text.copy().put("enum", languages).put("default", "cql2-text")))
        .add(
            parameter(
                "limit",
                new JsonObject()
                    .put("type", "integer")
                    .put("minimum", 1)
                    .put("maximum", 10_000)
                    .put("default", ItemQuestion.STANDARD_LIMIT)))
        .add(parameter("offset", whole));
  }

  private static JsonObject parameter(String name, JsonObject schema) {
    return new JsonObject().put("name", name).put("in", "query").put("schema", schema);
  }
}
