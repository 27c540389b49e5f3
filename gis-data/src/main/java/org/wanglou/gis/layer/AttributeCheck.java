package org.wanglou.gis.layer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.fault.Fault.Detail;

/**
 * Whether values fit a layer's attributes. What passes is in one form, whatever the source wrote:
 * attributes in the order of the layer's schema, blank and null ones left out, whole numbers as
 * Long, others as Double, dates as text {@code 2025-01-31}, tables as lists of maps.
 */
public final class AttributeCheck {
  // Not m: heights are in m, and those of a pit's floor may be below zero.
  private static final Set<String> AMOUNTS =
      Set.of("person", "household", "m2", "m3", "km2", "km", "ha", "t", "kg");
  private static final int LONGEST_TEXT = 4_000;
  private static final int MOST_ROWS = 5_000;
  // Beyond this a JSON reader with floating-point numbers would read another number.
  private static final long LARGEST = 9_007_199_254_740_991L;

  private final List<Detail> wrong = new ArrayList<>();

  private AttributeCheck() {}

  /**
   * The values in the form they are stored in.
   *
   * @throws Fault INVALID with a pointer {@code /attributes/<name>} to each bad one, in tables
   *     {@code /attributes/<name>/<row>/<column>}
   */
  public static Map<String, Object> checked(LayerType type, Map<String, ?> raw) {
    var check = new AttributeCheck();
    var checked = check.row(type.attributes(), raw, "/attributes");
    if (!check.wrong.isEmpty()) {
      throw new Fault(Fault.Kind.INVALID, check.wrong);
    }
    return checked;
  }

  /**
   * The value that a cell of a table of texts stands for. Of an enumeration both the code and
   * either label are understood.
   *
   * @param text not blank: a blank cell is no value
   * @throws Fault INVALID {@code layer.attribute_…} with the pointer {@code /attributes/<name>}
   */
  public static Object read(Attribute attribute, String text) {
    var pointer = "/attributes/" + attribute.name();
    var check = new AttributeCheck();
    var value = check.value(attribute, CellText.read(attribute, text.strip()), pointer);
    if (!check.wrong.isEmpty()) {
      throw new Fault(Fault.Kind.INVALID, check.wrong);
    }
    return value;
  }

  private Map<String, Object> row(List<Attribute> columns, Map<String, ?> raw, String pointer) {
    var checked = new LinkedHashMap<String, Object>();
    int known = 0;
    for (var attribute : columns) {
      var at = pointer + "/" + attribute.name();
      known += raw.containsKey(attribute.name()) ? 1 : 0;
      var given = raw.get(attribute.name());
      if (isNothing(given)) {
        if (attribute.required()) {
          refuse(at, "layer.attribute_missing", attribute.name());
        }
        continue;
      }
      var value = value(attribute, given, at);
      if (value != null) {
        checked.put(attribute.name(), value);
      }
    }
    if (known < raw.size()) {
      raw.keySet().stream()
          .filter(name -> columns.stream().noneMatch(it -> it.name().equals(name)))
          .forEach(name -> refuse(pointer + "/" + name, "layer.attribute_unknown", name));
    }
    return checked;
  }

  private static boolean isNothing(Object given) {
    return given == null
        || (given instanceof String text && text.isBlank())
        || (given instanceof List<?> rows && rows.isEmpty());
  }

  /** Null when it is refused. */
  private Object value(Attribute attribute, Object given, String at) {
    return switch (attribute.type()) {
      case TEXT -> text(attribute, given, at);
      case INTEGER -> amount(attribute, integer(given, at), at);
      case NUMBER -> amount(attribute, number(given, at), at);
      case BOOLEAN ->
          given instanceof Boolean ? given : refuse(at, "layer.attribute_boolean", shown(given));
      case DATE -> date(given, at);
      case TABLE -> table(attribute, given, at);
    };
  }

  private Object text(Attribute attribute, Object given, String at) {
    if (!(given instanceof String text)) {
      return refuse(at, "layer.attribute_text", shown(given));
    }
    if (text.length() > LONGEST_TEXT) {
      return refuse(at, "layer.attribute_long", LONGEST_TEXT);
    }
    if (text.indexOf('\0') >= 0) {
      return refuse(at, "layer.attribute_nul");
    }
    if (attribute.enumerated()
        && attribute.values().stream().noneMatch(it -> it.code().equals(text))) {
      var codes =
          attribute.values().stream()
              .map(it -> new Fault.Labelled(it.code(), it.label().zh(), it.label().en()))
              .toList();
      return refuse(at, "layer.attribute_value", shown(text), codes);
    }
    return text;
  }

  /** Of people and of cubic metres there cannot be less than none. */
  private Object amount(Attribute attribute, Object value, String at) {
    return value instanceof Number number
            && number.doubleValue() < 0
            && attribute.unit().filter(AMOUNTS::contains).isPresent()
        ? refuse(at, "layer.attribute_negative", value)
        : value;
  }

  private Object integer(Object given, String at) {
    if (given instanceof Integer small) {
      return small.longValue();
    }
    var exact = exact(given);
    if (exact != null) {
      try {
        long whole = exact.longValueExact();
        if (Math.abs(whole) <= LARGEST) {
          return whole;
        }
      } catch (ArithmeticException fractionOrTooLarge) {
        return refuse(at, "layer.attribute_integer", shown(given));
      }
    }
    return refuse(at, "layer.attribute_integer", shown(given));
  }

  private Object number(Object given, String at) {
    if (given instanceof Double value && Double.isFinite(value)) {
      return value;
    }
    var exact = exact(given);
    double value = exact == null ? Double.NaN : exact.doubleValue();
    return Double.isFinite(value) ? value : refuse(at, "layer.attribute_number", shown(given));
  }

  private static BigDecimal exact(Object given) {
    if (given instanceof BigDecimal decimal) {
      return decimal;
    } else if (given instanceof BigInteger whole) {
      return new BigDecimal(whole);
    } else if (given instanceof Double || given instanceof Float) {
      double value = ((Number) given).doubleValue();
      return Double.isFinite(value) ? new BigDecimal(given.toString()) : null;
    }
    return given instanceof Number whole ? BigDecimal.valueOf(whole.longValue()) : null;
  }

  private Object date(Object given, String at) {
    try {
      var day =
          given instanceof LocalDate date ? date : LocalDate.parse(String.valueOf(given).strip());
      if (day.getYear() >= 1000 && day.getYear() <= 9999) {
        return day.toString();
      }
    } catch (DateTimeException unreadable) {
      return refuse(at, "layer.attribute_date", shown(given));
    }
    return refuse(at, "layer.attribute_date", shown(given));
  }

  private Object table(Attribute attribute, Object given, String at) {
    if (!(given instanceof List<?> rows)) {
      return refuse(at, "layer.attribute_table", shown(given));
    }
    if (rows.size() > MOST_ROWS) {
      return refuse(at, "layer.attribute_rows", MOST_ROWS);
    }
    var table = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof Map<?, ?> row) {
        var named = new LinkedHashMap<String, Object>();
        row.forEach((name, value) -> named.put(String.valueOf(name), value));
        table.add(row(attribute.columns(), named, at + "/" + i));
      } else {
        refuse(at + "/" + i, "layer.attribute_row", shown(rows.get(i)));
      }
    }
    return table;
  }

  private static String shown(Object given) {
    var text = String.valueOf(given);
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private Object refuse(String pointer, String code, Object... args) {
    wrong.add(new Detail(pointer, code, List.of(args)));
    return null;
  }
}
