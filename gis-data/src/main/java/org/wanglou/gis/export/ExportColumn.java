package org.wanglou.gis.export;

import java.util.ArrayList;
import java.util.List;
import org.wanglou.gis.layer.Attribute;
import org.wanglou.gis.layer.LayerType;

/** A column of an exported table. Tables inside a feature are JSON text in it. */
record ExportColumn(String name, Type type) {
  enum Type {
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE,
    INSTANT,
    JSON
  }

  /** What every feature has first, then the layer's attributes, then where the feature is from. */
  static List<ExportColumn> of(LayerType layer) {
    var columns = new ArrayList<ExportColumn>();
    columns.add(new ExportColumn("id", Type.TEXT));
    columns.add(new ExportColumn("external_id", Type.TEXT));
    columns.add(new ExportColumn("name", Type.TEXT));
    layer.attributes().forEach(it -> columns.add(new ExportColumn(it.name(), type(it))));
    columns.add(new ExportColumn("provenance", Type.TEXT));
    columns.add(new ExportColumn("source", Type.TEXT));
    columns.add(new ExportColumn("accuracy_m", Type.NUMBER));
    columns.add(new ExportColumn("valid_from", Type.INSTANT));
    columns.add(new ExportColumn("valid_to", Type.INSTANT));
    columns.add(new ExportColumn("revision", Type.INTEGER));
    columns.add(new ExportColumn("changed_at", Type.INSTANT));
    columns.add(new ExportColumn("crs", Type.TEXT));
    return columns;
  }

  private static Type type(Attribute attribute) {
    return switch (attribute.type()) {
      case TEXT -> Type.TEXT;
      case INTEGER -> Type.INTEGER;
      case NUMBER -> Type.NUMBER;
      case BOOLEAN -> Type.BOOLEAN;
      case DATE -> Type.DATE;
      case TABLE -> Type.JSON;
    };
  }
}
