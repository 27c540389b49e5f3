package org.wanglou.gis.layer;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.wanglou.gis.db.CopyRows;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.fault.Fault.Detail;
import org.wanglou.gis.ids.Uuid7;
import org.wanglou.gis.layer.BulkResult.Row;
import org.wanglou.gis.layer.BulkResult.Rows;

/**
 * A whole file into a layer that has nothing to compare it with: COPY straight into the table,
 * which works on one row while the next ones are read.
 */
final class FreshLoad {
  private static final String TARGET =
      "feature (id, layer, external_id, name, geom, attributes, valid_from, valid_to, provenance, source,"
          + " accuracy_m, revision, act, changed_at, changed_by, reason)";

  private static final String NOTHING_THERE =
      """
      SELECT NOT EXISTS (SELECT FROM feature WHERE layer = :layer)
         AND NOT EXISTS (SELECT FROM feature_past WHERE layer = :layer AND removed_by IS NOT NULL)""";

  private static final int TWINS_NAMED = 20;
  private static final Uuid7 IDS = Uuid7.system();

  private final Handle tx;
  private final LayerType type;
  private final Change change;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> twins = new LinkedHashSet<>();
  private final List<Row> first = new ArrayList<>();
  private int count;

  FreshLoad(Handle tx, LayerType type, Change change) {
    this.tx = tx;
    this.type = type;
    this.change = change;
  }

  /** Neither has it features, nor were any removed that could come back under their ids. */
  static boolean fits(Handle tx, String layer) {
    return tx.createQuery(NOTHING_THERE).bind("layer", layer).mapTo(Boolean.class).one();
  }

  BulkResult load(Stream<NewFeature> features) {
    try (var rows = new CopyRows(tx, TARGET)) {
      var all = features.iterator();
      var ids = IDS.ascending(); // in the order of the file, by which equal names are told apart
      while (all.hasNext()) {
        var it = FeatureCheck.checked(type, all.next());
        if (it.externalId().map(seen::add).orElse(true)) {
          put(rows, ids.get(), it);
        } else if (twins.size() < TWINS_NAMED) {
          twins.add(it.externalId().orElseThrow());
        }
      }
    } catch (UncheckedIOException e) {
      throw Broken.byCopy(e);
    }
    if (!twins.isEmpty()) {
      throw twice(twins);
    }
    var none = new Rows(0, List.of());
    return new BulkResult(new Rows(count, first), none, none, 0);
  }

  private void put(CopyRows rows, java.util.UUID id, NewFeature it) {
    rows.put(id).put(type.id()).put(it.externalId()).put(it.name()).put(it.geometry());
    rows.put(FeatureRows.json(it.attributes())).put(it.validFrom().orElse(change.at()));
    rows.put(it.validTo()).put(it.provenance()).put(it.source());
    rows.put(it.accuracyM().isPresent() ? it.accuracyM().getAsDouble() : null).put(1);
    rows.put(change.act()).put(change.at()).put(change.by());
    rows.put(change.reason().isBlank() ? null : change.reason()).endRow();
    count++;
    if (first.size() < BulkResult.NAMED) {
      first.add(new Row(it.externalId(), it.name()));
    }
  }

  /** The same external id for two features of one file. */
  static Fault twice(java.util.Collection<String> externalIds) {
    return new Fault(
        Fault.Kind.INVALID,
        externalIds.stream()
            .map(id -> new Detail("/external_id", "layer.external_id_twice", List.of(id)))
            .toList());
  }
}
