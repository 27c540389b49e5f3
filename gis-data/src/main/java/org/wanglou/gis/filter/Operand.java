package org.wanglou.gis.filter;

/**
 * One side of a comparison, in SQL.
 *
 * @param shown as the reader wrote it: a name or a value
 */
record Operand(Kind kind, String sql, String shown) {

  /** What values can be compared with each other. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    /** A day, compared as ISO text: no stored value can make the comparison fail. */
    DATE,
    TIME,
    TABLE,
    GEOMETRY;

    /** Message key of its name. */
    String key() {
      return "filter.kind_" + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** For order and equality that do not depend on the database's language. */
  String comparable() {
    return kind == Kind.TEXT || kind == Kind.DATE ? sql + " COLLATE \"C\"" : sql;
  }
}
