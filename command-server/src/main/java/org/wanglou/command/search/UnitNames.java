package org.wanglou.command.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.wanglou.gis.layer.Provenance;
import org.wanglou.gis.search.Entry;

/** The units of the transaction's realm, where each is now. */
final class UnitNames {
  private static final int RANK = 3;

  private static final String UNITS =
      """
      SELECT u.id, u.name, u.call_sign, u.base_name, u.provenance,
             ST_X(coalesce(p.location, u.base_location)) AS lon,
             ST_Y(coalesce(p.location, u.base_location)) AS lat
        FROM unit u
        LEFT JOIN unit_latest_position p ON p.realm_id = u.realm_id AND p.unit_id = u.id""";

  private UnitNames() {}

  static List<Entry> all(Handle tx) {
    return tx.createQuery(UNITS)
        .map(
            (row, c) ->
                new Entry(
                    Entry.Kind.UNIT,
                    row.getString("name"),
                    Optional.empty(),
                    Optional.of(row.getObject("id", UUID.class)),
                    Optional.ofNullable(row.getString("call_sign")),
                    RANK,
                    row.getDouble("lon"),
                    row.getDouble("lat"),
                    row.getString("base_name"),
                    Provenance.valueOf(row.getString("provenance")),
                    Optional.empty(),
                    Optional.empty()))
        .list();
  }
}
