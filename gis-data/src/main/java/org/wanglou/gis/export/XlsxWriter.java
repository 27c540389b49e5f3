package org.wanglou.gis.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.intake.Workbook;

/**
 * A workbook with the layer in its first sheet and what it is in its second. Texts are written into
 * their cells, so that none is taken for a formula; one that is longer than a cell may be goes on
 * in the columns behind.
 */
final class XlsxWriter implements FeatureWriter {
  private static final int MOST_ROWS = 1_048_576;
  private static final int LONGEST_CELL = 32_000;
  private static final int MOST_PARTS = 64;
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private final ZipOutputStream zip;
  private final Writer out;
  private final ExportHeader header;
  private final List<ExportColumn> columns;
  private final int wktParts;
  private int rows;

  /**
   * @param longestWkt characters of the longest geometry, where there are others than points
   */
  XlsxWriter(Path file, ExportHeader header, int longestWkt) throws IOException {
    this.header = header;
    this.columns = header.columns();
    this.wktParts = header.onlyPoints() ? 0 : Math.max(1, (longestWkt - 1) / LONGEST_CELL + 1);
    if (wktParts > MOST_PARTS) {
      throw Fault.invalid("/format", "export.too_long_for_cells");
    }
    this.zip = new ZipOutputStream(Files.newOutputStream(file));
    this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
    parts();
    about();
    begin("xl/worksheets/sheet1.xml");
    out.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    var names = new ArrayList<Object>(columns.stream().map(ExportColumn::name).toList());
    names.addAll(placeNames());
    row(names);
  }

  private List<String> placeNames() {
    var names = new ArrayList<>(CellTexts.placeColumns(header));
    for (int part = 2; part <= wktParts; part++) {
      names.add("wkt_" + part);
    }
    return names;
  }

  private void parts() throws IOException {
    part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + contentType("/xl/workbook.xml", "sheet.main")
            + contentType("/xl/worksheets/sheet1.xml", "worksheet")
            + contentType("/xl/worksheets/sheet2.xml", "worksheet")
            + "</Types>");
    part(
        "_rels/.rels",
        "<Relationships xmlns=\""
            + PACKAGE
            + "\"><Relationship Id=\"rId1\" Type=\""
            + RELATIONS
            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + RELATIONS
            + "\"><sheets><sheet name=\""
            + header.layer().id()
            + "\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\""
            + Workbook.ABOUT
            + "\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>");
    part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\""
            + PACKAGE
            + "\">"
            + relation(1)
            + relation(2)
            + "</Relationships>");
  }

  private static String contentType(String part, String kind) {
    return "<Override PartName=\""
        + part
        + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
        + kind
        + "+xml\"/>";
  }

  private static String relation(int n) {
    return "<Relationship Id=\"rId"
        + n
        + "\" Type=\""
        + RELATIONS
        + "/worksheet\" Target=\"worksheets/sheet"
        + n
        + ".xml\"/>";
  }

  private void about() throws IOException {
    begin("xl/worksheets/sheet2.xml");
    out.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    row(List.of(header.about()));
    row(List.of("data_date", header.dataDate().map(Object::toString).orElse("")));
    row(List.of("exported_at", header.exportedAt().toString()));
    out.write("</sheetData></worksheet>");
    end();
    rows = 0;
  }

  private void part(String name, String content) throws IOException {
    begin(name);
    out.write(XML + content);
    end();
  }

  private void begin(String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
  }

  private void end() throws IOException {
    out.flush();
    zip.closeEntry();
  }

  @Override
  public void write(ExportRow row) throws IOException {
    var cells = new ArrayList<Object>();
    for (var column : columns) {
      var value = row.values().get(column.name());
      cells.add(
          value instanceof Number || value instanceof Boolean ? value : CellTexts.text(value));
    }
    if (header.onlyPoints()) {
      cells.addAll(CellTexts.place(header, row));
    } else {
      var wkt = CellTexts.wkt(row);
      for (int part = 0; part < wktParts; part++) {
        int from = Math.min(wkt.length(), part * LONGEST_CELL);
        cells.add(wkt.substring(from, Math.min(wkt.length(), from + LONGEST_CELL)));
      }
    }
    row(cells);
  }

  private void row(List<?> cells) throws IOException {
    if (++rows > MOST_ROWS) {
      throw Fault.invalid("/format", "export.too_many_rows", MOST_ROWS);
    }
    out.write("<row>");
    for (var cell : cells) {
      if (cell instanceof Number number) {
        out.write("<c><v>" + number + "</v></c>");
      } else if (cell instanceof Boolean truth) {
        out.write("<c t=\"b\"><v>" + (truth ? 1 : 0) + "</v></c>");
      } else if (cell.toString().isEmpty()) {
        out.write("<c/>");
      } else {
        var text = cell.toString();
        if (text.length() > LONGEST_CELL + 700) {
          throw Fault.invalid("/format", "export.too_long_for_cells");
        }
        out.write(
            "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                + XmlText.of(text)
                + "</t></is></c>");
      }
    }
    out.write("</row>\n");
  }

  @Override
  public void close() throws IOException {
    out.write("</sheetData></worksheet>");
    end();
    zip.close();
  }
}
