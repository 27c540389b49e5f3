package org.wanglou.gis.filter;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the parameters of one filter. */
final class BoundValues {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** The placeholder that stands for the value from now on. */
  String of(Object value) {
    var name = "filter_" + values.size();
    values.put(name, value);
    return ":" + name;
  }

  Map<String, Object> values() {
    return values;
  }
}
