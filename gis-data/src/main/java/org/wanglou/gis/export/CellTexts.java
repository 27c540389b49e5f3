package org.wanglou.gis.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.WKTWriter;

/** Values as a table's cells hold them, and the columns that say where a feature is. */
final class CellTexts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CellTexts() {}

  /** Names of the columns with the place: a pair for points, WKT else. */
  static List<String> placeColumns(ExportHeader header) {
    if (!header.onlyPoints()) {
      return List.of("wkt");
    }
    return header.crs().geographic() ? List.of("lon", "lat") : List.of("x", "y");
  }

  static List<Object> place(ExportHeader header, ExportRow row) {
    if (!header.onlyPoints()) {
      return List.of(wkt(row));
    }
    Coordinate at = row.geometry().getCoordinate();
    return List.of(at.x, at.y);
  }

  static String wkt(ExportRow row) {
    return new WKTWriter(2).write(row.geometry());
  }

  /** Empty for null. */
  static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      try {
        return JSON.writeValueAsString(value);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
    return value.toString();
  }

  /** As RFC 4180 has it. */
  static String csv(List<?> cells) {
    var line = new StringBuilder();
    var separated = new ArrayList<String>();
    for (var cell : cells) {
      var text = text(cell);
      boolean quoted =
          text.indexOf(',') >= 0
              || text.indexOf('"') >= 0
              || text.indexOf('\n') >= 0
              || text.indexOf('\r') >= 0
              || text.startsWith(" ")
              || text.endsWith(" ");
      separated.add(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
    return line.append(String.join(",", separated)).append("\r\n").toString();
  }
}
