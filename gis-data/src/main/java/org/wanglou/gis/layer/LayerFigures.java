package org.wanglou.gis.layer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What there is of a layer now.
 *
 * @param newest when one of its features was last changed
 */
public record LayerFigures(long count, List<Provenance> provenance, Optional<Instant> newest) {
  private static final LayerFigures NONE = new LayerFigures(0, List.of(), Optional.empty());

  private record Row(String layer, Provenance provenance, long count, Instant newest) {}

  public LayerFigures {
    provenance = List.copyOf(provenance);
  }

  /** By layer, of what is valid at a time; layers without a feature are missing. */
  public static Map<String, LayerFigures> all(Handle tx, Instant now) {
    return of(tx, now, "");
  }

  /** Of one layer. */
  public static LayerFigures of(Handle tx, String layer, Instant now) {
    return of(tx, now, layer).getOrDefault(layer, NONE);
  }

  /** Figures of a layer that has none. */
  public static LayerFigures none() {
    return NONE;
  }

  private static Map<String, LayerFigures> of(Handle tx, Instant now, String only) {
    var all = new HashMap<String, LayerFigures>();
    tx.createQuery(
            """
            SELECT layer, provenance, count(*) AS n, max(changed_at) AS newest
              FROM feature
             WHERE (:only = '' OR layer = :only) AND valid_from <= :now AND (valid_to IS NULL OR valid_to > :now)
             GROUP BY layer, provenance
             ORDER BY layer, provenance""")
        .bind("only", only)
        .bind("now", now)
        .map(
            (row, ctx) ->
                new Row(
                    row.getString("layer"),
                    Provenance.valueOf(row.getString("provenance")),
                    row.getLong("n"),
                    FeatureRows.instant(row, "newest").orElseThrow()))
        .forEach(row -> all.merge(row.layer(), one(row), LayerFigures::with));
    return all;
  }

  private static LayerFigures one(Row row) {
    return new LayerFigures(row.count(), List.of(row.provenance()), Optional.of(row.newest()));
  }

  private LayerFigures with(LayerFigures other) {
    var both = new ArrayList<>(provenance);
    both.addAll(other.provenance);
    var later =
        newest.filter(it -> other.newest.map(it::isAfter).orElse(true)).or(() -> other.newest);
    return new LayerFigures(count + other.count, both, later);
  }
}
