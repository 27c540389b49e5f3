package org.wanglou.gis.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A FeatureCollection that says of itself what it is, in members that other programs pass over. */
final class GeoJsonWriter implements FeatureWriter {
  private final JsonGenerator json;

  GeoJsonWriter(Path file, ExportHeader header) throws IOException {
    json = new ObjectMapper().getFactory().createGenerator(file.toFile(), JsonEncoding.UTF8);
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    json.writeStringField("name", header.layer().id());
    json.writeObjectFieldStart("crs");
    json.writeStringField("type", "name");
    json.writeObjectFieldStart("properties");
    json.writeStringField("name", header.crs().code());
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("wanglou");
    json.writeStringField("about", header.about());
    json.writeBooleanField("synthetic", header.synthetic());
    json.writeObjectField("provenance", header.provenances());
    json.writeObjectField("source", header.sources());
    json.writeStringField("data_date", header.dataDate().map(Object::toString).orElse(null));
    json.writeStringField("exported_at", header.exportedAt().toString());
    json.writeEndObject();
    json.writeArrayFieldStart("features");
  }

  @Override
  public void write(ExportRow row) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectField("id", row.values().get("id"));
    json.writeFieldName("geometry");
    geometry(row.geometry());
    json.writeObjectFieldStart("properties");
    for (var value : row.values().entrySet()) {
      if (!value.getKey().equals("id")) {
        json.writeObjectField(value.getKey(), value.getValue());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void geometry(Geometry geometry) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", geometry.getGeometryType());
    json.writeFieldName("coordinates");
    coordinates(geometry);
    json.writeEndObject();
  }

  private void coordinates(Geometry geometry) throws IOException {
    if (geometry instanceof Point point) {
      position(point.getCoordinateSequence(), 0);
    } else if (geometry instanceof LineString line) {
      line(line);
    } else if (geometry instanceof Polygon polygon) {
      json.writeStartArray();
      line(polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        line(polygon.getInteriorRingN(i));
      }
      json.writeEndArray();
    } else if (geometry instanceof GeometryCollection many) {
      json.writeStartArray();
      for (int i = 0; i < many.getNumGeometries(); i++) {
        coordinates(many.getGeometryN(i));
      }
      json.writeEndArray();
    }
  }

  private void line(LineString line) throws IOException {
    json.writeStartArray();
    var points = line.getCoordinateSequence();
    for (int i = 0; i < points.size(); i++) {
      position(points, i);
    }
    json.writeEndArray();
  }

  private void position(CoordinateSequence points, int i) throws IOException {
    json.writeStartArray();
    json.writeNumber(points.getX(i));
    json.writeNumber(points.getY(i));
    json.writeEndArray();
  }

  @Override
  public void close() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }
}
