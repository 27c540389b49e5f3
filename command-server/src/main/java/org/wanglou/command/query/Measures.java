package org.wanglou.command.query;

import io.vertx.core.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Lengths and areas on the ellipsoid. */
final class Measures {
  private static final double METRES_A_KM = 1_000;
  private static final double M2_A_HA = 10_000;
  private static final double ROUND = 1_000;

  private Measures() {}

  /** Columns of a query that adds up the lengths of lines and the areas of polygons. */
  static String sql(String geometry) {
    return "sum(ST_Length(ST_CollectionExtract(%1$s, 2)::geography)) AS length_m, sum(ST_Area(ST_CollectionExtract(%1$s, 3)::geography)) AS area_m2"
        .formatted(geometry);
  }

  /** Puts {@code length_km} and {@code area_ha}, 0 where there is none. */
  static void put(JsonObject json, ResultSet row) throws SQLException {
    json.put("length_km", rounded(row.getDouble("length_m") / METRES_A_KM))
        .put("area_ha", rounded(row.getDouble("area_m2") / M2_A_HA));
  }

  static double rounded(double value) {
    return Math.round(value * ROUND) / ROUND;
  }
}
