package org.wanglou.gis.layer;

import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.wanglou.gis.db.CopyRows;
import org.wanglou.gis.ids.Uuid7;
import org.wanglou.gis.layer.BulkResult.Row;
import org.wanglou.gis.layer.BulkResult.Rows;

/**
 * A whole file into a layer: COPY into a temporary table, then a few statements over sets; into an
 * empty layer by {@link FreshLoad}.
 *
 * <p>Who is who: by external id, also of features that were removed, which then come back under
 * their id. Without an external id by name, among the layer's features that have none either: the
 * first of a name in the file is the first of that name that was made, and so on. So the same file
 * read again changes nothing.
 */
final class BulkWrite {
  static final String OF_A_DATASET =
      "(provenance = 'SYNTHETIC' OR source IN (SELECT source FROM dataset))";

  private static final String COPY_TARGET =
      "incoming (n, id, external_id, name, geom, attributes, valid_from, valid_to, provenance, source, accuracy_m)";

  private static final String WHO_IS_WHO =
      """
      CREATE TEMPORARY TABLE known ON COMMIT DROP AS
      WITH i AS (SELECT n, external_id IS NULL AS by_name, coalesce(external_id, name) AS key,
                        row_number() OVER (PARTITION BY external_id IS NULL, coalesce(external_id, name) ORDER BY n) AS k
                   FROM incoming),
           f AS (SELECT id, external_id IS NULL AS by_name, coalesce(external_id, name) AS key,
                        row_number() OVER (PARTITION BY external_id IS NULL, coalesce(external_id, name) ORDER BY id) AS k
                   FROM feature WHERE layer = :layer)
      SELECT n, f.id,
             (old.name, old.attributes, old.valid_to, old.provenance, old.source, old.accuracy_m)
               IS DISTINCT FROM (new.name, new.attributes, new.valid_to, new.provenance, new.source, new.accuracy_m)
             OR NOT old.geom = new.geom OR old.valid_from <> coalesce(new.valid_from, old.valid_from) AS differs
        FROM i JOIN f USING (by_name, key, k) JOIN incoming new USING (n)
             JOIN feature old ON old.layer = :layer AND old.id = f.id""";

  private static final String KEEP_CHANGED =
      "INSERT INTO feature_past ("
          + FeatureRows.SHARED
          + ", ended_at) SELECT "
          + FeatureRows.SHARED
          + ", :at FROM feature WHERE layer = :layer AND id IN (SELECT id FROM known WHERE differs)";

  private static final String CHANGE =
      """
      UPDATE feature f
         SET name = i.name, geom = i.geom, attributes = i.attributes, valid_from = coalesce(i.valid_from, f.valid_from),
             valid_to = i.valid_to, provenance = i.provenance, source = i.source, accuracy_m = i.accuracy_m,
             revision = f.revision + 1, act = :act, changed_at = :at, changed_by = :by, reason = :reason
        FROM known k JOIN incoming i USING (n)
       WHERE f.layer = :layer AND f.id = k.id AND k.differs""";

  private static final String GOING =
      """
      CREATE TEMPORARY TABLE going ON COMMIT DROP AS
      SELECT id, external_id, name FROM feature f
       WHERE layer = :layer AND (:all OR provenance = 'SYNTHETIC')
         AND NOT EXISTS (SELECT FROM known k WHERE k.id = f.id)""";

  private static final String KEEP_REMOVED =
      "INSERT INTO feature_past ("
          + FeatureRows.SHARED
          + ", ended_at, removed_by, removed_reason) SELECT "
          + FeatureRows.SHARED
          + ", :at, :by, :reason FROM feature WHERE layer = :layer AND id IN (SELECT id FROM going)";

  // Back under its id comes who was removed last under this external id.
  private static final String ADD =
      """
      INSERT INTO feature (id, layer, external_id, name, geom, attributes, valid_from, valid_to, provenance, source,
                           accuracy_m, revision, act, changed_at, changed_by, reason)
      SELECT coalesce(p.id, i.id), :layer, i.external_id, i.name, i.geom, i.attributes, coalesce(i.valid_from, :at),
             i.valid_to, i.provenance, i.source, i.accuracy_m, coalesce(p.revision + 2, 1), :act, :at, :by, :reason
        FROM incoming i
        LEFT JOIN (SELECT DISTINCT ON (external_id) id, external_id, revision
                     FROM feature_past p
                    WHERE layer = :layer AND removed_by IS NOT NULL
                      AND NOT EXISTS (SELECT FROM feature f WHERE f.layer = p.layer AND f.id = p.id)
                    ORDER BY external_id, ended_at DESC, revision DESC) p ON p.external_id = i.external_id
       WHERE NOT EXISTS (SELECT FROM known k WHERE k.n = i.n)
       ORDER BY i.n""";

  private static final Uuid7 IDS = Uuid7.system();

  private final Handle tx;
  private final String layer;
  private final Change change;
  private boolean someReal;

  BulkWrite(Handle tx, String layer, Change change) {
    this.tx = tx;
    this.layer = layer;
    this.change = change;
  }

