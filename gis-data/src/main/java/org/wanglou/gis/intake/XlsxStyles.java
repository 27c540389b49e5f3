package org.wanglou.gis.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Which cell styles of a workbook show a number as a date.
 *
 * @param dates by index of the style
 */
record XlsxStyles(List<Boolean> dates) {
  static final XlsxStyles NONE = new XlsxStyles(List.of());
  private static final LocalDate DAY_ZERO =
      LocalDate.of(1899, 12, 30); // Excel's 1900 is a leap year
  private static final long DAY_S = 86_400;

  XlsxStyles {
    dates = List.copyOf(dates);
  }

  static XlsxStyles read(XMLStreamReader xml) throws XMLStreamException {
    Map<String, Boolean> own = new HashMap<>();
    var dates = new ArrayList<Boolean>();
    boolean inCells = false;
    while (XlsxSource.nextElement(xml)) {
      switch (xml.getLocalName()) {
        case "numFmt" ->
            own.put(
                xml.getAttributeValue(null, "numFmtId"),
                isDate(xml.getAttributeValue(null, "formatCode")));
        case "cellXfs" -> inCells = true;
        case "cellStyles", "dxfs" -> inCells = false;
        case "xf" -> {
          if (inCells) {
            var id = xml.getAttributeValue(null, "numFmtId");
            dates.add(id != null && own.getOrDefault(id, isBuiltInDate(id)));
          }
        }
        default -> {}
      }
    }
    return new XlsxStyles(dates);
  }

  private static boolean isBuiltInDate(String id) {
    int n = Integer.parseInt(id);
    return (n >= 14 && n <= 22)
        || (n >= 27 && n <= 36)
        || (n >= 45 && n <= 47)
        || (n >= 50 && n <= 58);
  }

  private static boolean isDate(String code) {
    var plain = code.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "").toLowerCase(Locale.ROOT);
    return plain.matches(".*[ymdhs].*") && !plain.contains("general");
  }

  boolean isDate(int style) {
    return style >= 0 && style < dates.size() && dates.get(style);
  }

  /** {@code 2024-05-01}, with a time where there is one. */
  static String date(double serial) {
    long day = (long) Math.floor(serial);
    long second = Math.round((serial - day) * DAY_S);
    LocalDateTime at = DAY_ZERO.atStartOfDay().plusDays(day).plusSeconds(second);
    return second == 0
        ? at.toLocalDate().toString()
        : at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
