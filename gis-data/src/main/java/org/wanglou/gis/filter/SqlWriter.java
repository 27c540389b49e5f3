package org.wanglou.gis.filter;

import static org.wanglou.gis.filter.Operand.Kind.DATE;
import static org.wanglou.gis.filter.Operand.Kind.NUMBER;
import static org.wanglou.gis.filter.Operand.Kind.TEXT;
import static org.wanglou.gis.filter.Operand.Kind.TIME;

import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNil;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.temporal.After;
import org.geotools.api.filter.temporal.Before;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.geotools.api.filter.temporal.During;
import org.geotools.api.filter.temporal.TEquals;
import org.geotools.api.temporal.Instant;
import org.geotools.api.temporal.Period;

/**
 * Writes a filter as SQL: logic, comparisons, times. NULL stands for "not fulfilled" everywhere but
 * below a NOT, which therefore asks whether its condition is TRUE; so AND and OR need no care.
 */
final class SqlWriter extends SpatialWriter {
  private static final Set<Operand.Kind> ORDERED = EnumSet.of(TEXT, NUMBER, DATE, TIME);

  SqlWriter(Columns columns, BoundValues bound) {
    super(columns, bound);
  }

  @Override
  public Object visitNullFilter(Object extra) {
    return "true";
  }

  @Override
  public Object visit(IncludeFilter filter, Object extra) {
    return "true";
  }

  @Override
  public Object visit(ExcludeFilter filter, Object extra) {
    return "false";
  }

  @Override
  public Object visit(And filter, Object extra) {
    return joined(filter, And.class, " AND ");
  }

  @Override
  public Object visit(Or filter, Object extra) {
    return joined(filter, Or.class, " OR ");
  }

  /**
   * Flat, whatever the depth: the parser makes a tree of {@code a OR b OR c ...} as deep as long.
   */
  private String joined(
      BinaryLogicOperator filter, Class<? extends BinaryLogicOperator> type, String with) {
    var sql = new StringJoiner(with, "(", ")");
    var waiting = new ArrayDeque<Filter>(List.of(filter));
    while (!waiting.isEmpty()) {
      var part = waiting.pop();
      if (type.isInstance(part)) {
        var children = ((BinaryLogicOperator) part).getChildren();
        for (int i = children.size() - 1; i >= 0; i--) {
          waiting.push(children.get(i));
        }
      } else {
        sql.add((String) part.accept(this, null));
      }
    }
    return sql.toString();
  }

  @Override
  public Object visit(Not filter, Object extra) {
    return "(" + filter.getFilter().accept(this, null) + " IS NOT TRUE)";
  }

  /** Who names no id of ours names nothing. */
  @Override
  public Object visit(Id filter, Object extra) {
    var ids =
        filter.getIDs().stream()
            .map(String::valueOf)
            .filter(it -> it.length() == 36)
            .filter(SqlWriter::isId)
            .map(it -> "id = " + bound.of(UUID.fromString(it)))
            .toList();
    return ids.isEmpty() ? "false" : "(" + String.join(" OR ", ids) + ")";
  }

  private static boolean isId(String text) {
    try {
      return UUID.fromString(text) != null;
    } catch (IllegalArgumentException otherwise) {
      return false;
    }
  }

  @Override
  public Object visit(PropertyIsEqualTo filter, Object extra) {
    return compared(filter, "=");
  }

  @Override
  public Object visit(PropertyIsNotEqualTo filter, Object extra) {
    return "(" + compared(filter, "=") + " IS NOT TRUE)";
  }

  @Override
  public Object visit(PropertyIsLessThan filter, Object extra) {
    return compared(filter, "<");
  }

  @Override
  public Object visit(PropertyIsLessThanOrEqualTo filter, Object extra) {
    return compared(filter, "<=");
  }

  @Override
  public Object visit(PropertyIsGreaterThan filter, Object extra) {
    return compared(filter, ">");
  }

  @Override
  public Object visit(PropertyIsGreaterThanOrEqualTo filter, Object extra) {
    return compared(filter, ">=");
  }

