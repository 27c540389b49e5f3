package org.wanglou.gis.road;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * An immutable set of closed edges: one bit per edge up to the highest closed one. A search keeps
 * the mask it began with; a closure is in force for the next search by handing over another mask.
 */
public final class ClosureMask {
  /** Nothing is closed. */
  public static final ClosureMask NONE = new ClosureMask(new BitSet());

  private final long[] words;
  private final int count;

  private ClosureMask(BitSet edges) {
    words = edges.toLongArray();
    count = edges.cardinality();
  }

  public static ClosureMask of(IntStream edges) {
    return NONE.with(edges);
  }

  public boolean closed(int edge) {
    int word = edge >> 6;
    return word < words.length && (words[word] & 1L << edge) != 0;
  }

  /** This mask and more edges; this one stays as it is. */
  public ClosureMask with(IntStream more) {
    var edges = BitSet.valueOf(words);
    more.forEach(edges::set);
    return new ClosureMask(edges);
  }

  /** Number of closed edges. */
  public int count() {
    return count;
  }
}
