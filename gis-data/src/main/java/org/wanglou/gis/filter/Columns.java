package org.wanglou.gis.filter;

import static org.wanglou.gis.filter.Operand.Kind.BOOLEAN;
import static org.wanglou.gis.filter.Operand.Kind.DATE;
import static org.wanglou.gis.filter.Operand.Kind.GEOMETRY;
import static org.wanglou.gis.filter.Operand.Kind.NUMBER;
import static org.wanglou.gis.filter.Operand.Kind.TABLE;
import static org.wanglou.gis.filter.Operand.Kind.TEXT;
import static org.wanglou.gis.filter.Operand.Kind.TIME;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.Attribute;
import org.wanglou.gis.layer.LayerType;

/**
 * What the names of a filter stand for: the columns that each feature has, and the attributes of
 * the layer's schema, typed by it. A stored value of another type than the schema's counts as
 * missing.
 */
final class Columns {
  private static final Map<String, Operand> EACH_FEATURE =
      Stream.of(
              new Operand(TEXT, "id::text", "id"),
              new Operand(TEXT, "name", "name"),
              new Operand(TEXT, "external_id", "external_id"),
              new Operand(TEXT, "layer", "layer"),
              new Operand(TEXT, "provenance", "provenance"),
              new Operand(TEXT, "source", "source"),
              new Operand(NUMBER, "accuracy_m::numeric", "accuracy_m"),
              new Operand(NUMBER, "revision::numeric", "revision"),
              new Operand(TIME, "valid_from", "valid_from"),
              new Operand(TIME, "valid_to", "valid_to"),
              new Operand(TIME, "changed_at", "changed_at"),
              new Operand(GEOMETRY, "geom", "geom"),
              new Operand(GEOMETRY, "geom", "geometry"))
          .collect(Collectors.toUnmodifiableMap(Operand::shown, it -> it));

  private final LayerType layer;
  private final FilterText text;
  private final BoundValues bound;

  Columns(LayerType layer, FilterText text, BoundValues bound) {
    this.layer = layer;
    this.text = text;
    this.bound = bound;
  }

  /** The attribute that an expression names. */
  Operand named(Expression expression) {
    if (expression instanceof PropertyName property) {
      return named(property.getPropertyName());
    }
    throw unsupported(expression);
  }

  Fault unsupported(Expression expression) {
    if (expression instanceof Function function) {
      return text.at(function.getName(), "filter.unsupported");
    }
    return text.at(
        expression instanceof Literal literal
            ? String.valueOf(literal.getValue())
            : expression.toString(),
        "filter.unsupported");
  }

  Fault unsupported(String operation) {
    return text.at(operation, "filter.unsupported");
  }

  Fault badGeometry(String type) {
    return text.at(type, "filter.geometry");
  }

  Fault mismatch(Operand named, String value) {
    return text.at(named.shown(), "filter.type", new Fault.Term(named.kind().key()), value);
  }

  private Operand named(String name) {
    var own = EACH_FEATURE.get(name);
    if (own != null) {
      return own;
    }
    return layer.attributes().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .map(this::attribute)
        .orElseThrow(() -> text.at(name, "filter.unknown", layer.id(), known()));
  }

  private List<String> known() {
    return Stream.concat(
            layer.attributes().stream().map(Attribute::name),
            EACH_FEATURE.keySet().stream().sorted())
        .toList();
  }

  private Operand attribute(Attribute attribute) {
    var name = bound.of(attribute.name());
    var asText = "(attributes ->> " + name + ")";
    return switch (attribute.type()) {
      case TEXT -> new Operand(TEXT, asText, attribute.name());
      case INTEGER, NUMBER ->
          new Operand(NUMBER, typed(name, "number", "numeric"), attribute.name());
      case BOOLEAN -> new Operand(BOOLEAN, typed(name, "boolean", "boolean"), attribute.name());
      case DATE -> new Operand(DATE, asText, attribute.name());
      case TABLE -> new Operand(TABLE, asText, attribute.name());
    };
  }

  /** The CASE keeps the cast from values that it would fail on. */
  private static String typed(String name, String jsonType, String sqlType) {
    return "CASE WHEN jsonb_typeof(attributes -> %s) = '%s' THEN (attributes ->> %s)::%s END"
        .formatted(name, jsonType, name, sqlType);
  }
}
