package org.wanglou.gis.layer;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a layer knows of each of its features.
 *
 * @param name lower snake_case; unique in its layer, and none of the words every feature has
 * @param unit as printed behind the value: m, m3, person, kW ...
 * @param values the only values it may have; empty where any value of the type will do
 * @param columns of a TABLE, and of nothing else; no column is a TABLE
 * @param source of the enumeration: the code list it is taken from
 */
public record Attribute(
    String name,
    Type type,
    Optional<String> unit,
    Label label,
    boolean required,
    List<Value> values,
    List<Attribute> columns,
    Optional<String> source) {

  /** The type of its values. In JSON a date is a text of the form 2025-01-31. */
  public enum Type {
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE,
    /** Rows with columns of their own: stock, households, a rating table. */
    TABLE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Type of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** One value of an enumeration. The code is kept with the feature, the label is shown. */
  public record Value(String code, Label label) {}

  /** Properties that every feature has; an attribute of such a name would hide or be hidden. */
  public static final Set<String> TAKEN =
      Set.of(
          "id",
          "layer",
          "name",
          "external_id",
          "provenance",
          "source",
          "accuracy_m",
          "valid_from",
          "valid_to",
          "revision",
          "changed_at",
          "changed_by",
          "changed_by_name",
          "reason",
          "act",
          "geometry",
          "geom",
          "attributes");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");

  public Attribute {
    values = List.copyOf(values);
    columns = List.copyOf(columns);
    require(NAME.matcher(name).matches() && !TAKEN.contains(name), name + " is no name");
    require((type == Type.TABLE) == !columns.isEmpty(), name + ": columns are for tables");
    require(values.isEmpty() || type == Type.TEXT, name + ": only texts are enumerated");
    var codes = new HashSet<String>();
    require(values.stream().allMatch(it -> codes.add(it.code())), name + ": a value twice");
    var names = new HashSet<String>();
    for (var column : columns) {
      require(column.type() != Type.TABLE && names.add(column.name()), name + ": its columns");
    }
  }

  public boolean enumerated() {
    return !values.isEmpty();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
