package org.wanglou.gis.road;

import java.util.Arrays;

/**
 * A priority queue of plain longs, smallest first: a 4-ary heap in one array, because four children
 * share a cache line. The key stands in the high bits, what it belongs to in the low ones. Push and
 * pop take O(log n).
 */
final class LongHeap {
  private long[] items;
  private int size;

  LongHeap(int roomAtFirst) {
    items = new long[roomAtFirst];
  }

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void push(long item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >> 2;
      if (items[parent] <= item) {
        break;
      }
      items[hole] = items[parent];
      hole = parent;
    }
    items[hole] = item;
  }

  long pop() {
    long top = items[0];
    long last = items[--size];
    int hole = 0;
    while (true) {
      int child = 4 * hole + 1;
      if (child >= size) {
        break;
      }
      int least = child;
      for (int c = child + 1; c < Math.min(child + 4, size); c++) {
        if (items[c] < items[least]) {
          least = c;
        }
      }
      if (items[least] >= last) {
        break;
      }
      items[hole] = items[least];
      hole = least;
    }
    items[hole] = last;
    return top;
  }
}
