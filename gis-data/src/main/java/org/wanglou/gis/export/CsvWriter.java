package org.wanglou.gis.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** CSV in UTF-8 with byte order mark, so that a spreadsheet shows Chinese. */
final class CsvWriter implements FeatureWriter {
  private final Writer out;
  private final ExportHeader header;
  private final List<ExportColumn> columns;

  CsvWriter(Path file, ExportHeader header) throws IOException {
    this.header = header;
    this.columns = header.columns();
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    out.write('\ufeff');
    var names = new ArrayList<Object>(columns.stream().map(ExportColumn::name).toList());
    names.addAll(CellTexts.placeColumns(header));
    out.write(CellTexts.csv(names));
  }

  @Override
  public void write(ExportRow row) throws IOException {
    var cells = new ArrayList<>();
    columns.forEach(column -> cells.add(row.values().get(column.name())));
    cells.addAll(CellTexts.place(header, row));
    out.write(CellTexts.csv(cells));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
