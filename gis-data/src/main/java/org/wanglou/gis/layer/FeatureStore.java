package org.wanglou.gis.layer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.ids.Uuid7;
import org.wanglou.gis.layer.Change.Act;

/**
 * The only writer of features. Each change takes the layer's next revision, which makes writers of
 * one layer wait for each other, moves the former state into feature_past and counts up the
 * feature's own revision. All calls are part of the caller's transaction.
 */
public final class FeatureStore {
  private static final Uuid7 IDS = Uuid7.system();
  private static final String ONE = " WHERE layer = :layer AND id = :id";

  private static final String INSERT =
      """
      INSERT INTO feature (id, layer, external_id, name, geom, attributes, valid_from, valid_to, provenance, source,
                           accuracy_m, revision, act, changed_at, changed_by, reason)
      VALUES (:id, :layer, :externalId, :name, ST_GeomFromWKB(:geom, 4490), CAST(:attributes AS jsonb), :validFrom,
              :validTo, :provenance, :source, :accuracy, :revision, :act, :at, :by, :reason)
      RETURNING
      """
          + FeatureRows.READ;

  private static final String UPDATE =
      """
      UPDATE feature
         SET external_id = :externalId, name = :name, geom = ST_GeomFromWKB(:geom, 4490),
             attributes = CAST(:attributes AS jsonb), valid_from = :validFrom, valid_to = :validTo,
             provenance = :provenance, source = :source, accuracy_m = :accuracy, revision = :revision, act = :act,
             changed_at = :at, changed_by = :by, reason = :reason
       WHERE layer = :layer AND id = :id
      RETURNING
      """
          + FeatureRows.READ;

  // A removal is the revision after the last state; a restored feature comes after that.
  private static final String HISTORY =
      """
      SELECT %1$s FROM feature WHERE layer = :layer AND id = :id
      UNION ALL
      SELECT %1$s FROM feature_past WHERE layer = :layer AND id = :id
      UNION ALL
      SELECT %2$s FROM feature_past WHERE layer = :layer AND id = :id AND removed_by IS NOT NULL
       ORDER BY revision DESC"""
          .formatted(FeatureRows.READ, FeatureRows.READ_REMOVAL);

  private static final String REMOVED =
      "SELECT "
          + FeatureRows.READ_REMOVAL
          + """
           FROM feature_past p
          WHERE layer = :layer AND removed_by IS NOT NULL
            AND NOT EXISTS (SELECT FROM feature f WHERE f.layer = p.layer AND f.id = p.id)
            AND NOT EXISTS (SELECT FROM feature_past later WHERE later.id = p.id AND later.revision > p.revision)
            AND (CAST(:at AS timestamptz) IS NULL
                 OR (ended_at, id) < (CAST(:at AS timestamptz), CAST(:id AS uuid)))
          ORDER BY ended_at DESC, p.id DESC
          LIMIT :limit""";

  private FeatureStore() {}

  public static Optional<Feature> find(Handle tx, String layer, UUID id) {
    return tx.createQuery("SELECT " + FeatureRows.READ + " FROM feature" + ONE)
        .bind("layer", layer)
        .bind("id", id)
        .map(FeatureRows::feature)
        .findOne();
  }

  /**
   * @throws Fault NOT_FOUND {@code layer.unknown}, {@code layer.feature_unknown}, or {@code
   *     layer.feature_removed} with who removed it and when
   */
  public static Feature require(Handle tx, String layer, UUID id) {
    return find(tx, layer, id).orElseThrow(() -> missing(tx, layer, id));
  }

  /**
   * @throws Fault INVALID what does not fit the layer; CONFLICT {@code layer.external_id_taken}
   */
  public static Feature insert(Handle tx, String layer, NewFeature wish, Change change) {
    var type = LayerTypes.nextRevision(tx, layer);
    var feature = FeatureCheck.checked(type, wish);
    FeatureCheck.valid(feature);
    return write(tx, INSERT, new Row(IDS.next(), layer, 1, feature, change));
  }

