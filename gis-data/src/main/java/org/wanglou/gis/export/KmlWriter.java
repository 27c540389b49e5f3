package org.wanglou.gis.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** KML, whose attributes stand in ExtendedData. */
final class KmlWriter implements FeatureWriter {
  private final Writer out;

  KmlWriter(Path file, ExportHeader header) throws IOException {
    out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.write("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>");
    out.write(XmlText.of(header.layer().label().zh()));
    out.write("</name><description>" + XmlText.of(header.about()) + "</description>\n");
  }

  @Override
  public void write(ExportRow row) throws IOException {
    out.write("<Placemark><name>" + XmlText.of(CellTexts.text(row.values().get("name"))));
    out.write("</name><ExtendedData>");
    for (var value : row.values().entrySet()) {
      if (value.getValue() != null && !value.getKey().equals("name")) {
        out.write("<Data name=\"" + XmlText.of(value.getKey()) + "\"><value>");
        out.write(XmlText.of(CellTexts.text(value.getValue())) + "</value></Data>");
      }
    }
    out.write("</ExtendedData>");
    geometry(row.geometry());
    out.write("</Placemark>\n");
  }

  private void geometry(Geometry geometry) throws IOException {
    if (geometry instanceof Point point) {
      out.write("<Point>");
      coordinates(point.getCoordinateSequence());
      out.write("</Point>");
    } else if (geometry instanceof LineString line) {
      out.write("<LineString>");
      coordinates(line.getCoordinateSequence());
      out.write("</LineString>");
    } else if (geometry instanceof Polygon polygon) {
      out.write("<Polygon>");
      ring("outerBoundaryIs", polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring("innerBoundaryIs", polygon.getInteriorRingN(i));
      }
      out.write("</Polygon>");
    } else {
      out.write("<MultiGeometry>");
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        geometry(geometry.getGeometryN(i));
      }
      out.write("</MultiGeometry>");
    }
  }

  private void ring(String boundary, LineString ring) throws IOException {
    out.write("<" + boundary + "><LinearRing>");
    coordinates(ring.getCoordinateSequence());
    out.write("</LinearRing></" + boundary + ">");
  }

  private void coordinates(CoordinateSequence points) throws IOException {
    out.write("<coordinates>");
    for (int i = 0; i < points.size(); i++) {
      out.write((i == 0 ? "" : " ") + points.getX(i) + "," + points.getY(i));
    }
    out.write("</coordinates>");
  }

  @Override
  public void close() throws IOException {
    out.write("</Document></kml>\n");
    out.close();
  }
}
