package org.wanglou.command.layer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Envelope;
import org.wanglou.command.http.Cursor;
import org.wanglou.gis.filter.SqlFilter;

/** Reads what is valid now of a layer, page by page. */
final class FeaturePages {
  // One row, one feature, written by PostgreSQL piece by piece: half the time of
  // jsonb_build_object.
  // An attribute cannot have the name of what every feature has, so no name comes twice. 7 digits
  // of
  // a degree are a centimetre. The names of people are gathered once, not joined to each row.
  private static final String FEATURES =
      """
      SELECT id, '{"type":"Feature","id":"' || id || '","geometry":' || ST_AsGeoJSON(geom, 7)
             || ',"properties":{"layer":"' || layer || '","name":' || to_json(name)
             || ',"external_id":' || coalesce(to_json(external_id)::text, 'null')
             || ',"provenance":"' || provenance || '","source":' || to_json(source)
             || ',"accuracy_m":' || coalesce(accuracy_m::text, 'null')
             || ',"valid_from":' || to_json(valid_from)
             || ',"valid_to":' || coalesce(to_json(valid_to)::text, 'null')
             || ',"revision":' || revision || ',"changed_at":' || to_json(changed_at)
             || ',"changed_by":' || to_json(changed_by)
             || ',"changed_by_name":' || coalesce(
                  ((SELECT jsonb_object_agg(username, display_name) FROM app_user) -> changed_by)::text,
                  to_json(changed_by)::text)
             || ',"reason":' || coalesce(to_json(reason)::text, 'null')
             || CASE attributes WHEN '{}' THEN '}' ELSE ',' || substr(attributes::text, 2) END || '}' AS json
        FROM feature
       WHERE layer = :layer AND valid_from <= :now AND (valid_to IS NULL OR valid_to > :now)
         AND (NOT :boxed OR geom && ST_MakeEnvelope(:west, :south, :east, :north, 4490))
         AND (CAST(:after AS uuid) IS NULL OR id > CAST(:after AS uuid))
         AND %s
       ORDER BY id
       LIMIT :rows""";
  private static final int ROWS_AT_ONCE = 1_000;

  /** Features without a limit of the caller's; more come with the next page. */
  static final int STANDARD = 50_000;

  /** A page ends here though more would be allowed: the answer is held in memory whole. */
  private static final int PAGE_BYTES = 32 << 20;

  /**
   * What is asked for.
   *
   * @param after the last feature of the page before
   */
  record Question(
      String layer,
      Optional<Envelope> box,
      SqlFilter filter,
      Optional<UUID> after,
      int limit,
      Instant now) {}

  /** The text stays in the bytes that it came in. */
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  private record Row(String id, byte[] json) {}

  private FeaturePages() {}

  /** A GeoJSON FeatureCollection; its member {@code next} is the cursor of the next page. */
  static Buffer page(Handle tx, Question asked) {
    var json = Buffer.buffer("{\"type\":\"FeatureCollection\",\"features\":[");
    try (var rows = rows(tx, asked)) {
      String last = null;
      int written = 0;
      while (rows.hasNext()) {
        if (written == asked.limit() || json.length() > PAGE_BYTES) {
          return closed(json, Cursor.of(last).text());
        }
        var row = rows.next();
        json.appendString(written++ == 0 ? "" : ",").appendBytes(row.json());
        last = row.id();
      }
    }
    return closed(json, null);
  }

  private static Buffer closed(Buffer json, String next) {
    return json.appendString("],\"next\":" + Json.encode(next) + "}");
  }

  private static org.jdbi.v3.core.result.ResultIterator<Row> rows(Handle tx, Question asked) {
    var within = asked.box().orElseGet(Envelope::new);
    var query =
        tx.createQuery(FEATURES.formatted(asked.filter().sql()))
            .bind("layer", asked.layer())
            .bind("now", asked.now())
            .bind("boxed", asked.box().isPresent())
            .bind("west", within.getMinX())
            .bind("south", within.getMinY())
            .bind("east", within.getMaxX())
            .bind("north", within.getMaxY())
            .bind("after", asked.after().map(UUID::toString).orElse(null))
            .bind("rows", asked.limit() + 1)
            .setFetchSize(ROWS_AT_ONCE);
    return asked
        .filter()
        .bind(query)
        .map((row, c) -> new Row(row.getString("id"), row.getBytes("json")))
        .iterator();
  }
}
