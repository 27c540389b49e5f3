package org.wanglou.command.query;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.wanglou.command.http.Messages;
import org.wanglou.gis.filter.SqlFilter;
import org.wanglou.gis.layer.LayerType;

/** The features of one layer that meet an area and a filter. */
final class Selection {
  private static final String WHERE =
      "layer = :layer AND valid_from <= :now AND (valid_to IS NULL OR valid_to > :now) AND ";
  private static final String FEATURES =
      """
      SELECT '{"type":"Feature","id":"' || id || '","geometry":' || ST_AsGeoJSON(geom, 7) || ',"properties":'
             || (attributes || jsonb_build_object('layer', layer, 'name', name, 'external_id', external_id,
                   'provenance', provenance, 'source', source, 'accuracy_m', accuracy_m, 'revision', revision,
                   'changed_at', changed_at))::text || '}' AS json
        FROM feature
       WHERE %s
       ORDER BY name, id
       LIMIT :limit""";

  /** Features are left out, and said to be, rather than that an answer grows without bounds. */
  private static final int MOST_CHARACTERS = 4 << 20;

  private final Handle tx;
  private final Area area;
  private final Instant now;
  private final int limit;

  Selection(Handle tx, Area area, Instant now, int limit) {
    this.tx = tx;
    this.area = area;
    this.now = now;
    this.limit = limit;
  }

  JsonObject of(LayerType layer, SqlFilter filter, Locale language) {
    var where = WHERE + area.sql() + " AND " + filter.sql();
    long count =
        bound(tx.createQuery("SELECT count(*) FROM feature WHERE " + where), layer, filter)
            .mapTo(Long.class)
            .one();
    var features = features(where, layer, filter);
    return new JsonObject()
        .put("layer", layer.id())
        .put("label", language.equals(Messages.ENGLISH) ? layer.label().en() : layer.label().zh())
        .put("count", count)
        .put("truncated", features.size() < count)
        .put("sources", Sources.of(tx, where, query -> bound(query, layer, filter), now))
        .put("features", features);
  }

  private JsonArray features(String where, LayerType layer, SqlFilter filter) {
    var found = new ArrayList<JsonObject>();
    int characters = 0;
    var query =
        bound(tx.createQuery(FEATURES.formatted(where)), layer, filter)
            .bind("limit", limit)
            .setFetchSize(200);
    try (var rows = query.mapTo(String.class).iterator()) {
      while (rows.hasNext() && characters < MOST_CHARACTERS) {
        var feature = rows.next();
        characters += feature.length();
        found.add(new JsonObject(feature));
      }
    }
    return new JsonArray(found);
  }

  private Query bound(Query query, LayerType layer, SqlFilter filter) {
    return filter.bind(
        area.bind(query.bind("layer", layer.id()).bind("now", now.atOffset(ZoneOffset.UTC))));
  }
}
