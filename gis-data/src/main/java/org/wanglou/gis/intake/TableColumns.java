package org.wanglou.gis.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.wanglou.gis.fault.Fault;

/** The header of a table: every column has a name of its own. */
record TableColumns(List<String> names) {
  TableColumns {
    names = List.copyOf(names);
  }

  /**
   * Nameless columns get a number, repeated names too.
   *
   * @throws Fault INVALID {@code import.no_header}
   */
  static TableColumns of(List<String> header) {
    var names = new ArrayList<String>();
    var taken = new HashSet<String>();
    for (int i = 0; i < header.size(); i++) {
      var name = header.get(i) == null ? "" : header.get(i).strip();
      if (name.isEmpty()) {
        name = "column_" + (i + 1);
      }
      for (int n = 2; !taken.add(name); n++) {
        name = name.replaceFirst("_\\d+$", "") + "_" + n;
      }
      names.add(name);
    }
    if (names.isEmpty()) {
      throw Fault.invalid("/file", "import.no_header");
    }
    return new TableColumns(names);
  }

  List<SourceField> fields() {
    return names.stream().map(name -> new SourceField(name, SourceField.Type.TEXT)).toList();
  }

  /** Empty texts are null: a table cannot tell them apart. */
  Map<String, Object> row(List<?> cells) {
    var row = new HashMap<String, Object>(names.size() * 2);
    for (int i = 0; i < names.size(); i++) {
      var cell = i < cells.size() ? cells.get(i) : null;
      row.put(names.get(i), cell instanceof String text && text.isEmpty() ? null : cell);
    }
    return row;
  }
}
