package org.wanglou.command.layer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Envelope;
import org.wanglou.command.http.Messages;

/** Layer types and features in the database. */
final class LayerStore {
  private static final String LAYERS =
      """
      SELECT t.id, t.geometry_type, t.label_zh, t.label_en, t.symbol, count(f.id) AS features,
             array_remove(array_agg(DISTINCT f.provenance ORDER BY f.provenance), NULL) AS provenance
        FROM layer_type t
        LEFT JOIN feature f ON f.layer = t.id AND f.valid_from <= :now AND (f.valid_to IS NULL OR f.valid_to > :now)
       GROUP BY t.id
       ORDER BY t.sort, t.id""";

  // One row, one feature, written by PostgreSQL: two to three times as fast as making an array of
  // them there. jsonb escapes what stands in names and attributes; what is ours wins over an
  // attribute of the same name.
  private static final String FEATURES =
      """
      SELECT '{"type":"Feature","id":"' || id || '","geometry":' || ST_AsGeoJSON(geom, 6) || ',"properties":'
             || (attributes || jsonb_build_object('layer', layer, 'name', name, 'external_id', external_id,
                   'provenance', provenance, 'source', source, 'accuracy_m', accuracy_m, 'valid_from', valid_from,
                   'valid_to', valid_to, 'revision', revision))::text || '}'
        FROM feature
       WHERE layer = :layer AND valid_from <= :now AND (valid_to IS NULL OR valid_to > :now)
         AND (NOT :boxed OR geom && ST_MakeEnvelope(:west, :south, :east, :north, 4490))
       ORDER BY id""";
  private static final int ROWS_AT_ONCE = 1_000;

  private LayerStore() {}

  static List<JsonObject> layers(Handle tx, Instant now, Locale language) {
    var label = language.equals(Messages.ENGLISH) ? "label_en" : "label_zh";
    return tx.createQuery(LAYERS)
        .bind("now", now)
        .map(
            (row, ctx) ->
                new JsonObject()
                    .put("id", row.getString("id"))
                    .put("geometry_type", row.getString("geometry_type"))
                    .put("label", row.getString(label))
                    .put("symbol", row.getString("symbol"))
                    .put("count", row.getInt("features"))
                    .put(
                        "provenance",
                        new JsonArray(List.of((Object[]) row.getArray("provenance").getArray()))))
        .list();
  }

  static boolean exists(Handle tx, String layer) {
    return tx.createQuery("SELECT count(*) FROM layer_type WHERE id = :layer")
            .bind("layer", layer)
            .mapTo(Integer.class)
            .one()
        == 1;
  }

  /** A GeoJSON FeatureCollection of what is valid now. */
  static Buffer features(Handle tx, String layer, Optional<Envelope> box, Instant now) {
    var within = box.orElseGet(Envelope::new);
    var json = Buffer.buffer("{\"type\":\"FeatureCollection\",\"features\":[");
    int empty = json.length();
    tx.createQuery(FEATURES)
        .bind("layer", layer)
        .bind("now", now)
        .bind("boxed", box.isPresent())
        .bind("west", within.getMinX())
        .bind("south", within.getMinY())
        .bind("east", within.getMaxX())
        .bind("north", within.getMaxY())
        .setFetchSize(ROWS_AT_ONCE)
        .mapTo(String.class)
        .useStream(
            rows ->
                rows.forEach(
                    feature ->
                        json.appendString(json.length() == empty ? "" : ",")
                            .appendString(feature)));
    return json.appendString("]}");
  }
}
