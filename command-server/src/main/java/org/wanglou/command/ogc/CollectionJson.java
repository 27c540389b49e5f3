package org.wanglou.command.ogc;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.wanglou.command.http.Messages;
import org.wanglou.gis.layer.Attribute;
import org.wanglou.gis.layer.LayerType;

/** Collections and their queryables as JSON. */
final class CollectionJson {
  private static final String FIGURES =
      """
      SELECT layer, ST_XMin(box) AS west, ST_YMin(box) AS south, ST_XMax(box) AS east, ST_YMax(box) AS north, since,
             provenance
        FROM (SELECT layer, ST_Extent(geom) AS box, min(valid_from)::text AS since,
                     array_agg(DISTINCT provenance ORDER BY provenance) AS provenance
                FROM feature
               WHERE :layer::text IS NULL OR layer = :layer
               GROUP BY layer) f""";
  private static final String QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
  private static final String TILESETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";

  /** What the features of a layer are, taken together. */
  record Figures(List<Double> box, String since, List<String> provenance) {}

  private final Links links;
  private final Locale language;
  private final Messages texts;

  CollectionJson(Links links, Locale language, Messages texts) {
    this.links = links;
    this.language = language;
    this.texts = texts;
  }

  /** By layer; of one layer, or of all with null. A layer without features is missing. */
  static Map<String, Figures> figures(Handle tx, String layer) {
    return tx.createQuery(FIGURES)
        .bind("layer", layer)
        .reduceRows(
            new java.util.HashMap<>(),
            (all, row) -> {
              all.put(
                  row.getColumn("layer", String.class),
                  new Figures(
                      List.of(
                          row.getColumn("west", Double.class),
                          row.getColumn("south", Double.class),
                          row.getColumn("east", Double.class),
                          row.getColumn("north", Double.class)),
                      row.getColumn("since", String.class),
                      List.of(row.getColumn("provenance", String[].class))));
              return all;
            });
  }

  JsonObject collection(LayerType layer, Figures figures) {
    var path = "/ogc/collections/" + layer.id();
    var items = links.to(path + "/items");
    var title = label(layer.label());
    var collection =
        new JsonObject()
            .put("id", layer.id())
            .put("title", title)
            .put("description", description(layer, figures))
            .put("itemType", "feature")
            .put("crs", new JsonArray(OgcCrs.uris()))
            .put("storageCrs", OgcCrs.STORAGE)
            .put(
                "links",
                Links.list(
                    Links.link("self", Links.JSON, links.to(path), title),
                    Links.link("items", Links.GEOJSON, items, title),
                    Links.link(QUERYABLES, Links.SCHEMA, links.to(path + "/queryables"), title),
                    Links.link("queryables", Links.JSON, links.to(path + "/queryables"), title),
                    Links.link(TILESETS, Links.JSON, links.to(path + "/tiles"), title)));
    if (figures != null) {
      collection
          .put("provenance", new JsonArray(figures.provenance()))
          .put("extent", extent(figures));
    }
    return collection;
  }

  private static JsonObject extent(Figures figures) {
    return new JsonObject()
        .put(
            "spatial",
            new JsonObject()
                .put("bbox", new JsonArray().add(new JsonArray(new ArrayList<>(figures.box()))))
                .put("crs", OgcCrs.CRS84.uri()))
        .put(
            "temporal",
            new JsonObject()
                .put(
                    "interval",
                    new JsonArray()
                        .add(new JsonArray().add(figures.since().replace(' ', 'T')).addNull())));
  }

  private String description(LayerType layer, Figures figures) {
    var sentences = new ArrayList<String>();
    if (figures != null && figures.provenance().contains("SYNTHETIC")) {
      sentences.add(texts.text(language, "ogc.synthetic"));
    }
    sentences.add(texts.text(language, "ogc.valid_now"));
    layer.source().ifPresent(it -> sentences.add(texts.text(language, "ogc.source", it)));
    layer.updateRule().ifPresent(it -> sentences.add(texts.text(language, "ogc.update_rule", it)));
    return String.join(" ", sentences);
  }

  /**
   * What a filter may name. Beside the JSON schema that part 3 asks for stands the list of its
   * drafts, which GDAL 3.6 reads.
   */
  JsonObject queryables(LayerType layer) {
    var properties =
        new JsonObject()
            .put("geom", new JsonObject().put("$ref", "https://geojson.org/schema/Geometry.json"));
    for (var text : List.of("id", "name", "external_id", "provenance", "source")) {
      properties.put(text, new JsonObject().put("type", "string"));
    }
    properties.put("accuracy_m", new JsonObject().put("type", "number"));
    properties.put("revision", new JsonObject().put("type", "integer"));
    for (var time : List.of("valid_from", "valid_to", "changed_at")) {
      properties.put(time, new JsonObject().put("type", "string").put("format", "date-time"));
    }
    layer.attributes().stream()
        .filter(it -> it.type() != Attribute.Type.TABLE)
        .forEach(it -> properties.put(it.name(), schema(it)));
    var drafts = new JsonArray();
    properties.fieldNames().stream()
        .filter(it -> !it.equals("geom") && !it.equals("id"))
        .forEach(it -> drafts.add(new JsonObject().put("id", it)));
    return new JsonObject()
        .put("$schema", "https://json-schema.org/draft/2020-12/schema")
        .put("$id", links.to("/ogc/collections/" + layer.id() + "/queryables"))
        .put("type", "object")
        .put("title", label(layer.label()))
        .put("properties", properties)
        .put("additionalProperties", false)
        .put("queryables", drafts);
  }

  private JsonObject schema(Attribute attribute) {
    var schema = new JsonObject().put("title", label(attribute.label()));
    switch (attribute.type()) {
      case INTEGER -> schema.put("type", "integer");
      case NUMBER -> schema.put("type", "number");
      case BOOLEAN -> schema.put("type", "boolean");
      case DATE -> schema.put("type", "string").put("format", "date");
      default -> schema.put("type", "string");
    }
    if (attribute.enumerated()) {
      var codes = new JsonArray();
      attribute.values().forEach(it -> codes.add(it.code()));
      schema.put("enum", codes);
    }
    attribute.unit().ifPresent(it -> schema.put("x-ogc-unit", it));
    return schema;
  }

  private String label(org.wanglou.gis.layer.Label label) {
    return language.equals(Messages.ENGLISH) ? label.en() : label.zh();
  }
}
