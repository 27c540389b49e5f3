package org.wanglou.gis.imagery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.wanglou.gis.fault.Fault;
import org.xml.sax.SAXException;

/**
 * What a WMTS 1.0.0 says of itself: its layers and matrix sets. Read without document types and
 * entities. Names of elements are taken without their namespaces, whose prefixes differ.
 */
final class Capabilities {
  static final int MOST_BYTES = 8 << 20;

  private static final double PIXEL_M = 0.00028;

  /** Some services count pixels of 96 to the inch where the standard has 0.28 mm. */
  private static final double PIXEL_96_DPI = 25.4 / 96 / 0.28;

  private static final double DEGREE_M = 111319.49079327358;
  private static final double WORLD_FITS = 1e-3;
  private static final List<String> MERCATOR =
      List.of("3857", "900913", "3785", "102100", "102113");
  private static final List<String> DEGREES = List.of("4490", "4326", "CRS84");

  /**
   * A layer.
   *
   * @param template of its tiles by ResourceURL; empty: by key-value pairs
   */
  record Layer(
      String id,
      String title,
      String style,
      List<String> formats,
      List<String> matrixSets,
      Optional<String> template,
      Optional<Bounds> bounds) {}

  private final List<Layer> layers = new ArrayList<>();
  private final Map<String, MatrixSet> sets = new HashMap<>();
  private Optional<String> getTile = Optional.empty();

  private Capabilities() {}

