package org.wanglou.command.county;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.locationtech.jts.geom.Envelope;
import org.wanglou.gis.layer.Provenance;

/** Reads the table {@code dataset}. */
public final class Counties {
  private static final String NEWEST =
      """
      SELECT id, name, source, attribution, provenance, data_date, loaded_at,
             ST_XMin(bounds) AS west, ST_YMin(bounds) AS south, ST_XMax(bounds) AS east, ST_YMax(bounds) AS north
        FROM dataset
       ORDER BY loaded_at DESC, id DESC
       LIMIT 1""";

  private Counties() {}

  /** The county in force; empty as long as no dataset has been loaded. */
  public static Optional<County> inForce(Handle tx) {
    return tx.createQuery(NEWEST).map(Counties::row).findOne();
  }

  private static County row(ResultSet rs, StatementContext ctx) throws SQLException {
    return new County(
        rs.getObject("id", UUID.class),
        rs.getString("name"),
        rs.getString("source"),
        rs.getString("attribution"),
        Provenance.valueOf(rs.getString("provenance")),
        Optional.ofNullable(rs.getObject("data_date", LocalDate.class)),
        new Envelope(
            rs.getDouble("west"),
            rs.getDouble("east"),
            rs.getDouble("south"),
            rs.getDouble("north")),
        rs.getObject("loaded_at", OffsetDateTime.class).toInstant());
  }
}
