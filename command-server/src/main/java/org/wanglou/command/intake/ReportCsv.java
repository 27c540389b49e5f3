package org.wanglou.command.intake;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Locale;
import org.wanglou.command.http.Messages;

/** The findings of a run for a spreadsheet: UTF-8 with byte order mark, which Excel needs. */
final class ReportCsv {
  private static final String MARK = "\ufeff";
  private static final List<String> COLUMNS =
      List.of("kind", "row", "field", "name", "reason", "value", "code");

  private ReportCsv() {}

  static Buffer of(
      List<ImportStore.KeptFinding> findings, ImportJson json, Messages messages, Locale language) {
    var csv = Buffer.buffer(MARK);
    line(csv, COLUMNS.stream().map(it -> messages.text(language, "import.column_" + it)).toList());
    for (var finding : findings) {
      var kind = finding.kind().name().toLowerCase(Locale.ROOT);
      line(
          csv,
          List.of(
              messages.text(language, "import.kind_" + kind),
              String.valueOf(finding.row()),
              text(finding.field()),
              text(finding.name()),
              json.reason(finding),
              text(finding.value()),
              finding.code()));
    }
    return csv;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static void line(Buffer csv, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      csv.appendString(i == 0 ? "" : ",").appendString(cell(cells.get(i)));
    }
    csv.appendString("\r\n");
  }

  /** A text that a spreadsheet would take for a formula begins with an apostrophe. */
  private static String cell(String text) {
    var harmless = text.matches("(?s)^[=+@\\t].*|^-[^0-9].*") ? "'" + text : text;
    return harmless.matches("(?s).*[\",\\r\\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