  /**
   * @throws Fault UNAVAILABLE {@code imagery.capabilities_unreadable}
   */
  static Capabilities read(byte[] xml) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      var root = builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
      if (!root.getLocalName().equals("Capabilities")) {
        throw new IllegalArgumentException(root.getLocalName());
      }
      var read = new Capabilities();
      read.operations(root);
      var contents =
          child(root, "Contents").orElseThrow(() -> new IllegalArgumentException("Contents"));
      children(contents, "Layer").forEach(it -> read.layers.add(layer(it)));
      children(contents, "TileMatrixSet").forEach(read::set);
      return read;
    } catch (SAXException
        | IOException
        | ParserConfigurationException
        | IllegalArgumentException e) {
      var unreadable = away("imagery.capabilities_unreadable");
      unreadable.initCause(e);
      throw unreadable;
    }
  }

  /** Where tiles are asked for by key-value pairs, if it says so. */
  Optional<String> getTile() {
    return getTile;
  }

  /**
   * @throws Fault UNAVAILABLE {@code imagery.no_layer}
   */
  Layer layer(Optional<String> wanted) {
    var names = layers.stream().map(Layer::id).limit(20).toList();
    if (wanted.isEmpty() && layers.size() != 1) {
      throw away("imagery.no_layer", "", names);
    }
    return layers.stream()
        .filter(it -> wanted.isEmpty() || it.id().equals(wanted.get()))
        .findFirst()
        .orElseThrow(() -> away("imagery.no_layer", wanted.orElse(""), names));
  }

  /**
   * The wanted set; without a wish the first that needs no resampling, else the first that can be
   * shown at all.
   *
   * @throws Fault UNAVAILABLE {@code imagery.no_matrix_set}
   */
  MatrixSet set(Layer layer, Optional<String> wanted) {
    var usable =
        layer.matrixSets().stream()
            .filter(id -> wanted.isEmpty() || wanted.get().equals(id))
            .filter(sets::containsKey)
            .map(sets::get)
            .toList();
    return usable.stream()
        .filter(set -> set.same(set.maxZoom()).isPresent())
        .findFirst()
        .or(() -> usable.stream().findFirst())
        .orElseThrow(() -> away("imagery.no_matrix_set", wanted.orElse(""), layer.matrixSets()));
  }

  private void operations(Element root) {
    getTile =
        child(root, "OperationsMetadata").stream()
            .flatMap(it -> children(it, "Operation").stream())
            .filter(it -> it.getAttribute("name").equals("GetTile"))
            .flatMap(it -> descendants(it, "Get").stream())
            .map(it -> it.getAttributeNS("http://www.w3.org/1999/xlink", "href"))
            .filter(it -> !it.isBlank())
            .findFirst();
  }

  private static Layer layer(Element element) {
    var styles = children(element, "Style");
    var style =
        styles.stream()
            .filter(it -> it.getAttribute("isDefault").equals("true"))
            .findFirst()
            .or(() -> styles.stream().findFirst())
            .flatMap(it -> text(it, "Identifier"))
            .orElse("default");
    var id = text(element, "Identifier").orElseThrow(() -> new IllegalArgumentException("Layer"));
    return new Layer(
        id,
        text(element, "Title").orElse(id),
        style,
        children(element, "Format").stream().map(it -> it.getTextContent().strip()).toList(),
        children(element, "TileMatrixSetLink").stream()
            .flatMap(it -> text(it, "TileMatrixSet").stream())
            .toList(),
        children(element, "ResourceURL").stream()
            .filter(it -> it.getAttribute("resourceType").equals("tile"))
            .map(it -> it.getAttribute("template"))
            .findFirst(),
        child(element, "WGS84BoundingBox").flatMap(Capabilities::bounds));
  }

  /** Lower and upper corner, longitude first; what reaches over the edge of the world is cut. */
  private static Optional<Bounds> bounds(Element box) {
    var lower = text(box, "LowerCorner").map(Capabilities::pair);
    var upper = text(box, "UpperCorner").map(Capabilities::pair);
    if (lower.isEmpty() || upper.isEmpty()) {
      return Optional.empty();
    }
    double west = Math.max(-180, lower.get()[0]);
    double south = Math.max(-90, lower.get()[1]);
    double east = Math.min(180, upper.get()[0]);
    double north = Math.min(90, upper.get()[1]);
    return west < east && south < north
        ? Optional.of(new Bounds(west, south, east, north))
        : Optional.empty();
  }

  private void set(Element element) {
    var id = text(element, "Identifier").orElse("");
    var crs = text(element, "SupportedCRS").orElse("").toUpperCase(Locale.ROOT);
    var code = crs.replaceAll("^.*[:/]", "");
    boolean geographic = DEGREES.contains(code);
    if (geographic || MERCATOR.contains(code)) {
      var matrices =
          children(element, "TileMatrix").stream()
              .map(it -> matrix(it, geographic, code.equals("CRS84")))
              .toList();
      if (!matrices.isEmpty()) {
        sets.put(id, new MatrixSet(id, geographic, matrices));
      }
    }
  }

  private static Matrix matrix(Element element, boolean geographic, boolean longitudeFirst) {
    var corner = pair(need(element, "TopLeftCorner"));
    // The order of axes is written both ways by services; the corner itself tells it.
    boolean swapped =
        geographic
            ? (!longitudeFirst && Math.abs(corner[0]) <= 90) || Math.abs(corner[1]) > 90
            : corner[0] > 0 && corner[1] < 0;
    int tileWidth = size(element, "TileWidth");
    long columns = (long) number(element, "MatrixWidth");
    double units = number(element, "ScaleDenominator") * PIXEL_M / (geographic ? DEGREE_M : 1);
    double world = geographic ? 360 : 2 * Matrix.MERCATOR_HALF;
    if (Math.abs(columns * tileWidth * units * PIXEL_96_DPI / world - 1) < WORLD_FITS) {
      units *= PIXEL_96_DPI;
    }
    if (!(units > 0) || columns < 1 || number(element, "MatrixHeight") < 1) {
      throw new IllegalArgumentException("TileMatrix");
    }
    return new Matrix(
        need(element, "Identifier"),
        swapped ? corner[1] : corner[0],
        swapped ? corner[0] : corner[1],
        units,
        tileWidth,
        size(element, "TileHeight"),
        columns,
        (long) number(element, "MatrixHeight"));
  }

  private static int size(Element element, String name) {
    double size = number(element, name);
    if (size < 1 || size > Raster.MOST_SIDE) {
      throw new IllegalArgumentException(name);
    }
    return (int) size;
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(need(element, name));
  }

  private static String need(Element element, String name) {
    return text(element, name).orElseThrow(() -> new IllegalArgumentException(name));
  }

  private static double[] pair(String text) {
    var parts = text.strip().split("\\s+", -1);
    return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[parts.length - 1])};
  }

  private static Optional<String> text(Element parent, String name) {
    return child(parent, name).map(it -> it.getTextContent().strip()).filter(it -> !it.isEmpty());
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(parent, name).stream().findFirst();
  }

  private static List<Element> children(Element parent, String name) {
    var found = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }

  private static List<Element> descendants(Element parent, String name) {
    var found = new ArrayList<Element>();
    var all = parent.getElementsByTagNameNS("*", name);
    for (int i = 0; i < all.getLength(); i++) {
      found.add((Element) all.item(i));
    }
    return found;
  }

  private static Fault away(String code, Object... args) {
    return new Fault(Fault.Kind.UNAVAILABLE, "", code, args);
  }
}