  private String compared(BinaryComparisonOperator filter, String sign) {
    var left = filter.getExpression1();
    var right = filter.getExpression2();
    if (left instanceof Literal literal) {
      var named = columns.named(right);
      return sided(value(literal, named, sign), sign, named.comparable());
    }
    var named = columns.named(left);
    if (right instanceof Literal literal) {
      return sided(named.comparable(), sign, value(literal, named, sign));
    }
    var other = columns.named(right);
    if (other.kind() != named.kind() || !isComparable(named, sign)) {
      throw columns.mismatch(named, other.shown());
    }
    return sided(named.comparable(), sign, other.comparable());
  }

  private static String sided(String left, String sign, String right) {
    return "(" + left + " " + sign + " " + right + ")";
  }

  private static boolean isComparable(Operand named, String sign) {
    return ORDERED.contains(named.kind())
        || (named.kind() == Operand.Kind.BOOLEAN && sign.equals("="));
  }

  private String value(Literal literal, Operand named, String sign) {
    if (!isComparable(named, sign)) {
      throw columns.mismatch(named, String.valueOf(literal.getValue()));
    }
    return value(literal.getValue(), named);
  }

  private String value(Object value, Operand named) {
    var fitting =
        Literals.as(named.kind(), value)
            .orElseThrow(() -> columns.mismatch(named, String.valueOf(value)));
    return bound.of(fitting) + Literals.cast(named.kind());
  }

  @Override
  public Object visit(PropertyIsBetween filter, Object extra) {
    var named = columns.named(filter.getExpression());
    return "(%s BETWEEN %s AND %s)"
        .formatted(
            named.comparable(),
            limit(filter.getLowerBoundary(), named),
            limit(filter.getUpperBoundary(), named));
  }

  private String limit(Expression expression, Operand named) {
    if (expression instanceof Literal literal) {
      return value(literal, named, "<");
    }
    var other = columns.named(expression);
    if (other.kind() != named.kind() || !isComparable(named, "<")) {
      throw columns.mismatch(named, other.shown());
    }
    return other.comparable();
  }

  @Override
  public Object visit(PropertyIsLike filter, Object extra) {
    var named = columns.named(filter.getExpression());
    if (named.kind() != TEXT) {
      throw columns.mismatch(named, filter.getLiteral());
    }
    var operator = filter.isMatchingCase() ? " LIKE " : " ILIKE ";
    return "(" + named.sql() + operator + bound.of(LikePattern.of(filter)) + "::text)";
  }

  @Override
  public Object visit(PropertyIsNull filter, Object extra) {
    return "(" + columns.named(filter.getExpression()).sql() + " IS NULL)";
  }

  @Override
  public Object visit(PropertyIsNil filter, Object extra) {
    return "(" + columns.named(filter.getExpression()).sql() + " IS NULL)";
  }

  @Override
  public Object visit(After filter, Object extra) {
    return timed(filter, ">", true);
  }

  @Override
  public Object visit(Before filter, Object extra) {
    return timed(filter, "<", false);
  }

  @Override
  public Object visit(TEquals filter, Object extra) {
    return timed(filter, "=", true);
  }

  /** After a period is after its end, before it before its beginning. */
  private String timed(BinaryTemporalOperator filter, String sign, boolean theEnd) {
    var named = moment(filter);
    var value = literal(filter.getExpression2());
    if (value instanceof Period period) {
      value = date(theEnd ? period.getEnding() : period.getBeginning());
    }
    return sided(
        named.comparable(), sign, value(value instanceof Instant i ? date(i) : value, named));
  }

  /** Without both ends, as GeoTools and OGC's Filter Encoding have it. */
  @Override
  public Object visit(During filter, Object extra) {
    var named = moment(filter);
    if (!(literal(filter.getExpression2()) instanceof Period period)) {
      throw columns.unsupported(filter.getExpression2());
    }
    return "(%s > %s AND %s < %s)"
        .formatted(
            named.comparable(),
            value(date(period.getBeginning()), named),
            named.comparable(),
            value(date(period.getEnding()), named));
  }

  private static Object date(Instant instant) {
    return java.util.Date.from(
        instant.getPosition().getDate().toInstant().atOffset(ZoneOffset.UTC).toInstant());
  }

  private Operand moment(BinaryTemporalOperator filter) {
    var named = columns.named(filter.getExpression1());
    if (named.kind() != TIME && named.kind() != DATE) {
      throw columns.mismatch(named, String.valueOf(literal(filter.getExpression2())));
    }
    return named;
  }

  private Object literal(Expression expression) {
    if (expression instanceof Literal literal) {
      return literal.getValue();
    }
    throw columns.unsupported(expression);
  }
}
