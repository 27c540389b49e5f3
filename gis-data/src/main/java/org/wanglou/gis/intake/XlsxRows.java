package org.wanglou.gis.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.wanglou.gis.fault.Fault;

/** The rows of one sheet below its header. */
final class XlsxRows implements SourceFile.Rows {
  private static final int MOST_COLUMNS = 4_096;

  private final InputStream in;
  private final XMLStreamReader xml;
  private final long size;
  private final List<String> shared;
  private final XlsxStyles styles;
  private final Optional<TableColumns> columns;
  private List<Object> ahead;
  private boolean ended;
  private long row;

  XlsxRows(InputStream in, long size, List<String> shared, XlsxStyles styles) {
    this.in = in;
    this.size = size;
    this.shared = shared;
    this.styles = styles;
    try {
      this.xml = XlsxSource.xml(in);
      var header = nextFilled();
      this.columns =
          Optional.ofNullable(header)
              .map(it -> it.stream().map(cell -> cell == null ? "" : cell.toString()).toList())
              .map(TableColumns::of);
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
  }

  /** Empty for an empty sheet. */
  Optional<TableColumns> columns() {
    return columns;
  }

  @Override
  public boolean hasNext() {
    if (ahead == null && !ended) {
      try {
        ahead = nextFilled();
      } catch (XMLStreamException e) {
        throw unreadable(e);
      }
      ended = ahead == null;
    }
    return ahead != null && columns.isPresent();
  }

  @Override
  public RawRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    var cells = ahead;
    ahead = null;
    return RawRow.of(++row, Optional.empty(), columns.orElseThrow().row(cells));
  }

  /** The next row with something in it. */
  private List<Object> nextFilled() throws XMLStreamException {
    while (XlsxSource.nextElement(xml)) {
      if (xml.getLocalName().equals("row")) {
        var cells = cells();
        if (cells.stream().anyMatch(cell -> cell != null && !cell.equals(""))) {
          return cells;
        }
      }
    }
    return null;
  }

  private List<Object> cells() throws XMLStreamException {
    var cells = new ArrayList<Object>();
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        int column = column(xml.getAttributeValue(null, "r"), cells.size());
        while (cells.size() < column) {
          cells.add(null);
        }
        cells.add(cell());
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        return cells;
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw new XMLStreamException("ends in a row");
      }
    }
  }

  /** {@code AB12} is column 27, counted from 0. */
  private static int column(String reference, int next) {
    if (reference == null) {
      return next;
    }
    int column = 0;
    for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
      column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
      if (column > MOST_COLUMNS) {
        throw Fault.invalid("/file", "import.csv_cell");
      }
    }
    return Math.max(next, column - 1);
  }

  private Object cell() throws XMLStreamException {
    var type = xml.getAttributeValue(null, "t");
    var style = xml.getAttributeValue(null, "s");
    String value = null;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("v")) {
          value = xml.getElementText();
        } else if (xml.getLocalName().equals("is")) {
          value = XlsxSource.richText(xml, "is");
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
        return value == null ? null : typed(value, type == null ? "n" : type, style);
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw new XMLStreamException("ends in a cell");
      }
    }
  }

  private Object typed(String value, String type, String style) {
    try {
      return switch (type) {
        case "s" -> shared.get(Integer.parseInt(value));
        case "b" -> value.equals("1");
        case "e" -> null; // #N/A and its kin say that there is nothing
        case "n" -> number(Double.parseDouble(value), style);
        default -> value;
      };
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return value;
    }
  }

  private Object number(double number, String style) {
    if (style != null
        && styles.isDate(Integer.parseInt(style))
        && number >= 1
        && number < 2_958_466) {
      return XlsxStyles.date(number);
    }
    return number == Math.rint(number) && Math.abs(number) < 1e15 ? (Object) (long) number : number;
  }

  private static Fault unreadable(XMLStreamException e) {
    var at = e.getLocation();
    return Fault.invalid(
        "/file", "import.xml", at == null ? "?" : at.getLineNumber() + ":" + at.getColumnNumber());
  }

  @Override
  public double share() {
    return size <= 0
        ? Double.NaN
        : Math.min(1, (double) xml.getLocation().getCharacterOffset() / size);
  }

  @Override
  public void close() {
    try {
      xml.close();
      in.close();
    } catch (XMLStreamException | IOException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
