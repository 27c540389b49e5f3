package org.wanglou.gis.intake;

import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;

/** Coordinates in the cells of a table: numbers, or degrees, minutes and seconds. */
final class CellPlace {
  private static final Pattern DEGREES =
      Pattern.compile(
          "\\s*[NSEW东西南北]?[经纬]?\\s*(\\d{1,3})\\s*[°度]\\s*(?:(\\d{1,2}(?:\\.\\d+)?)\\s*['′’分]\\s*)?"
              + "(?:(\\d{1,2}(?:\\.\\d+)?)\\s*(?:[\"″”秒]|'')?)?\\s*([NSEW]?)\\s*",
          Pattern.CASE_INSENSITIVE);

  private CellPlace() {}

  /** Null when one of both is no number. */
  static Coordinate of(Object x, Object y) {
    double first = number(x);
    double second = number(y);
    return Double.isNaN(first) || Double.isNaN(second) ? null : new Coordinate(first, second);
  }

  private static double number(Object cell) {
    if (cell instanceof Number number) {
      return number.doubleValue();
    }
    var text = String.valueOf(cell).strip();
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return degrees(text);
    }
  }

  private static double degrees(String text) {
    var found = DEGREES.matcher(text);
    if (!found.matches()) {
      return Double.NaN;
    }
    double minutes = found.group(2) == null ? 0 : Double.parseDouble(found.group(2));
    double seconds = found.group(3) == null ? 0 : Double.parseDouble(found.group(3));
    if (minutes >= 60 || seconds >= 60) {
      return Double.NaN;
    }
    double value = Double.parseDouble(found.group(1)) + minutes / 60 + seconds / 3600;
    return found.group(4).matches("[SWsw]") ? -value : value;
  }
}
