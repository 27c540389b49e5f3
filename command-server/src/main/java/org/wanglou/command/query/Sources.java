package org.wanglou.command.query;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Where rows of the table feature come from, how old they are and how exact. */
final class Sources {
  private static final String SOURCES =
      """
      SELECT source, provenance, count(*) AS features, min(changed_at) AS oldest, max(changed_at) AS newest,
             min(accuracy_m) AS best_m, max(accuracy_m) AS worst_m, count(*) FILTER (WHERE accuracy_m IS NULL) AS vague
        FROM feature
       WHERE %s
       GROUP BY source, provenance
       ORDER BY features DESC, source""";
  private static final double SECONDS_A_DAY = 86_400;

  private Sources() {}

  /**
   * @param where condition on the table feature
   * @param bound binds its parameters
   */
  static JsonArray of(Handle tx, String where, UnaryOperator<Query> bound, Instant now) {
    var sources = new JsonArray();
    bound
        .apply(tx.createQuery(SOURCES.formatted(where)))
        .map(
            (row, c) -> {
              var newest = row.getObject("newest", OffsetDateTime.class).toInstant();
              var oldest = row.getObject("oldest", OffsetDateTime.class).toInstant();
              return new JsonObject()
                  .put("source", row.getString("source"))
                  .put("provenance", row.getString("provenance"))
                  .put("synthetic", row.getString("provenance").equals("SYNTHETIC"))
                  .put("count", row.getLong("features"))
                  .put("oldest", oldest.toString())
                  .put("newest", newest.toString())
                  .put("age_days", Math.max(0, days(newest, now)))
                  .put("accuracy_best_m", row.getObject("best_m", Double.class))
                  .put("accuracy_worst_m", row.getObject("worst_m", Double.class))
                  .put("accuracy_unknown", row.getLong("vague"));
            })
        .forEach(sources::add);
    return sources;
  }

  private static long days(Instant from, Instant to) {
    return (long) Math.floor((to.getEpochSecond() - from.getEpochSecond()) / SECONDS_A_DAY);
  }
}
