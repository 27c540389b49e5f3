package org.wanglou.gis.intake;

/** A column of a file. */
public record SourceField(String name, Type type) {
  /** What its values are, as far as the file says or shows. */
  public enum Type {
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE,
    JSON
  }
}
