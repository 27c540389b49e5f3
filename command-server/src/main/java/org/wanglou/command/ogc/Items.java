package org.wanglou.command.ogc;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads items; PostgreSQL writes the GeoJSON of each, one row, one feature. */
final class Items {
  // What is ours wins over an attribute of the same name.
  private static final String FEATURE =
      """
      '{"type":"Feature","id":"' || id || '","geometry":' || %s || ',"properties":'
             || (attributes || jsonb_build_object('name', name, 'external_id', external_id, 'provenance', provenance,
                   'source', source, 'accuracy_m', accuracy_m, 'valid_from', valid_from, 'valid_to', valid_to,
                   'revision', revision, 'changed_at', changed_at))::text || '}'""";
  private static final int ROWS_AT_ONCE = 200;

  /** A page ends here though more would be allowed: the answer is held in memory whole. */
  private static final int PAGE_BYTES = 4 << 20;

  private record Row(UUID id, String json) {}

  /**
   * @param features JSON of the features with commas between
   * @param last of the page, when another page follows
   */
  record Page(Buffer features, int returned, long matched, Optional<UUID> last) {}

  private Items() {}

  static Page page(Handle tx, ItemQuestion question) {
    long matched =
        question.after().map(ItemQuestion.After::matched).orElseGet(() -> count(tx, question));
    var sql =
        "SELECT id, "
            + FEATURE.formatted(question.crs().geometrySql())
            + " AS json FROM feature WHERE "
            + question.sql()
            + " AND (:after::uuid IS NULL OR id > :after::uuid) ORDER BY id LIMIT :rows OFFSET :skipped";
    var query =
        question
            .bind(tx.createQuery(sql))
            .bind("after", question.after().map(ItemQuestion.After::id).orElse(null))
            .bind("rows", question.limit() + 1)
            .bind("skipped", question.offset())
            .setFetchSize(ROWS_AT_ONCE);
    try (var rows =
        query
            .map((row, c) -> new Row(row.getObject("id", UUID.class), row.getString("json")))
            .iterator()) {
      return filled(rows, question.limit(), matched);
    }
  }

  private static Page filled(java.util.Iterator<Row> rows, int limit, long matched) {
    var features = Buffer.buffer();
    int returned = 0;
    UUID last = null;
    while (rows.hasNext()) {
      if (returned == limit || features.length() > PAGE_BYTES) {
        return new Page(features, returned, matched, Optional.ofNullable(last));
      }
      var row = rows.next();
      features.appendString(returned == 0 ? "" : ",").appendString(row.json());
      last = row.id();
      returned++;
    }
    return new Page(features, returned, matched, Optional.empty());
  }

  private static long count(Handle tx, ItemQuestion question) {
    return question
        .bind(tx.createQuery("SELECT count(*) FROM feature WHERE " + question.sql()))
        .mapTo(Long.class)
        .one();
  }

  /** One feature, valid or not any more. */
  static Optional<String> one(Handle tx, String layer, UUID id, OgcCrs crs) {
    return tx.createQuery(
            "SELECT "
                + FEATURE.formatted(crs.geometrySql())
                + " FROM feature WHERE layer = :layer AND id = :id")
        .bind("layer", layer)
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }
}
