package org.wanglou.command.intake;

import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.intake.FieldMapping;
import org.wanglou.gis.intake.SourceLayer;
import org.wanglou.gis.layer.Change;
import org.wanglou.gis.layer.LayerType;

/** The mapping that was used last, for each layer and source. */
final class ImportMappings {
  private ImportMappings() {}

  /** The saved one, if the file still has its fields and the layer its attributes. */
  static Optional<FieldMapping> fitting(
      Handle tx, LayerType type, String source, SourceLayer layer) {
    return tx.createQuery(
            "SELECT mapping::text FROM import_mapping WHERE layer = :layer AND source = :source")
        .bind("layer", type.id())
        .bind("source", source)
        .mapTo(String.class)
        .findOne()
        .map(ImportWish::readMapping)
        .filter(mapping -> fits(mapping, type, layer));
  }

  private static boolean fits(FieldMapping mapping, LayerType type, SourceLayer layer) {
    try {
      return mapping.checked(type, layer) != null;
    } catch (Fault otherFile) {
      return false;
    }
  }

  static void save(
      Handle tx, ImportWish wish, FieldMapping mapping, Optional<SourceCrs> crs, Change change) {
    var json = new JsonObject();
    mapping.targets().forEach(json::put);
    tx.createUpdate(
            """
            INSERT INTO import_mapping (layer, source, crs, mapping, saved_at, saved_by)
            VALUES (:layer, :source, :crs, CAST(:mapping AS jsonb), :at, :by)
            ON CONFLICT (layer, source) DO UPDATE
               SET crs = excluded.crs, mapping = excluded.mapping, saved_at = excluded.saved_at,
                   saved_by = excluded.saved_by""")
        .bind("layer", wish.layer())
        .bind("source", wish.source())
        .bind("crs", crs.map(SourceCrs::code).orElse(null))
        .bind("mapping", json.encode())
        .bind("at", change.at().atOffset(ZoneOffset.UTC))
        .bind("by", change.by())
        .execute();
  }

  static List<JsonObject> list(Handle tx, Optional<String> layer, Optional<String> source) {
    return tx.createQuery(
            """
            SELECT layer, source, crs, mapping::text AS mapping, saved_at, saved_by
              FROM import_mapping
             WHERE (CAST(:layer AS text) IS NULL OR layer = :layer)
               AND (CAST(:source AS text) IS NULL OR source = :source)
             ORDER BY saved_at DESC
             LIMIT 1000""")
        .bind("layer", layer.orElse(null))
        .bind("source", source.orElse(null))
        .map(
            (row, ctx) ->
                new JsonObject()
                    .put("layer", row.getString("layer"))
                    .put("source", row.getString("source"))
                    .put("crs", row.getString("crs"))
                    .put("mapping", new JsonObject(row.getString("mapping")))
                    .put(
                        "saved_at",
                        row.getObject("saved_at", OffsetDateTime.class).toInstant().toString())
                    .put("saved_by", row.getString("saved_by")))
        .list();
  }
}
