package org.wanglou.gis.osm;

import java.util.Map;
import java.util.TreeMap;

/** Counts what was kept and what had to be left out, by reason; nothing is dropped in silence. */
final class Tally {
  private final Map<String, Integer> counts = new TreeMap<>();

  void add(String reason) {
    counts.merge(reason, 1, Integer::sum);
  }

  int of(String reason) {
    return counts.getOrDefault(reason, 0);
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
