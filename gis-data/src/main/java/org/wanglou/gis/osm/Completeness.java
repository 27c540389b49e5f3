package org.wanglou.gis.osm;

import com.carrotsearch.hppc.LongHashSet;

/**
 * Tells whether a file that ends at a proper place has lost its tail all the same. A file holds
 * nodes, then ways, then relations; so when the tail is gone many nodes without tags belong to no
 * way, and when a part in the middle is gone many ways refer to nodes that are not there. Judged on
 * one node in eight, chosen by id.
 *
 * <p>A file that lost only its last few ways, or its relations, cannot be told from a whole one.
 */
final class Completeness {
  /** Measured on whole extracts: unused under 0.1 %, missing 0 %; cuts at borders make more. */
  private static final double MAX_UNUSED = 0.05;

  private static final double MAX_MISSING = 0.30;

  /** Below this many nodes the shares mean nothing. */
  private static final int ENOUGH = 500;

  private static final long SAMPLE = 7;

  private final LongHashSet referred = new LongHashSet();
  private long foundOfReferred;
  private long plain;
  private long unused;

  void way(long[] nodes) {
    for (long node : nodes) {
      if ((node & SAMPLE) == 0) {
        referred.add(node);
      }
    }
  }

  void node(long id, boolean tagged) {
    if ((id & SAMPLE) != 0) {
      return;
    }
    boolean used = referred.contains(id);
    foundOfReferred += used ? 1 : 0;
    if (!tagged) {
      plain++;
      unused += used ? 0 : 1;
    }
  }

  double shareUnused() {
    return plain == 0 ? 0 : (double) unused / plain;
  }

  double shareMissing() {
    return referred.isEmpty() ? 0 : 1 - (double) foundOfReferred / referred.size();
  }

  void check(PbfFile file) {
    boolean tailLost = plain >= ENOUGH && shareUnused() > MAX_UNUSED;
    boolean nodesLost = referred.size() >= ENOUGH && shareMissing() > MAX_MISSING;
    if (tailLost || nodesLost) {
      throw OsmFaults.truncated(file.path(), file.size());
    }
  }
}
