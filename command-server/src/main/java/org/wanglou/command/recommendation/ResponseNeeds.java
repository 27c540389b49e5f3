package org.wanglou.command.recommendation;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads the table {@code response_need}. */
final class ResponseNeeds {
  private static final String IN_FORCE =
      """
      SELECT capability, units
        FROM (SELECT DISTINCT ON (capability) capability, units, rank
                FROM response_need
               WHERE incident_kind = :kind AND level = :level AND valid_from <= :today
               ORDER BY capability, valid_from DESC) AS newest
       WHERE units > 0
       ORDER BY rank, capability""";

  private ResponseNeeds() {}

  /** The most needed first; of each capability the newest row that is in force today. */
  static List<Need> of(Handle tx, String kind, int level, LocalDate today) {
    return tx.createQuery(IN_FORCE)
        .bind("kind", kind)
        .bind("level", level)
        .bind("today", today)
        .map((row, ctx) -> new Need(row.getString("capability"), row.getInt("units")))
        .list();
  }
}
