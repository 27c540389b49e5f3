package org.wanglou.gis.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.wanglou.gis.fault.Fault;

/** The catalogue in the database. */
public final class LayerTypes {
  private static final String COLUMNS =
      """
      id, geometry_type, label_zh, label_en, "group", symbol, attribute_schema::text AS attribute_schema, source,
      accuracy_m, update_rule, built_in, sort, catalogue_revision, revision""";

  private LayerTypes() {}

  /** In the order of lists. */
  public static List<LayerType> all(Handle tx) {
    return tx.createQuery("SELECT " + COLUMNS + " FROM layer_type ORDER BY sort, id")
        .map(LayerTypes::row)
        .list();
  }

  public static Optional<LayerType> find(Handle tx, String id) {
    return tx.createQuery("SELECT " + COLUMNS + " FROM layer_type WHERE id = :id")
        .bind("id", id)
        .map(LayerTypes::row)
        .findOne();
  }

  /**
   * @throws Fault NOT_FOUND {@code layer.unknown}
   */
  public static LayerType require(Handle tx, String id) {
    return find(tx, id).orElseThrow(() -> Fault.notFound("layer.unknown", id));
  }

  /**
   * Counts up the revision of a layer whose features are about to change. The layer's row is held
   * until the commit: writers of one layer wait for each other here, before they touch a feature.
   *
   * @throws Fault NOT_FOUND {@code layer.unknown}
   */
  static LayerType nextRevision(Handle tx, String id) {
    return tx.createQuery(
            "UPDATE layer_type SET revision = revision + 1 WHERE id = :id RETURNING " + COLUMNS)
        .bind("id", id)
        .map(LayerTypes::row)
        .findOne()
        .orElseThrow(() -> Fault.notFound("layer.unknown", id));
  }

  /** A place in lists behind all others. */
  public static int nextSort(Handle tx) {
    return tx.createQuery("SELECT coalesce(max(sort), 0) + 10 FROM layer_type")
        .mapTo(Integer.class)
        .one();
  }

  /** Adds a type that the county made; false when there is one of its id. */
  public static boolean insert(Handle tx, LayerType type) {
    return bound(
                tx,
                type,
                """
            INSERT INTO layer_type (id, geometry_type, label_zh, label_en, "group", symbol, attribute_schema, source,
                                    accuracy_m, update_rule, built_in, sort, catalogue_revision, revision)
            VALUES (:id, :geometry, :zh, :en, :group, :symbol, CAST(:attributes AS jsonb), :source, :accuracy,
                    :updateRule, :builtIn, :sort, :catalogueRevision, :revision)
            ON CONFLICT (id) DO NOTHING""")
            .execute()
        == 1;
  }

  /** The type for editing, its row held until the commit. */
  public static LayerType lock(Handle tx, String id) {
    return tx.createQuery("SELECT " + COLUMNS + " FROM layer_type WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .map(LayerTypes::row)
        .findOne()
        .orElseThrow(() -> Fault.notFound("layer.unknown", id));
  }

  /** Puts a changed type in place of the one before; the revision of its features stays. */
  public static void update(Handle tx, LayerType type) {
    bound(
            tx,
            type,
            """
            UPDATE layer_type
               SET geometry_type = :geometry, label_zh = :zh, label_en = :en, "group" = :group, symbol = :symbol,
                   attribute_schema = CAST(:attributes AS jsonb), source = :source, accuracy_m = :accuracy,
                   update_rule = :updateRule, built_in = :builtIn, sort = :sort,
                   catalogue_revision = :catalogueRevision
             WHERE id = :id""")
        .execute();
  }

  private static org.jdbi.v3.core.statement.Update bound(Handle tx, LayerType type, String sql) {
    return tx.createUpdate(sql)
        .bind("id", type.id())
        .bind("geometry", type.geometry().code())
        .bind("zh", type.label().zh())
        .bind("en", type.label().en())
        .bind("group", type.group())
        .bind("symbol", type.symbol())
        .bind("attributes", SchemaJson.write(type.attributes()))
        .bind("source", type.source().orElse(null))
        .bind("accuracy", type.accuracyM().isPresent() ? type.accuracyM().getAsDouble() : null)
        .bind("updateRule", type.updateRule().orElse(null))
        .bind("builtIn", type.builtIn())
        .bind("sort", type.sort())
        .bind("catalogueRevision", type.catalogueRevision())
        .bind("revision", type.revision());
  }

  private static LayerType row(ResultSet row, StatementContext ctx) throws SQLException {
    var accuracy = row.getObject("accuracy_m", Double.class);
    return new LayerType(
        row.getString("id"),
        GeometryKind.of(row.getString("geometry_type")),
        new Label(row.getString("label_zh"), row.getString("label_en")),
        row.getString("group"),
        row.getString("symbol"),
        SchemaJson.read(row.getString("attribute_schema")),
        Optional.ofNullable(row.getString("source")),
        accuracy == null ? OptionalDouble.empty() : OptionalDouble.of(accuracy),
        Optional.ofNullable(row.getString("update_rule")),
        row.getBoolean("built_in"),
        row.getInt("sort"),
        row.getInt("catalogue_revision"),
        row.getLong("revision"));
  }
}
