package org.wanglou.gis.layer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Rows of the tables feature and feature_past. */
final class FeatureRows {
  /** What both tables have, in one order. */
  static final String SHARED =
      "id, layer, external_id, name, geom, attributes, valid_from, valid_to, provenance, source, accuracy_m, "
          + "revision, act, changed_at, changed_by, reason";

  /** What {@link #feature} reads. */
  static final String READ =
      "id, layer, external_id, name, ST_AsBinary(geom) AS geom, attributes::text AS attributes, valid_from, "
          + "valid_to, provenance, source, accuracy_m, revision, act, changed_at, changed_by, reason";

  /** What {@link #feature} reads of a removal: the feature's last state, and who ended it. */
  static final String READ_REMOVAL =
      READ.replace("revision, act", "revision + 1 AS revision, 'REMOVED' AS act")
          .replace("changed_at", "ended_at AS changed_at")
          .replace("changed_by, reason", "removed_by AS changed_by, removed_reason AS reason");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};
  private static final GeometryFactory CGCS2000 = new GeometryFactory(new PrecisionModel(), 4490);

  private FeatureRows() {}

  static Feature feature(ResultSet row, StatementContext ctx) throws SQLException {
    var accuracy = row.getObject("accuracy_m", Double.class);
    return new Feature(
        row.getObject("id", UUID.class),
        row.getString("layer"),
        Optional.ofNullable(row.getString("external_id")),
        row.getString("name"),
        geometry(row.getBytes("geom")),
        attributes(row.getString("attributes")),
        instant(row, "valid_from").orElseThrow(),
        instant(row, "valid_to"),
        Provenance.valueOf(row.getString("provenance")),
        row.getString("source"),
        accuracy == null ? OptionalDouble.empty() : OptionalDouble.of(accuracy),
        row.getInt("revision"),
        instant(row, "changed_at").orElseThrow(),
        row.getString("changed_by"),
        Optional.ofNullable(row.getString("reason")));
  }

  static FeatureVersion version(ResultSet row, StatementContext ctx) throws SQLException {
    return new FeatureVersion(feature(row, ctx), Change.Act.valueOf(row.getString("act")));
  }

  static String json(Map<String, Object> attributes) {
    try {
      return JSON.writeValueAsString(attributes);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("attributes", e);
    }
  }

  /** For the parameter of ST_GeomFromWKB. */
  static byte[] wkb(Geometry geometry) {
    return new WKBWriter().write(geometry);
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return new WKBReader(CGCS2000).read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("a stored geometry cannot be read", e);
    }
  }

  private static Map<String, Object> attributes(String json) {
    try {
      return JSON.readValue(json, MAP);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored attributes cannot be read", e);
    }
  }
}