  BulkResult replace(Stream<NewFeature> features) {
    return write(features, true);
  }

  BulkResult merge(Stream<NewFeature> features) {
    return write(features, false);
  }

  /** What datasets brought goes; what the county has of its own stays. */
  void removeDatasets() {
    LayerTypes.nextRevision(tx, layer);
    tx.createUpdate(
            "CREATE TEMPORARY TABLE going ON COMMIT DROP AS SELECT id FROM feature WHERE layer = :layer AND "
                + OF_A_DATASET)
        .bind("layer", layer)
        .execute();
    removeGoing();
    tx.execute("DROP TABLE going");
  }

  private BulkResult write(Stream<NewFeature> features, boolean whole) {
    var type = LayerTypes.nextRevision(tx, layer);
    if (FreshLoad.fits(tx, layer)) {
      return new FreshLoad(tx, type, change).load(features);
    }
    tx.execute("SET LOCAL work_mem = '64MB'"); // sets of 100,000 rows are joined and sorted
    try {
      receive(type, features);
      refuseTwins();
      tx.createUpdate(WHO_IS_WHO).bind("layer", layer).execute();
      tx.execute("ANALYZE known");
      var removed = remove(whole);
      var changed = changed();
      var added = added();
      int unchanged = count("SELECT count(*) FROM known WHERE NOT differs");
      tx.execute("DROP TABLE incoming, known");
      return new BulkResult(added, changed, removed, unchanged);
    } catch (UnableToExecuteStatementException e) {
      throw Broken.byStatement(e, Optional.empty());
    }
  }

  private void receive(LayerType type, Stream<NewFeature> features) {
    tx.execute(
        """
        CREATE TEMPORARY TABLE incoming (
          n integer, id uuid, external_id text, name text, geom geometry(Geometry, 4490), attributes jsonb,
          valid_from timestamptz, valid_to timestamptz, provenance text, source text, accuracy_m double precision)
        ON COMMIT DROP""");
    try (var rows = new CopyRows(tx, COPY_TARGET)) {
      var all = features.iterator();
      var ids = IDS.ascending(); // in the order of the file, by which equal names are told apart
      for (int n = 0; all.hasNext(); n++) {
        var it = FeatureCheck.checked(type, all.next());
        someReal |= it.provenance() != Provenance.SYNTHETIC;
        rows.put(n).put(ids.get()).put(it.externalId()).put(it.name()).put(it.geometry());
        rows.put(FeatureRows.json(it.attributes())).put(it.validFrom()).put(it.validTo());
        rows.put(it.provenance()).put(it.source());
        rows.put(it.accuracyM().isPresent() ? it.accuracyM().getAsDouble() : null).endRow();
      }
    }
    tx.execute("ANALYZE incoming (n, external_id, name)"); // statistics of geometries take long
  }

  private void refuseTwins() {
    var twins =
        tx.createQuery(
                """
                SELECT external_id FROM incoming WHERE external_id IS NOT NULL
                 GROUP BY external_id HAVING count(*) > 1 ORDER BY min(n) LIMIT 20""")
            .mapTo(String.class)
            .list();
    if (!twins.isEmpty()) {
      throw FreshLoad.twice(twins);
    }
  }

  private Rows remove(boolean whole) {
    tx.createUpdate(GOING + (whole || someReal ? "" : " AND false"))
        .bind("layer", layer)
        .bind("all", whole)
        .execute();
    removeGoing();
    var rows = rows("FROM going ORDER BY id");
    tx.execute("DROP TABLE going");
    return rows;
  }

  private void removeGoing() {
    tx.execute("ANALYZE going");
    bound(KEEP_REMOVED).execute();
    bound("DELETE FROM feature WHERE layer = :layer AND id IN (SELECT id FROM going)").execute();
  }

  private Rows changed() {
    bound(KEEP_CHANGED).execute();
    bound(CHANGE).execute();
    return rows("FROM incoming i JOIN known k USING (n) WHERE differs ORDER BY n");
  }

  private Rows added() {
    bound(ADD).execute();
    return rows(
        "FROM incoming i WHERE NOT EXISTS (SELECT FROM known k WHERE k.n = i.n) ORDER BY n");
  }

  private org.jdbi.v3.core.statement.Update bound(String sql) {
    return tx.createUpdate(sql)
        .bind("layer", layer)
        .bind("at", change.at())
        .bind("by", change.by())
        .bind("act", change.act().name())
        .bind("reason", change.reason().isBlank() ? null : change.reason());
  }

  private Rows rows(String from) {
    int count = count("SELECT count(*) " + from.replaceFirst(" ORDER BY.*", ""));
    var first =
        tx.createQuery("SELECT external_id, name " + from + " LIMIT " + BulkResult.NAMED)
            .map(
                (row, ctx) ->
                    new Row(
                        Optional.ofNullable(row.getString("external_id")), row.getString("name")))
            .list();
    return new Rows(count, first);
  }

  private int count(String sql) {
    return tx.createQuery(sql).mapTo(Integer.class).one();
  }
}
