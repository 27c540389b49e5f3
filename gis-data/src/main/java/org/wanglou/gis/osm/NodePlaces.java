package org.wanglou.gis.osm;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where the nodes are that kept ways refer to; first they are asked for, then they are found. About
 * 40 bytes a node. Kept to 1e-7 degrees, which is what OSM itself keeps.
 */
final class NodePlaces {
  private static final double UNITS_PER_DEGREE = 1e7;
  private static final int UNKNOWN = Integer.MIN_VALUE;

  private final LongIntHashMap slots = new LongIntHashMap();
  private final IntArrayList lons = new IntArrayList();
  private final IntArrayList lats = new IntArrayList();

  void want(long node) {
    if (!slots.containsKey(node)) {
      slots.put(node, lons.size());
      lons.add(UNKNOWN);
      lats.add(UNKNOWN);
    }
  }

  boolean isWanted(long node) {
    return slots.containsKey(node);
  }

  void found(long node, double lon, double lat) {
    int slot = slots.getOrDefault(node, -1);
    if (slot >= 0) {
      lons.set(slot, (int) Math.round(lon * UNITS_PER_DEGREE));
      lats.set(slot, (int) Math.round(lat * UNITS_PER_DEGREE));
    }
  }

  boolean has(long node) {
    int slot = slots.getOrDefault(node, -1);
    return slot >= 0 && lons.get(slot) != UNKNOWN;
  }

  /** The place of a node that {@link #has} it. */
  Coordinate of(long node) {
    int slot = slots.get(node);
    return new Coordinate(lons.get(slot) / UNITS_PER_DEGREE, lats.get(slot) / UNITS_PER_DEGREE);
  }

  /**
   * The stretches of a way whose nodes are all known: one for a whole way, several or none for a
   * way that the extract cuts.
   */
  List<long[]> knownRuns(long[] nodes) {
    var runs = new ArrayList<long[]>();
    int start = 0;
    for (int i = 0; i <= nodes.length; i++) {
      if (i == nodes.length || !has(nodes[i])) {
        if (i - start >= 2) {
          runs.add(java.util.Arrays.copyOfRange(nodes, start, i));
        }
        start = i + 1;
      }
    }
    return runs;
  }

  Coordinate[] line(long[] nodes) {
    var line = new Coordinate[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      line[i] = of(nodes[i]);
    }
    return line;
  }
}
