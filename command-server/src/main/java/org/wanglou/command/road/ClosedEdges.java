package org.wanglou.command.road;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.wanglou.command.db.Columns;
import org.wanglou.gis.road.ClosureMask;

/** Which edges the closures in force of the transaction's realm close. */
final class ClosedEdges {
  private static final String IN_FORCE =
      """
      SELECT edges, until_at
        FROM closure
       WHERE lifted_at IS NULL AND (until_at IS NULL OR until_at > :now)""";

  private record Row(List<Long> edges, Optional<Instant> until) {}

  private ClosedEdges() {}

  static Roads.Closed at(Handle tx, Instant now) {
    var rows = tx.createQuery(IN_FORCE).bind("now", now).map(ClosedEdges::row).list();
    return new Roads.Closed(
        ClosureMask.of(
            rows.stream().flatMap(row -> row.edges().stream()).mapToInt(Math::toIntExact)),
        rows.stream()
            .flatMap(row -> row.until().stream())
            .min(Instant::compareTo)
            .orElse(Instant.MAX));
  }

  private static Row row(ResultSet row, StatementContext ctx) throws SQLException {
    return new Row(
        List.of((Long[]) row.getArray("edges").getArray()), Columns.maybeInstant(row, "until_at"));
  }
}