  /**
   * @param expectedRevision the one that was edited
   * @throws Fault NOT_FOUND as {@link #require}; CONFLICT {@link StaleFeature}, {@code
   *     layer.external_id_taken}; INVALID what does not fit the layer
   */
  public static Feature update(
      Handle tx, String layer, UUID id, int expectedRevision, FeaturePatch patch, Change change) {
    var type = LayerTypes.nextRevision(tx, layer);
    var before = unchanged(tx, layer, id, expectedRevision);
    var after = FeatureCheck.checked(type, patch.applyTo(before.content()));
    FeatureCheck.valid(after);
    keepPast(tx, layer, id, change, false);
    return write(tx, UPDATE, new Row(id, layer, before.revision() + 1, after, change));
  }

  /**
   * @throws Fault NOT_FOUND as {@link #require}; CONFLICT {@link StaleFeature}
   */
  public static Feature remove(
      Handle tx, String layer, UUID id, int expectedRevision, Change change) {
    LayerTypes.nextRevision(tx, layer);
    var before = unchanged(tx, layer, id, expectedRevision);
    keepPast(tx, layer, id, change, true);
    tx.createUpdate("DELETE FROM feature" + ONE).bind("layer", layer).bind("id", id).execute();
    return before;
  }

  /**
   * Makes a former revision the newest, whether the feature is still there or was removed.
   *
   * @throws Fault NOT_FOUND {@code layer.revision_unknown}; CONFLICT {@code
   *     layer.external_id_taken}; INVALID when the layer's attributes have changed and the revision
   *     no longer fits
   */
  public static Feature restore(Handle tx, String layer, UUID id, int revision, Change change) {
    var type = LayerTypes.nextRevision(tx, layer);
    var history = history(tx, layer, id);
    if (history.isEmpty()) {
      throw missing(tx, layer, id);
    }
    var wanted =
        history.stream()
            .filter(it -> it.feature().revision() == revision)
            .findFirst()
            .orElseThrow(() -> Fault.notFound("layer.revision_unknown", revision))
            .feature();
    var newest = history.get(0);
    var row =
        new Row(
            id,
            layer,
            newest.feature().revision() + 1,
            FeatureCheck.checked(type, wanted.content()),
            change);
    if (newest.act() == Act.REMOVED) {
      return write(tx, INSERT, row);
    }
    keepPast(tx, layer, id, change, false);
    return write(tx, UPDATE, row);
  }

  /** All versions, the newest first; empty when there never was such a feature. */
  public static List<FeatureVersion> history(Handle tx, String layer, UUID id) {
    return tx.createQuery(HISTORY)
        .bind("layer", layer)
        .bind("id", id)
        .map(FeatureRows::version)
        .list();
  }

  /**
   * Removals of what is not there any more, the newest first: each feature as it was until then,
   * with who removed it, when and why. Its revision can be restored.
   *
   * @param before only what comes after this one in that order
   */
  public static List<FeatureVersion> removed(
      Handle tx, String layer, Optional<RemovedAt> before, int limit) {
    return tx.createQuery(REMOVED)
        .bind("layer", layer)
        .bind("at", before.map(it -> it.at().atOffset(ZoneOffset.UTC)).orElse(null))
        .bind("id", before.map(RemovedAt::id).orElse(null))
        .bind("limit", limit)
        .map(FeatureRows::version)
        .list();
  }

  /** A place in the order of {@link #removed}. */
  public record RemovedAt(Instant at, UUID id) {}

  /**
   * Makes the features the whole content of the layer: what is not among them is removed. See
   * {@link BulkWrite} for what keeps its id.
   *
   * @param features read once, while the transaction's connection is busy: they cannot come from it
   */
  public static BulkResult replace(
      Handle tx, LayerType type, Stream<NewFeature> features, Change change) {
    return new BulkWrite(tx, type.id(), change).replace(features);
  }

