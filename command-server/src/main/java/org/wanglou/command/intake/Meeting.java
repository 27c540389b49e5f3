package org.wanglou.command.intake;

import org.jdbi.v3.core.Handle;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.NewFeature;
import org.wanglou.gis.layer.Provenance;

/**
 * Invented and real features never stand side by side: what is in the layer already decides what
 * may be merged into it. A whole replacement may bring either.
 *
 * @param merging whether what is there stays
 * @param synthetic whether an invented feature is there
 * @param real whether a real one is
 */
record Meeting(String layer, boolean merging, boolean synthetic, boolean real) {
  static Meeting of(Handle tx, ImportWish wish) {
    return tx.createQuery(
            """
            SELECT count(*) FILTER (WHERE provenance = 'SYNTHETIC') > 0 AS synthetic,
                   count(*) FILTER (WHERE provenance <> 'SYNTHETIC') > 0 AS real
              FROM feature WHERE layer = :layer""")
        .bind("layer", wish.layer())
        .map(
            (row, ctx) ->
                new Meeting(
                    wish.layer(),
                    wish.tried() == ImportWish.Mode.MERGE,
                    row.getBoolean("synthetic"),
                    row.getBoolean("real")))
        .one();
  }

  /**
   * The first feature of a file, whose others are of the same kind.
   *
   * @throws Fault CONFLICT {@code import.merge_into_synthetic}, {@code import.merge_of_synthetic}
   */
  void admit(NewFeature first) {
    boolean invented = first.provenance() == Provenance.SYNTHETIC;
    if (merging && synthetic && !invented) {
      throw Fault.conflict("/mode", "import.merge_into_synthetic", layer);
    }
    if (merging && real && invented) {
      throw Fault.conflict("/mode", "import.merge_of_synthetic", layer);
    }
  }
}
