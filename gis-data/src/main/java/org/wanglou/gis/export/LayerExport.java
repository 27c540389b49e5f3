package org.wanglou.gis.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.layer.LayerType;

/** Writes a layer as a file, row by row: memory does not grow with the layer. */
public final class LayerExport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROWS_AT_ONCE = 1_000;

  private static final String ABOUT =
      """
      SELECT count(*) AS features,
             coalesce(bool_or(provenance = 'SYNTHETIC'), false) AS synthetic,
             coalesce(bool_and(GeometryType(geom) = 'POINT'), true) AS only_points,
             coalesce(max(CASE WHEN GeometryType(geom) = 'POINT' THEN 0 ELSE ST_NPoints(geom) END), 0) AS most_points,
             array_remove(array_agg(DISTINCT provenance), NULL) AS provenances,
             array_remove(array_agg(DISTINCT source), NULL) AS sources,
             max(changed_at) AS data_date
        FROM feature
       WHERE layer = :layer""";

  private static final String ROWS =
      """
      SELECT id, external_id, name, ST_AsBinary(geom) AS geom, attributes::text AS attributes, provenance, source,
             accuracy_m, valid_from, valid_to, revision, changed_at
        FROM feature
       WHERE layer = :layer
       ORDER BY id""";

  private static final String LONGEST =
      """
      SELECT key, max(octet_length(value)) AS bytes,
             max(CASE WHEN value ~ '^-?[0-9]+(\\.[0-9]+)?$' THEN length(split_part(ltrim(value, '-'), '.', 1)) END) AS digits
        FROM feature, jsonb_each_text(attributes || jsonb_build_object('name', name, 'external_id', external_id,
                                                                      'source', source))
       WHERE layer = :layer
       GROUP BY key""";

  // More than any coordinate takes as text.
  private static final int CHARACTERS_PER_POINT = 50;

  private final Handle tx;
  private final LayerType layer;
  private final SourceCrs crs;
  private final Instant now;

  /**
   * @param tx of one moment, so that what is counted first is what is written then
   */
  public LayerExport(Handle tx, LayerType layer, SourceCrs crs, Instant now) {
    this.tx = tx;
    this.layer = layer;
    this.crs = crs;
    this.now = now;
  }

  /**
   * Whether there is an invented feature in what was written.
   *
   * @param file in the working folder
   */
  public record Written(Path file, boolean synthetic) {}

  /**
   * @param folder empty working folder, which the caller deletes
   */
  public Written write(ExportFormat format, Path folder) {
    var about = about();
    var file = folder.resolve("export." + format.ending());
    try (var writer = writer(format, folder, file, about)) {
      tx.createQuery(ROWS)
          .bind("layer", layer.id())
          .setFetchSize(ROWS_AT_ONCE)
          .map((row, ctx) -> row(row))
          .useStream(rows -> rows.forEach(row -> write(writer, row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Written(file, about.header().synthetic());
  }

  private record About(ExportHeader header, int mostPoints) {}

  private About about() {
    return tx.createQuery(ABOUT)
        .bind("layer", layer.id())
        .map(
            (row, ctx) ->
                new About(
                    new ExportHeader(
                        layer,
                        crs,
                        row.getLong("features"),
                        row.getBoolean("synthetic"),
                        row.getBoolean("only_points"),
                        texts(row, "provenances"),
                        texts(row, "sources"),
                        Optional.ofNullable(row.getObject("data_date", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant),
                        now),
                    row.getInt("most_points")))
        .one();
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    var array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private FeatureWriter writer(ExportFormat format, Path folder, Path file, About about)
      throws IOException {
    var header = about.header();
    return switch (format) {
      case GEOJSON -> new GeoJsonWriter(file, header);
      case CSV -> new CsvWriter(file, header);
      case XLSX -> new XlsxWriter(file, header, about.mostPoints() * CHARACTERS_PER_POINT);
      case KML -> new KmlWriter(file, header);
      case GPKG -> new GpkgWriter(folder, file, header);
      case SHP -> {
        var longest = new HashMap<String, Integer>();
        var digits = new HashMap<String, Integer>();
        tx.createQuery(LONGEST)
            .bind("layer", layer.id())
            .map(
                (row, ctx) -> {
                  longest.put(row.getString("key"), row.getInt("bytes"));
                  digits.put(row.getString("key"), Math.max(1, row.getInt("digits")));
                  return row.getString("key");
                })
            .list();
        yield new ShapefileWriter(folder, file, header, longest, digits);
      }
    };
  }

  private static void write(FeatureWriter writer, ExportRow row) {
    try {
      writer.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ExportRow row(ResultSet row) throws SQLException {
    Map<String, Object> attributes;
    Geometry geometry;
    try {
      attributes = JSON.readerForMapOf(Object.class).readValue(row.getString("attributes"));
      geometry = new WKBReader().read(row.getBytes("geom"));
    } catch (JsonProcessingException | ParseException e) {
      throw new IllegalStateException("feature " + row.getString("id"), e);
    }
    var values = new LinkedHashMap<String, Object>();
    values.put("id", row.getString("id"));
    values.put("external_id", row.getString("external_id"));
    values.put("name", row.getString("name"));
    layer.attributes().forEach(it -> values.put(it.name(), attributes.get(it.name())));
    values.put("provenance", row.getString("provenance"));
    values.put("source", row.getString("source"));
    values.put("accuracy_m", row.getObject("accuracy_m"));
    values.put("valid_from", instant(row, "valid_from"));
    values.put("valid_to", instant(row, "valid_to"));
    values.put("revision", row.getInt("revision"));
    values.put("changed_at", instant(row, "changed_at"));
    values.put("crs", crs.code());
    return new ExportRow(crs.from4490(geometry), values);
  }

  private static String instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant().toString();
  }
}