  /**
   * Adds the features to the layer, or puts them in place of those with the same external id. Of
   * what else is there only synthetic features go, and only when real ones come.
   */
  public static BulkResult merge(
      Handle tx, LayerType type, Stream<NewFeature> features, Change change) {
    return new BulkWrite(tx, type.id(), change).merge(features);
  }

  /**
   * Removes what earlier datasets brought, and every synthetic feature, so that invented and real
   * ones never stand side by side.
   *
   * @param except layers that were replaced whole
   */
  public static void removeEarlierDatasets(Handle tx, Set<String> except, Change change) {
    var layers =
        tx.createQuery("SELECT DISTINCT layer FROM feature WHERE " + BulkWrite.OF_A_DATASET)
            .mapTo(String.class)
            .list();
    for (var layer : layers) {
      if (!except.contains(layer)) {
        new BulkWrite(tx, layer, change).removeDatasets();
      }
    }
  }

  private static Feature unchanged(Handle tx, String layer, UUID id, int expectedRevision) {
    var current = require(tx, layer, id);
    if (current.revision() != expectedRevision) {
      throw new StaleFeature(current, expectedRevision);
    }
    return current;
  }

  private static Fault missing(Handle tx, String layer, UUID id) {
    LayerTypes.require(tx, layer);
    return tx.createQuery(
            """
            SELECT name, removed_by, ended_at FROM feature_past
             WHERE layer = :layer AND id = :id AND removed_by IS NOT NULL
             ORDER BY revision DESC LIMIT 1""")
        .bind("layer", layer)
        .bind("id", id)
        .map(
            (row, ctx) ->
                Fault.notFound(
                    "layer.feature_removed",
                    row.getString("name"),
                    row.getString("removed_by"),
                    FeatureRows.instant(row, "ended_at").orElseThrow()))
        .findOne()
        .orElseGet(() -> Fault.notFound("layer.feature_unknown", id));
  }

  private static void keepPast(Handle tx, String layer, UUID id, Change change, boolean removed) {
    tx.createUpdate(
            "INSERT INTO feature_past ("
                + FeatureRows.SHARED
                + ", ended_at, removed_by, removed_reason) SELECT "
                + FeatureRows.SHARED
                + ", :at, :by, :reason FROM feature"
                + ONE)
        .bind("layer", layer)
        .bind("id", id)
        .bind("at", change.at())
        .bind("by", removed ? change.by() : null)
        .bind("reason", removed && !change.reason().isBlank() ? change.reason() : null)
        .execute();
  }

  private record Row(UUID id, String layer, int revision, NewFeature content, Change change) {
    <S extends SqlStatement<S>> S bindTo(S statement) {
      return statement
          .bind("id", id)
          .bind("layer", layer)
          .bind("externalId", content.externalId().orElse(null))
          .bind("name", content.name())
          .bind("geom", FeatureRows.wkb(content.geometry()))
          .bind("attributes", FeatureRows.json(content.attributes()))
          .bind("validFrom", content.validFrom().orElse(change.at()))
          .bind("validTo", content.validTo().orElse(null))
          .bind("provenance", content.provenance().name())
          .bind("source", content.source())
          .bind(
              "accuracy",
              content.accuracyM().isPresent() ? content.accuracyM().getAsDouble() : null)
          .bind("revision", revision)
          .bind("act", change.act().name())
          .bind("at", change.at())
          .bind("by", change.by())
          .bind("reason", change.reason().isBlank() ? null : change.reason());
    }
  }

  private static Feature write(Handle tx, String sql, Row row) {
    try {
      return row.bindTo(tx.createQuery(sql)).map(FeatureRows::feature).one();
    } catch (UnableToExecuteStatementException e) {
      throw Broken.byStatement(e, row.content().externalId());
    }
  }
}
