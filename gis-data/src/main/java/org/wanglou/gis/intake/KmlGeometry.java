package org.wanglou.gis.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.PrecisionModel;

/** A KML geometry; the reader stands on its first element and then on its last. */
final class KmlGeometry {
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 0);
  private static final Set<String> KINDS =
      Set.of("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry");

  private final XMLStreamReader xml;
  private int depth;

  KmlGeometry(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** It is a geometry, but not one that can be kept. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final int depth;

    Unreadable(String code, int depth) {
      super(code);
      this.code = code;
      this.depth = depth;
    }

    String code() {
      return code;
    }

    /** Elements of it that are still open. */
    int depth() {
      return depth;
    }
  }

  static boolean isOne(String element) {
    return KINDS.contains(element);
  }

  Geometry read() throws XMLStreamException, Unreadable {
    depth++;
    var kind = xml.getLocalName();
    var parts = new ArrayList<Geometry>();
    var lines = new ArrayList<Coordinate[]>();
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        var element = xml.getLocalName();
        if (element.equals("coordinates")) {
          lines.add(coordinates(text(xml)));
        } else if (kind.equals("MultiGeometry") && isOne(element)) {
          parts.add(read());
        } else {
          depth++; // a boundary, a ring, or something that says nothing about the place
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        if (xml.getLocalName().equals(kind)) {
          return made(kind, lines, parts);
        }
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw new XMLStreamException("ends in " + kind);
      }
    }
  }

  private Geometry made(String kind, List<Coordinate[]> lines, List<Geometry> parts)
      throws Unreadable {
    try {
      return switch (kind) {
        case "Point" ->
            lines.isEmpty() || lines.get(0).length == 0
                ? FACTORY.createPoint()
                : FACTORY.createPoint(lines.get(0)[0]);
        case "LineString", "LinearRing" ->
            FACTORY.createLineString(lines.isEmpty() ? new Coordinate[0] : lines.get(0));
        case "Polygon" -> {
          var rings = lines.stream().map(FACTORY::createLinearRing).toArray(LinearRing[]::new);
          yield rings.length == 0
              ? FACTORY.createPolygon()
              : FACTORY.createPolygon(
                  rings[0], java.util.Arrays.copyOfRange(rings, 1, rings.length));
        }
        default -> FACTORY.buildGeometry(parts);
      };
    } catch (IllegalArgumentException e) {
      throw new Unreadable("import.geometry_unreadable", depth);
    }
  }

  private Coordinate[] coordinates(String text) throws Unreadable {
    var result = new ArrayList<Coordinate>();
    for (var tuple : text.strip().split("\\s+", -1)) {
      if (!tuple.isEmpty()) {
        result.add(coordinate(tuple.split(",", -1)));
      }
    }
    return result.toArray(Coordinate[]::new);
  }

  private Coordinate coordinate(String[] numbers) throws Unreadable {
    try {
      double x = Double.parseDouble(numbers[0]);
      double y = Double.parseDouble(numbers[1]);
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new Unreadable("import.not_finite", depth);
      }
      return numbers.length > 2 && !numbers[2].isEmpty()
          ? new Coordinate(x, y, Double.parseDouble(numbers[2]))
          : new Coordinate(x, y);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new Unreadable("import.geometry_unreadable", depth);
    }
  }

  /** All text up to the element's end, that of elements inside too. */
  static String text(XMLStreamReader xml) throws XMLStreamException {
    var text = new StringBuilder();
    for (int open = 1; open > 0; ) {
      int event = xml.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> open++;
        case XMLStreamConstants.END_ELEMENT -> open--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("ends in a text");
        default -> {}
      }
    }
    return text.toString();
  }
}
