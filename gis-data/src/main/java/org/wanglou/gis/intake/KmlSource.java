package org.wanglou.gis.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Geometry;
import org.wanglou.gis.fault.Fault;

/**
 * KML, one placemark in memory at a time. Network links, overlays and pictures are counted and not
 * followed; document types and entities are not read at all.
 */
final class KmlSource implements SourceFile {
  private static final int LONGEST_TEXT = 64 << 20;

  private final Path file;

  KmlSource(Upload upload) {
    this.file = upload.main();
  }

  @Override
  public FileFormat format() {
    return FileFormat.KML;
  }

  /** Reads the whole file: fields differ from placemark to placemark. */
  @Override
  public List<SourceLayer> layers() {
    var types = new LinkedHashMap<String, SourceField.Type>();
    long count = 0;
    try (var rows = new KmlRows(file)) {
      while (rows.hasNext()) {
        rows.next().fields().keySet().forEach(field -> types.put(field, SourceField.Type.TEXT));
        count++;
      }
      return List.of(
          new SourceLayer(
              file.getFileName().toString().replaceFirst("\\.[^.]*$", ""),
              OptionalLong.of(count),
              Optional.of("mixed"),
              FieldTypes.fields(types),
              Optional.of("EPSG:4326"),
              Optional.of(TextEncoding.UTF_8),
              rows.links));
    }
  }

  @Override
  public Rows rows(SourceLayer layer) {
    return new KmlRows(file);
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private static final class KmlRows implements Rows {
    private final CountedInput counted;
    private final XMLStreamReader xml;
    private final java.util.ArrayDeque<String> folders = new java.util.ArrayDeque<>();
    private int links;
    private RawRow ahead;
    private boolean ended;
    private long row;

    KmlRows(Path file) {
      counted = CountedInput.of(file);
      try {
        xml = factory().createXMLStreamReader(new BufferedInputStream(counted, 1 << 16));
      } catch (XMLStreamException e) {
        throw unreadable(e);
      }
    }

    @Override
    public boolean hasNext() {
      if (ahead == null && !ended) {
        try {
          ahead = read();
        } catch (XMLStreamException e) {
          throw unreadable(e);
        }
        ended = ahead == null;
      }
      return ahead != null;
    }

    private RawRow read() throws XMLStreamException {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "Placemark" -> {
              return placemark();
            }
            case "Folder" -> folders.push("");
            case "name" -> {
              var name = text();
              if (!folders.isEmpty()) {
                folders.pop();
                folders.push(name);
              }
            }
            case "NetworkLink", "GroundOverlay", "ScreenOverlay", "PhotoOverlay" -> {
              links++;
              skip();
            }
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("Folder")) {
          folders.pop();
        }
      }
      return null;
    }

    private RawRow placemark() throws XMLStreamException {
      row++;
      Map<String, Object> fields = new LinkedHashMap<>();
      Optional<Geometry> geometry = Optional.empty();
      Optional<String> trouble = Optional.empty();
      var id = xml.getAttributeValue(null, "id");
      if (id != null) {
        fields.put("id", id);
      }
      if (!folders.isEmpty() && !folders.peek().isEmpty()) {
        fields.put("folder", folders.peek());
      }
      while (nextChild("Placemark")) {
        var element = xml.getLocalName();
        if (element.equals("ExtendedData")) {
          extendedData(fields);
        } else if (KmlGeometry.isOne(element)) {
          try {
            geometry = Optional.of(new KmlGeometry(xml).read());
          } catch (KmlGeometry.Unreadable e) {
            trouble = Optional.of(e.code());
            skipRest(element, e.depth());
          }
        } else if (List.of("name", "description", "address", "phoneNumber").contains(element)) {
          fields.put(element, emptyAsNull(text()));
        } else {
          skip();
        }
      }
      return new RawRow(row, geometry, trouble, fields);
    }

    private void extendedData(Map<String, Object> fields) throws XMLStreamException {
      while (nextChild("ExtendedData")) {
        if (xml.getLocalName().equals("Data")) {
          var name = xml.getAttributeValue(null, "name");
          String value = null;
          while (nextChild("Data")) {
            if (xml.getLocalName().equals("value")) {
              value = text();
            } else {
              skip();
            }
          }
          put(fields, name, value);
        } else if (xml.getLocalName().equals("SchemaData")) {
          while (nextChild("SchemaData")) {
            put(fields, xml.getAttributeValue(null, "name"), text());
          }
        } else {
          skip();
        }
      }
    }

    private static void put(Map<String, Object> fields, String name, String value) {
      if (name != null && !name.isBlank()) {
        fields.put(name, emptyAsNull(value));
      }
    }

    private static String emptyAsNull(String text) {
      return text == null || text.isEmpty() ? null : text;
    }

    /** Whether another element begins before the named one ends. */
    private boolean nextChild(String parent) throws XMLStreamException {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          return true;
        }
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(parent)) {
          return false;
        }
      }
      throw new XMLStreamException("ends in " + parent);
    }

    private String text() throws XMLStreamException {
      var text = KmlGeometry.text(xml);
      if (text.length() > LONGEST_TEXT) {
        throw Fault.invalid("/file", "import.row_too_long", row);
      }
      return text.strip();
    }

    private void skip() throws XMLStreamException {
      skipRest(xml.getLocalName(), 1);
    }

    /** Until {@code depth} open elements are closed. */
    private void skipRest(String element, int depth) throws XMLStreamException {
      for (int open = depth; open > 0; ) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          open++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          open--;
        } else if (event == XMLStreamConstants.END_DOCUMENT) {
          throw new XMLStreamException("ends in " + element);
        }
      }
    }

    private static Fault unreadable(XMLStreamException e) {
      var at = e.getLocation();
      return Fault.invalid(
          "/file",
          "import.xml",
          at == null ? "?" : at.getLineNumber() + ":" + at.getColumnNumber());
    }

    @Override
    public RawRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var next = ahead;
      ahead = null;
      return next;
    }

    @Override
    public double share() {
      return counted.share();
    }

    @Override
    public void close() {
      try {
        xml.close();
        counted.close();
      } catch (XMLStreamException | IOException e) {
        throw new UncheckedIOException(new IOException(e));
      }
    }
  }
}
