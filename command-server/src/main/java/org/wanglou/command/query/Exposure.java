package org.wanglou.command.query;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.wanglou.command.http.Messages;
import org.wanglou.gis.layer.GeometryKind;
import org.wanglou.gis.layer.LayerType;
import org.wanglou.gis.layer.LayerTypes;

/** Who and what is in an area, layer by layer. */
final class Exposure {
  private static final String NOW =
      "layer = :layer AND valid_from <= :now AND (valid_to IS NULL OR valid_to > :now) AND ";
  private static final int NAMED = 200;
  // Larger inaccuracies are not looked for beyond the border; the index would have to read the
  // county.
  private static final double WIDEST_ACCURACY_M = 5_000;

  private final Handle tx;
  private final Area area;
  private final Instant now;
  private final Locale language;
  private final Messages texts;

  Exposure(Handle tx, Area area, Instant now, Locale language, Messages texts) {
    this.tx = tx;
    this.area = area;
    this.now = now;
    this.language = language;
    this.texts = texts;
  }

  JsonArray all() {
    var results = new JsonArray();
    for (var exposed : Exposed.ALL) {
      LayerTypes.find(tx, exposed.layer()).ifPresent(it -> results.add(of(it, exposed)));
    }
    return results;
  }

  private JsonObject of(LayerType layer, Exposed exposed) {
    var figure =
        new Figure(exposed.sums().stream().filter(it -> layer.attribute(it).isPresent()).toList());
    var where = NOW + area.sql();
    return counted(layer, figure, where)
        .put("label", label(layer.label()))
        .put("label_zh", layer.label().zh())
        .put("label_en", layer.label().en())
        .put("layer", layer.id())
        .put("uncertain", uncertain(layer))
        .put("rule", texts.text(language, rule(layer)))
        .put("sources", Sources.of(tx, where, query -> bound(query, layer), now))
        .put("features", named(layer, figure, where));
  }

  private String rule(LayerType layer) {
    if (layer.id().equals("village")) {
      return "query.rule_village";
    }
    if (layer.id().equals("geohazard_point")) {
      return "query.rule_threatened";
    }
    return layer.geometry() == GeometryKind.POINT ? "query.rule_point" : "query.rule_touch";
  }

  private JsonObject counted(LayerType layer, Figure figure, String where) {
    boolean measured = layer.geometry() != GeometryKind.POINT;
    var sql =
        "SELECT count(*) AS features"
            + figure.sums()
            + (measured ? ", " + Measures.sql(Area.inside()) : "")
            + " FROM feature WHERE "
            + where;
    return figure
        .bind(bound(tx.createQuery(sql), layer))
        .map(
            (row, c) -> {
              var json = new JsonObject().put("count", row.getLong("features"));
              var sums = new JsonObject();
              for (int i = 0; i < figure.attributes().size(); i++) {
                sums.put(figure.attributes().get(i), sum(layer, figure, row, i));
              }
              json.put("sums", sums);
              if (measured) {
                Measures.put(json, row);
              }
              return json;
            })
        .one();
  }

  private JsonObject sum(LayerType layer, Figure figure, ResultSet row, int i) throws SQLException {
    var attribute = layer.attribute(figure.attributes().get(i)).orElseThrow();
    long known = row.getLong("known" + i);
    return new JsonObject()
        .put("label", label(attribute.label()))
        .put("unit", attribute.unit().orElse(null))
        .put("sum", known == 0 ? null : plain(row.getBigDecimal("sum" + i)))
        .put("known", known)
        .put("unknown", row.getLong("features") - known);
  }

  /** An integer stays one. */
  static Number plain(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0 && number.precision() < 18
        ? (Number) number.longValueExact()
        : (Number) number.doubleValue();
  }

  /** How many features may as well lie on the other side of the border. */
  private JsonObject uncertain(LayerType layer) {
    var sql =
        "SELECT count(*) FILTER (WHERE metres IS NOT NULL AND near) AS border,"
            + " count(*) FILTER (WHERE metres IS NULL AND here) AS vague FROM (SELECT accuracy AS metres, "
            + area.borderWithin("least(accuracy, :widest)")
            + " AS near, "
            + area.sql()
            + " AS here FROM (SELECT geom, coalesce(accuracy_m, :layerAccuracy::float8) AS accuracy FROM feature WHERE "
            + NOW
            + "geom && ST_MakeEnvelope(:areaWest, :areaSouth, :areaEast, :areaNorth, 4490)) f) g";
    var accuracy = layer.accuracyM();
    return area.bind(at(tx.createQuery(sql), layer), WIDEST_ACCURACY_M)
        .bind("widest", WIDEST_ACCURACY_M)
        .bind("layerAccuracy", accuracy.isPresent() ? accuracy.getAsDouble() : null)
        .map(
            (row, c) ->
                new JsonObject()
                    .put("at_border", row.getLong("border"))
                    .put("accuracy_unknown", row.getLong("vague")))
        .one();
  }

  private JsonArray named(LayerType layer, Figure figure, String where) {
    var sql =
        "SELECT id::text AS id, name, provenance, ST_X(ST_PointOnSurface(geom)) AS lon,"
            + " ST_Y(ST_PointOnSurface(geom)) AS lat"
            + (figure.attributes().isEmpty() ? "" : ", " + Figure.number(0) + " AS figure")
            + " FROM feature WHERE "
            + where
            + (figure.attributes().isEmpty()
                ? " ORDER BY name, id"
                : " ORDER BY figure DESC NULLS LAST, name, id")
            + " LIMIT "
            + NAMED;
    var features = new JsonArray();
    figure
        .bind(bound(tx.createQuery(sql), layer))
        .map(
            (row, c) -> {
              var json =
                  new JsonObject()
                      .put("id", row.getString("id"))
                      .put("name", row.getString("name"))
                      .put("provenance", row.getString("provenance"))
                      .put("location", point(row.getDouble("lon"), row.getDouble("lat")));
              if (!figure.attributes().isEmpty()) {
                json.put(
                    figure.attributes().get(0),
                    Optional.ofNullable(row.getBigDecimal("figure"))
                        .map(Exposure::plain)
                        .orElse(null));
              }
              return json;
            })
        .forEach(features::add);
    return features;
  }

  private static JsonObject point(double lon, double lat) {
    return new JsonObject()
        .put("type", "Point")
        .put("coordinates", new JsonArray().add(lon).add(lat));
  }

  private Query bound(Query query, LayerType layer) {
    return area.bind(at(query, layer));
  }

  private Query at(Query query, LayerType layer) {
    return query.bind("layer", layer.id()).bind("now", now.atOffset(ZoneOffset.UTC));
  }

  private String label(org.wanglou.gis.layer.Label label) {
    return language.equals(Messages.ENGLISH) ? label.en() : label.zh();
  }
}
