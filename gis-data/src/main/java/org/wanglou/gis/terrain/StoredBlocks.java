package org.wanglou.gis.terrain;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Squares read at their first use. When too many are held the one read first goes; two threads that
 * miss the same square at once both read it, which costs time only.
 */
final class StoredBlocks implements Blocks {
  /** 16 MB: all of a county at 30 m, the part in use of a finer one. */
  static final int MOST_HELD = 64;

  private final int across;
  private final Blocks source;
  private final AtomicReferenceArray<float[]> held;
  private final ConcurrentLinkedQueue<Integer> inOrder = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  StoredBlocks(Posts posts, Blocks source) {
    this.across = Blocks.count(posts.columns());
    this.source = source;
    this.held = new AtomicReferenceArray<>(across * Blocks.count(posts.rows()));
  }

  @Override
  public float[] at(int blockColumn, int blockRow) {
    int index = blockRow * across + blockColumn;
    var block = held.get(index);
    return block != null ? block : read(index, blockColumn, blockRow);
  }

  private float[] read(int index, int blockColumn, int blockRow) {
    var block = source.at(blockColumn, blockRow);
    if (held.compareAndSet(index, null, block)) {
      inOrder.add(index);
      if (count.incrementAndGet() > MOST_HELD) {
        held.set(inOrder.remove(), null);
        count.decrementAndGet();
      }
    }
    return block;
  }
}
