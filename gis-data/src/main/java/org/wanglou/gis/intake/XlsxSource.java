package org.wanglou.gis.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.wanglou.gis.fault.Fault;

/**
 * Sheets of a workbook, row by row; of the whole only the shared texts are in memory. The first row
 * with something in it is the header. Formulas count with the value they had when the file was
 * saved.
 */
final class XlsxSource implements SourceFile {
  private static final long MOST_SHARED_CHARACTERS = 200_000_000;
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final ZipFile zip;
  private final XlsxStyles styles;
  private final List<String> shared;

  XlsxSource(Upload upload) {
    try {
      zip = new ZipFile(upload.main().toFile());
    } catch (IOException e) {
      throw Fault.invalid("/file", "import.xlsx", String.valueOf(e.getMessage()));
    }
    styles = reading("xl/styles.xml", XlsxStyles::read).orElse(XlsxStyles.NONE);
    shared = reading("xl/sharedStrings.xml", XlsxSource::sharedTexts).orElse(List.of());
  }

  /** What is done with a part of the workbook. */
  @FunctionalInterface
  interface PartReader<T> {
    T read(XMLStreamReader xml) throws XMLStreamException;
  }

  @Override
  public FileFormat format() {
    return FileFormat.XLSX;
  }

  @Override
  public List<SourceLayer> layers() {
    var layers = new ArrayList<SourceLayer>();
    for (var sheet : sheets().entrySet()) {
      try (var rows = open(sheet.getValue())) {
        if (rows.columns().isEmpty() || sheet.getKey().equals(Workbook.ABOUT)) {
          continue;
        }
        layers.add(
            new SourceLayer(
                sheet.getKey(),
                OptionalLong.empty(),
                Optional.empty(),
                rows.columns().get().fields(),
                Optional.empty(),
                Optional.of(TextEncoding.UTF_8),
                0));
      }
    }
    if (layers.isEmpty()) {
      throw Fault.invalid("/file", "import.no_header");
    }
    return layers;
  }

  @Override
  public Rows rows(SourceLayer layer) {
    return open(sheets().get(layer.name()));
  }

  private XlsxRows open(String part) {
    var entry = zip.getEntry(part);
    if (entry == null) {
      throw Fault.invalid("/file", "import.xlsx", part);
    }
    try {
      return new XlsxRows(zip.getInputStream(entry), entry.getSize(), shared, styles);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parts by the sheets' names, in the workbook's order. */
  private Map<String, String> sheets() {
    var targets =
        reading("xl/_rels/workbook.xml.rels", XlsxSource::relations)
            .orElseThrow(() -> Fault.invalid("/file", "import.xlsx", "workbook.xml.rels"));
    return reading(
            "xl/workbook.xml",
            xml -> {
              var sheets = new java.util.LinkedHashMap<String, String>();
              while (nextElement(xml)) {
                if (xml.getLocalName().equals("sheet")) {
                  var target = targets.get(xml.getAttributeValue(RELATION, "id"));
                  if (target != null) {
                    sheets.put(xml.getAttributeValue(null, "name"), target);
                  }
                }
              }
              return sheets;
            })
        .orElseThrow(() -> Fault.invalid("/file", "import.xlsx", "workbook.xml"));
  }

  private static Map<String, String> relations(XMLStreamReader xml) throws XMLStreamException {
    var targets = new HashMap<String, String>();
    while (nextElement(xml)) {
      if (xml.getLocalName().equals("Relationship")) {
        var target = xml.getAttributeValue(null, "Target");
        targets.put(
            xml.getAttributeValue(null, "Id"),
            target.startsWith("/") ? target.substring(1) : "xl/" + target);
      }
    }
    return targets;
  }

  private static List<String> sharedTexts(XMLStreamReader xml) throws XMLStreamException {
    var texts = new ArrayList<String>();
    long characters = 0;
    while (nextElement(xml)) {
      if (xml.getLocalName().equals("si")) {
        var text = richText(xml, "si");
        characters += text.length();
        if (characters > MOST_SHARED_CHARACTERS) {
          throw Fault.invalid("/file", "import.xlsx_too_large");
        }
        texts.add(text);
      }
    }
    return texts;
  }

  /** The texts of all runs; readings in another script (rPh) are left out. */
  static String richText(XMLStreamReader xml, String end) throws XMLStreamException {
    var text = new StringBuilder();
    boolean phonetic = false;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        phonetic |= xml.getLocalName().equals("rPh");
        if (xml.getLocalName().equals("t") && !phonetic) {
          text.append(xml.getElementText());
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (xml.getLocalName().equals(end)) {
          return unescaped(text.toString());
        }
        phonetic &= !xml.getLocalName().equals("rPh");
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw new XMLStreamException("ends in " + end);
      }
    }
  }

  /** {@code _x000D_} stands for a character that XML does not take. */
  private static String unescaped(String text) {
    return text.contains("_x")
        ? java.util.regex.Pattern.compile("_x([0-9A-Fa-f]{4})_")
            .matcher(text)
            .replaceAll(
                found ->
                    java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))))
        : text;
  }

  private <T> Optional<T> reading(String part, PartReader<T> reader) {
    var entry = zip.getEntry(part);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return Optional.of(reader.read(xml(in)));
    } catch (XMLStreamException e) {
      throw Fault.invalid("/file", "import.xlsx", part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static XMLStreamReader xml(InputStream in) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(in);
  }

  static boolean nextElement(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
