package org.wanglou.gis.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What values are, where a file does not say it. */
final class FieldTypes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FieldTypes() {}

  /** Adds what a value shows of its field; of a field that is always empty the type is text. */
  static void note(Map<String, SourceField.Type> types, String field, Object value) {
    if (value == null) {
      types.putIfAbsent(field, null);
    } else {
      types.put(field, common(types.get(field), of(value)));
    }
  }

  /** The fields that were noted, in their order. */
  static List<SourceField> fields(Map<String, SourceField.Type> types) {
    return types.entrySet().stream()
        .map(
            it ->
                new SourceField(
                    it.getKey(), it.getValue() == null ? SourceField.Type.TEXT : it.getValue()))
        .toList();
  }

  private static SourceField.Type of(Object value) {
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof java.math.BigInteger) {
      return SourceField.Type.INTEGER;
    }
    if (value instanceof Number) {
      return SourceField.Type.NUMBER;
    }
    if (value instanceof Boolean) {
      return SourceField.Type.BOOLEAN;
    }
    return value instanceof Map<?, ?> || value instanceof Collection<?>
        ? SourceField.Type.JSON
        : SourceField.Type.TEXT;
  }

  /** The type that both can be shown as; the first may be unknown yet. */
  private static SourceField.Type common(SourceField.Type a, SourceField.Type b) {
    if (a == null || a == b) {
      return b;
    }
    boolean numbers =
        (a == SourceField.Type.INTEGER && b == SourceField.Type.NUMBER)
            || (a == SourceField.Type.NUMBER && b == SourceField.Type.INTEGER);
    return numbers ? SourceField.Type.NUMBER : SourceField.Type.TEXT;
  }

  /** Text, number, boolean, null; lists and maps for nested JSON. */
  static Object value(JsonNode node) {
    if (node.isTextual()) {
      return node.asText();
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    return node.isNull() ? null : JSON.convertValue(node, Object.class);
  }
}
