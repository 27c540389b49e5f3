package org.wanglou.gis.layer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people write into a cell of a spreadsheet, as a value of an attribute's type. What cannot be
 * read comes back as it is, and {@link AttributeCheck} refuses it by name.
 */
final class CellText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> YES = Set.of("true", "yes", "y", "t", "1", "是", "有", "√");
  private static final Set<String> NO = Set.of("false", "no", "n", "f", "0", "否", "无", "×");
  // 2025-1-31, 2025/01/31, 2025.1.31, 2025年1月31日, 20250131; a time of day behind it is dropped.
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))(?:[T ].*)?");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(?:\\.\\d*)?(?:[eE][+-]?\\d{1,3})?"
              + "|[+-]?\\.\\d+");

  private CellText() {}

  static Object read(Attribute attribute, String text) {
    return switch (attribute.type()) {
      case TEXT -> attribute.enumerated() ? code(attribute, text) : text;
      case INTEGER, NUMBER -> number(text);
      case BOOLEAN -> yesOrNo(text);
      case DATE -> date(text);
      case TABLE -> table(text);
    };
  }

  private static String code(Attribute attribute, String text) {
    return attribute.values().stream()
        .filter(
            it ->
                it.code().equalsIgnoreCase(text)
                    || it.label().zh().equals(text)
                    || it.label().en().equalsIgnoreCase(text))
        .map(Attribute.Value::code)
        .findFirst()
        .orElse(text);
  }

  private static Object number(String text) {
    return NUMBER.matcher(text).matches() ? new BigDecimal(text.replace(",", "")) : text;
  }

  private static Object yesOrNo(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    if (YES.contains(lower)) {
      return true;
    }
    return NO.contains(lower) ? (Object) false : text;
  }

  private static Object date(String text) {
    var found = DATE.matcher(text);
    if (!found.matches()) {
      return text;
    }
    boolean parted = found.group(2) != null;
    try {
      return LocalDate.of(
          Integer.parseInt(found.group(1)),
          Integer.parseInt(found.group(parted ? 2 : 4)),
          Integer.parseInt(found.group(parted ? 3 : 5)));
    } catch (DateTimeException noSuchDay) {
      return text;
    }
  }

  private static Object table(String text) {
    try {
      return JSON.readValue(text, List.class);
    } catch (JsonProcessingException e) {
      return text;
    }
  }
}
